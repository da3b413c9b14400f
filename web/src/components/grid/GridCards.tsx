import { Checkbox, Skeleton, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DataGrid.module.css'
import { Loading, RowLink } from './RowLink'
import type { Column } from './types-column'
import type { Grid } from './useGrid'

/** The list on a phone: a card per row, drawn only where the person looks. */
export function GridCards<Row extends { id: string }>(props: {
  grid: Grid<Row>
  label: string
  rowHref?: (row: Row) => string | undefined
  rowLabel: (row: Row) => string
}) {
  const { t } = useTranslation()
  const { grid } = props
  const { rows, picked, virtual } = grid
  return (
    <div
      ref={grid.scroll}
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label={props.label}
      aria-busy={rows.pending}
    >
      <div
        className={`${classes.body} ${rows.refreshing ? classes.stale : ''}`}
        style={{ height: rows.pending ? 400 : virtual.getTotalSize() }}
        role="list"
      >
        {rows.pending && <Loading rows={6} />}
        {grid.items.map((item) => {
          const row = rows.row(item.index)
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="listitem"
              aria-setsize={rows.total}
              aria-posinset={item.index + 1}
              className={classes.cardrow}
              data-selected={(row && picked.has(row.id)) || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row ? (
                <PhoneCard
                  row={row}
                  columns={grid.shown}
                  href={props.rowHref?.(row)}
                  onOpen={grid.opens ? () => grid.open(row) : undefined}
                  tick={
                    grid.selectable && (
                      <Checkbox
                        mt={4}
                        aria-label={t('grid.selectRow', { name: props.rowLabel(row) })}
                        checked={picked.has(row.id)}
                        onChange={() => grid.tick(row, item.index, false)}
                      />
                    )
                  }
                />
              ) : (
                <Skeleton h={44} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function PhoneCard<Row>(props: { row: Row; columns: Column<Row>[]; href?: string; onOpen?: () => void; tick: ReactNode }) {
  const { row, columns } = props
  const title = columns.find((column) => column.card === 'title') ?? columns[0]!
  const badges = columns.filter((column) => column.card === 'badge')
  const subtitles = columns.filter((column) => column.card === 'subtitle')
  const actions = columns.filter((column) => column.card === 'action')
  const rest = columns.filter((column) => column !== title && column.card === undefined).slice(0, 4)
  return (
    <>
      {props.tick}
      <div className={classes.cardmain}>
        <div className={classes.cardtitle}>
          {props.href ? (
            <RowLink href={props.href} tabbable>
              {title.cell(row)}
            </RowLink>
          ) : props.onOpen ? (
            <UnstyledButton onClick={props.onOpen} fw={600} fz={15} ta="left" py={3}>
              {title.cell(row)}
            </UnstyledButton>
          ) : (
            <span>{title.cell(row)}</span>
          )}
          {badges.map((column) => (
            <span key={column.id} className={classes.cardbadge}>
              {column.cell(row)}
            </span>
          ))}
        </div>
        {subtitles.map((column) => (
          <Text key={column.id} size="sm" component="div">
            {column.cell(row)}
          </Text>
        ))}
        {rest.length > 0 && (
          <div className={classes.cardmeta}>
            {rest.map((column) => (
              <span key={column.id}>
                {column.align === 'end' ? `${column.header} ` : <VisuallyHidden>{column.header}: </VisuallyHidden>}
                {column.cell(row)}
              </span>
            ))}
          </div>
        )}
        {actions.map((column) => (
          <div key={column.id} className={classes.cardaction}>
            {column.cell(row)}
          </div>
        ))}
      </div>
    </>
  )
}
