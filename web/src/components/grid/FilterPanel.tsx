import { Button, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayInput } from '@/components/form/DayInput'
import { type RemoteItem, RemotePicker } from '@/components/form/RemotePicker'
import { type FilterProps, withFilter } from './Filters'

/** A field for each filter of a list. */
export function FilterPanel({ filters, state, onChange }: FilterProps) {
  const { t } = useTranslation()
  const set = (id: string, values: string[]) => onChange(withFilter(state, id, values))
  const count = Object.keys(state.filters).length
  return (
    <Stack gap="sm">
      {filters.map((filter) => {
        const values = state.filters[filter.id] ?? []
        if (filter.kind === 'options' && !filter.single) {
          return (
            <MultiSelect
              key={filter.id}
              label={filter.label}
              placeholder={values.length ? undefined : t('grid.any')}
              data={filter.options}
              value={values}
              onChange={(next) => set(filter.id, next)}
              searchable={filter.options.length > 8}
              clearable
              comboboxProps={{ withinPortal: false }}
              clearButtonProps={{ 'aria-label': t('common.clear') }}
            />
          )
        }
        if (filter.kind === 'options' && filter.single) {
          return (
            <Select
              key={filter.id}
              label={filter.label}
              placeholder={t('grid.any')}
              data={filter.options}
              value={values[0] ?? null}
              onChange={(next) => set(filter.id, next ? [next] : [])}
              searchable={filter.options.length > 8}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
          )
        }
        if (filter.kind === 'boolean') {
          return (
            <Select
              key={filter.id}
              label={filter.label}
              placeholder={t('grid.any')}
              data={[
                { value: 'true', label: t('common.yes') },
                { value: 'false', label: t('common.no') },
              ]}
              value={values[0] ?? null}
              onChange={(next) => set(filter.id, next ? [next] : [])}
              clearable
              comboboxProps={{ withinPortal: false }}
            />
          )
        }
        if (filter.kind === 'date') {
          return (
            <DayInput
              key={filter.id}
              label={filter.label}
              value={values[0] ?? null}
              valueFormat="D MMM YYYY"
              onChange={(next) => set(filter.id, next ? [next] : [])}
              clearable
              popoverProps={{ withinPortal: false }}
            />
          )
        }
        if (filter.kind === 'remote') {
          return (
            <RemotePicker
              key={filter.id}
              label={filter.label}
              endpoint={filter.endpoint}
              query={filter.query}
              optionLabel={filter.optionLabel as ((item: RemoteItem) => string) | undefined}
              value={values[0] ?? null}
              onChange={(next) => set(filter.id, next ? [next] : [])}
              withinPortal={false}
            />
          )
        }
        return (
          <TextInput
            key={filter.id}
            label={filter.label}
            defaultValue={values[0] ?? ''}
            onBlur={(event) => set(filter.id, event.currentTarget.value.trim() ? [event.currentTarget.value.trim()] : [])}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        )
      })}
      <Button variant="subtle" size="compact-sm" disabled={count === 0} onClick={() => onChange({ ...state, filters: {} })}>
        {t('grid.clearFilters')}
      </Button>
    </Stack>
  )
}
