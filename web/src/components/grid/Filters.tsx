import { Badge, Button, CloseButton, Group, Popover, Text } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RemoteItem } from '@/components/form/RemotePicker'
import { later } from '@/components/later'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import type { FilterDef } from './types'
import type { GridState } from './useGridState'

/** The fields come with the first look at them. */
const FilterPanel = later(() => import('./FilterPanel').then((file) => file.FilterPanel))

export type FilterProps = { filters: FilterDef[]; state: GridState; onChange: (state: GridState) => void }

export const withFilter = (state: GridState, id: string, values: string[]): GridState => {
  const filters = { ...state.filters, [id]: values }
  if (values.length === 0) delete filters[id]
  return { ...state, filters }
}

export function FilterMenu({ filters, state, onChange }: FilterProps) {
  const { t } = useTranslation()
  const count = Object.keys(state.filters).length
  return (
    <Popover width={320} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          rightSection={
            count > 0 && (
              <Badge size="sm" circle variant="filled">
                {String(count)}
              </Badge>
            )
          }
        >
          {t('grid.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FilterPanel filters={filters} state={state} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is filtered, each to be taken away. */
export function FilterChips({ filters, state, onChange }: FilterProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const remote = filters.filter((filter) => filter.kind === 'remote' && state.filters[filter.id]?.length)
  const names = useQueries({
    queries: remote.map((filter) => {
      const path = filter.kind === 'remote' ? `${filter.endpoint}/${state.filters[filter.id]![0]}` : ''
      return { queryKey: ['picked', path], queryFn: () => api.get<RemoteItem>(path), staleTime: 300_000 }
    }),
  })
  const active = filters.filter((filter) => state.filters[filter.id]?.length)
  if (active.length === 0) return null
  const wordsOf = (filter: FilterDef): string => {
    const values = state.filters[filter.id] ?? []
    if (filter.kind === 'options')
      return values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(', ')
    if (filter.kind === 'boolean') return values[0] === 'true' ? t('common.yes') : t('common.no')
    if (filter.kind === 'date') return format.date(values[0])
    if (filter.kind === 'remote') {
      const item = names[remote.indexOf(filter)]?.data
      const label = filter.optionLabel as ((item: RemoteItem) => string) | undefined
      return item ? (label?.(item) ?? item.name ?? item.id) : '…'
    }
    return values.join(', ')
  }
  return (
    <Group gap={6}>
      {active.map((filter) => (
        <Group
          key={filter.id}
          gap={2}
          wrap="nowrap"
          pl={10}
          pr={2}
          h={28}
          style={{
            border: '1px solid var(--mantine-color-default-border)',
            borderRadius: 99,
            background: 'var(--mantine-color-body)',
          }}
        >
          <Text size="sm" truncate maw={280}>
            <Text span c="dimmed" inherit>
              {filter.label}:
            </Text>{' '}
            {wordsOf(filter)}
          </Text>
          <CloseButton
            size={24}
            radius="xl"
            aria-label={t('grid.removeFilter', { name: filter.label })}
            onClick={() => onChange(withFilter(state, filter.id, []))}
          />
        </Group>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange({ ...state, filters: {} })}>
        {t('grid.clearFilters')}
      </Button>
    </Group>
  )
}
