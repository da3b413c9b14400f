import { Box, Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { LoadProblem } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { BulkBar } from './BulkBar'
import classes from './DataGrid.module.css'
import { FilterChips } from './Filters'
import { GridBar } from './GridBar'
import { GridCards } from './GridCards'
import { GridTable } from './GridTable'
import type { DataGridProps } from './types'
import { useGrid } from './useGrid'

/** A list of any length that the server filters, sorts and pages. See DataGridProps for what it takes. */
export function DataGrid<Row extends { id: string }>(props: DataGridProps<Row>) {
  const { height = 'fill' } = props
  const { t } = useTranslation()
  const format = useFormat()
  const grid = useGrid(props)
  const { rows, phone, state, setState } = grid
  const nothing = !rows.pending && rows.total === 0 && !rows.error
  // A few cards need no scrolling box of their own within a phone's page.
  const short = phone && !rows.pending && rows.total <= 6
  const fill = height === 'fill' && !short
  const style = fill
    ? ({ '--grid-above': `${props.above ?? 64}px` } as CSSProperties)
    : short
      ? undefined
      : { height: height === 'fill' ? undefined : height }
  return (
    <div className={`${classes.root} ${fill ? classes.fill : ''}`} style={style}>
      <GridBar grid={grid} {...props} />
      <FilterChips filters={grid.filters} state={state} onChange={setState} />
      <BulkBar grid={grid} />
      <div className={classes.card}>
        {rows.error ? (
          <Box p="md">
            <LoadProblem error={rows.error} retry={rows.retry} />
          </Box>
        ) : nothing && grid.filtered ? (
          <EmptyState icon={IconFilterOff} title={t('grid.noMatch')} text={t('grid.noMatchText')}>
            <Button variant="default" onClick={() => setState({ ...state, q: '', filters: {} })}>
              {t('grid.clearFilters')}
            </Button>
          </EmptyState>
        ) : nothing ? (
          (props.empty ?? <EmptyState icon={IconFilterOff} title={t('grid.empty')} />)
        ) : phone ? (
          <GridCards grid={grid} {...props} />
        ) : (
          <GridTable grid={grid} {...props} />
        )}
        {!nothing && !rows.error && (
          <div className={classes.foot}>
            <span role="status" className="num">
              {rows.pending ? t('common.loading') : t('grid.count', { count: rows.total, number: format.number(rows.total) })}
            </span>
          </div>
        )}
      </div>
    </div>
  )
}
