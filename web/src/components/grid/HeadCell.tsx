import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DataGrid.module.css'
import type { Column } from './types-column'

/** A column's name: sorts when it is pressed, grows and shrinks at its right edge. */
export function HeadCell<Row>(props: {
  column: Column<Row>
  sort: string
  width: number
  onSort: (sort: string) => void
  onWidth: (width: number) => void
}) {
  const { t } = useTranslation()
  const { column, sort } = props
  const order =
    column.sort === undefined
      ? undefined
      : sort === column.sort
        ? 'ascending'
        : sort === `-${column.sort}`
          ? 'descending'
          : 'none'
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={order}
      className={classes.headcell}
      data-end={column.align === 'end' || undefined}
    >
      {column.quiet ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : column.sort ? (
        <UnstyledButton
          className={classes.sort}
          onClick={() => props.onSort(order === 'ascending' ? `-${column.sort}` : column.sort!)}
        >
          <span>{column.header}</span>
          {order === 'ascending' && <IconArrowUp size={14} aria-hidden />}
          {order === 'descending' && <IconArrowDown size={14} aria-hidden />}
        </UnstyledButton>
      ) : (
        <Text span inherit truncate>
          {column.header}
        </Text>
      )}
      <Grip label={t('grid.width', { column: column.header })} width={props.width} onChange={props.onWidth} />
    </div>
  )
}

/** Widens a column by dragging, or with the arrow keys. */
function Grip({ label, width, onChange }: { label: string; width: number; onChange: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const to = (next: number) => onChange(Math.round(Math.min(900, Math.max(64, next))))
  const move = (event: PointerEvent) => {
    if (start.current) to(start.current.width + event.clientX - start.current.x)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={64}
      aria-valuemax={900}
      tabIndex={0}
      className={classes.grip}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width }
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') to(width - 16)
        if (event.key === 'ArrowRight') to(width + 16)
      }}
    />
  )
}
