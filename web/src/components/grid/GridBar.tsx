import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from './ColumnChooser'
import classes from './DataGrid.module.css'
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
    <div className={classes.bar}>
      {props.searchable !== false && (
        <QuickFilter
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
      <div className={classes.buttons}>
        {!grid.phone && <ColumnChooser columns={grid.columns} layout={layout} shown={grid.shown} onChange={changeLayout} />}
        {props.exports !== false && <ExportButton endpoint={grid.endpoint} query={grid.query} />}
        {props.children}
      </div>
    </div>
  )
}

function QuickFilter({ value, label, onChange }: { value: string; label: string; onChange: (q: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const sendLater = useDebouncedCallback(onChange, 250)
  // Set from elsewhere (a saved view, "clear filters"): show that. Whoever types is ahead of the list.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value)
  }, [value])
  return (
    <TextInput
      ref={input}
      className={classes.find}
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
              sendLater.cancel()
              onChange('')
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        sendLater(event.currentTarget.value.trim())
      }}
    />
  )
}
