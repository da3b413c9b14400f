import { Checkbox, Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DataGrid.module.css'
import { HeadCell } from './HeadCell'
import { Loading, RowLink } from './RowLink'
import { type Grid, TICK } from './useGrid'

type Props<Row extends { id: string }> = {
  grid: Grid<Row>
  label: string
  rowHref?: (row: Row) => string | undefined
  rowLabel: (row: Row) => string
}

/** The list on a desk: a grid for mouse and keyboard, drawn only where the person looks. */
export function GridTable<Row extends { id: string }>(props: Props<Row>) {
  const { t } = useTranslation()
  const { grid } = props
  const { rows, picked, virtual, shown, layout, widthOf, selectable, state, setState } = grid
  // Each row is a grid of its own, so the columns line up only where no track depends on what is written in it.
  const { template, minWidth } = useMemo(() => {
    const tracks = shown.map((column) =>
      column.grow && !layout.widths?.[column.id] ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`,
    )
    if (!shown.some((column) => column.grow && !layout.widths?.[column.id])) tracks.push('minmax(0, 1fr)')
    return {
      template: (selectable ? [`${TICK}px`, ...tracks] : tracks).join(' '),
      minWidth: shown.reduce((sum, column) => sum + widthOf(column), selectable ? TICK : 0),
    }
  }, [shown, layout, selectable])
  return (
    <div
      ref={grid.scroll}
      className={classes.scroll}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-colcount={shown.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      aria-busy={rows.pending}
      aria-activedescendant={grid.active >= 0 ? `${grid.id}-${grid.active}` : undefined}
      onKeyDown={grid.onKey}
    >
      <div role="rowgroup" className={classes.head} style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className={classes.line} style={{ gridTemplateColumns: template }}>
          {selectable && (
            <div role="columnheader" className={classes.tick} style={{ height: 38 }} tabIndex={-1}>
              <Checkbox
                size="xs"
                aria-label={t('grid.selectAllRows')}
                checked={grid.isAll}
                indeterminate={!grid.isAll && picked.selection.count > 0}
                onChange={() => (grid.isAll ? picked.clear() : picked.selectAll())}
              />
            </div>
          )}
          {shown.map((column) => (
            <HeadCell
              key={column.id}
              column={column}
              sort={state.sort}
              width={widthOf(column)}
              onSort={(sort) => setState({ ...state, sort })}
              onWidth={(width) => grid.changeLayout({ ...layout, widths: { ...layout.widths, [column.id]: width } })}
            />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={`${classes.body} ${rows.refreshing ? classes.stale : ''}`}
        style={{ minWidth, height: rows.pending ? 480 : virtual.getTotalSize() }}
      >
        {rows.pending && <Loading rows={10} />}
        {grid.items.map((item) => (
          <TableRow key={item.key} {...props} index={item.index} start={item.start} template={template} />
        ))}
      </div>
    </div>
  )
}

function TableRow<Row extends { id: string }>(props: Props<Row> & { index: number; start: number; template: string }) {
  const { t } = useTranslation()
  const { grid, index } = props
  const row = grid.rows.row(index)
  const href = row && props.rowHref?.(row)
  const named = grid.shown.find((column) => column.card === 'title') ?? grid.shown[0]
  return (
    <div
      id={`${grid.id}-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={grid.selectable ? Boolean(row && grid.picked.has(row.id)) : undefined}
      data-active={index === grid.active || undefined}
      data-opens={grid.opens || undefined}
      className={`${classes.line} ${classes.row}`}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.start}px)` }}
      onClick={(event) => {
        grid.setActive(index)
        if ((event.target as HTMLElement).closest('a, button, input, label')) return
        if (event.shiftKey && grid.selectable) void grid.extendTo(index)
        else grid.open(row, event)
      }}
    >
      {grid.selectable && (
        <div role="gridcell" tabIndex={-1} className={classes.tick}>
          {row && (
            <Checkbox
              size="xs"
              tabIndex={-1}
              aria-label={t('grid.selectRow', { name: props.rowLabel(row) })}
              checked={grid.picked.has(row.id)}
              onChange={(event) =>
                grid.tick(row, index, (event.nativeEvent as unknown as { shiftKey?: boolean }).shiftKey ?? false)
              }
            />
          )}
        </div>
      )}
      {grid.shown.map((column, i) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          className={classes.cell}
          data-end={column.align === 'end' || undefined}
        >
          {!row ? (
            <Skeleton h={12} w={`${50 + ((index * 7 + i * 13) % 40)}%`} />
          ) : column === named && href ? (
            <RowLink href={href}>{column.cell(row)}</RowLink>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  )
}
