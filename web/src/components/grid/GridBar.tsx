import { CloseButton, Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from './ColumnChooser'
import { ExportButton } from './ExportButton'
import { FilterMenu } from './Filters'
import { SavedViews } from './SavedViews'
import type { Grid } from './useGrid'

/** Above the rows: what is searched and filtered on the left, what is done with the list on the right. */
export function GridBar<Row extends { id: string }>(props: {
  grid: Grid<Row>
  searchable?: boolean
  searchPlaceholder?: string
  views?: boolean
  exports?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const { grid } = props
  const { state, setState, layout, changeLayout } = grid
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs" style={{ flex: '1 1 260px' }}>
        {props.searchable !== false && (
          <QuickFilter
            key={state.q ? 'set' : 'clear'}
            value={state.q}
            label={props.searchPlaceholder ?? t('grid.search')}
            onChange={(q) => setState({ ...state, q })}
          />
        )}
        {grid.filters.length > 0 && <FilterMenu filters={grid.filters} state={state} onChange={setState} />}
        {props.views !== false && (
          <SavedViews
            list={grid.list}
            current={{ ...state, layout }}
            onOpen={({ layout: wanted, ...next }) => {
              setState(next)
              changeLayout(wanted ?? {})
            }}
          />
        )}
      </Group>
      <Group gap="xs">
        {!grid.phone && <ColumnChooser columns={grid.columns} layout={layout} shown={grid.shown} onChange={changeLayout} />}
        {props.exports !== false && <ExportButton list={grid.list} endpoint={grid.endpoint} query={grid.query} />}
        {props.children}
      </Group>
    </Group>
  )
}

function QuickFilter({ value, label, onChange }: { value: string; label: string; onChange: (q: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const send = useDebouncedCallback((q: string) => onChange(q), 250)
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={t('common.clear')}
            onClick={() => {
              setText('')
              onChange('')
            }}
          />
        )
      }
      value={text}
      style={{ flex: '1 1 200px', maxWidth: 320 }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}
