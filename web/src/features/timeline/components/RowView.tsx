import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import type { By, Content, EventFacts, Load, Row } from '../api/timeline'
import { chartOf, leftOf, tightest } from '../model/chart'
import { CHART, type Laid } from '../model/lanes'
import { type Geometry, xOf } from '../model/scale'
import { BarView } from './BarView'
import classes from './Timeline.module.css'
import type { BarText } from './useBarText'
import type { Chunk } from './useCanvas'
import type { Move } from './useMoving'

export const GROUP = 30
/** How high the head above all rows is. */
export const HEAD = 56

/** Where a row leads: to the page of the thing, or to the products of what holds many. */
export function targetOf(by: By, row: Row): { to: string; search?: object } {
  switch (by) {
    case 'event':
      return { to: `/events/${row.id}` }
    case 'product':
      return { to: `/availability/${row.id}` }
    case 'asset':
      return { to: `/assets/${row.id}` }
    case 'category':
      return { to: '.', search: (old: object) => ({ ...old, by: 'product', category: row.id }) }
    case 'warehouse':
      return { to: '.', search: (old: object) => ({ ...old, by: 'product', warehouse: row.id }) }
  }
}

export const barId = (row: string, index: number) => `tl-${row}-${index}`
export const headId = (row: string) => `tl-${row}`

type Props = {
  by: By
  index: number
  row: Row | undefined
  top: number
  height: number
  group: boolean
  content: Content | undefined
  laid: Laid | undefined
  events: Map<string, EventFacts>
  geometry: Geometry
  chunk: Chunk
  from: number
  to: number
  fetchedTo: number
  /** The bar that is chosen, -1 for the row itself, null where it is another row. */
  active: number | null
  editable: boolean
  move: Move | undefined
  short: boolean
  text: BarText
}

/** One row: what it is, what is on it, and what there is of it against what is wanted. */
export const RowView = memo(function RowView(props: Props) {
  const { row, content, laid, geometry, chunk, move, by } = props
  const lead = props.group ? GROUP : 0
  const visible = laid?.bars.filter(
    (one) => xOf(geometry, one.to) > chunk.left && xOf(geometry, one.from) < chunk.right && one.to > one.from,
  )
  const target = row && targetOf(by, row)
  const edge = xOf(geometry, props.from)
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      className={classes.row}
      data-index={props.index}
      style={{ top: HEAD + props.top, height: props.height }}
    >
      {props.group && (
        <div className={classes.group} style={{ height: GROUP }} aria-hidden>
          <span className={classes.title}>{row?.group}</span>
        </div>
      )}
      <div
        role="rowheader"
        id={row && headId(row.id)}
        className={classes.label}
        data-active={props.active === -1 || undefined}
        style={{ height: props.height - lead, paddingLeft: 14 + (row?.depth ?? 0) * 14 }}
      >
        {row && target ? (
          <>
            <span className={classes.name}>
              {target.search ? (
                <TextLink to={target.to as '/'} search={target.search as never} tabIndex={-1} c="inherit" fz="inherit" fw={600}>
                  {row.name}
                </TextLink>
              ) : (
                // Thousands of them fly past: the grid follows them, so that none needs a handler or styles of its own.
                <a className={classes.link} href={target.to} tabIndex={-1}>
                  {row.name}
                </a>
              )}
              {content && content.load.length > 0 && (
                <Left load={content.load} from={props.from} to={props.to} many={by !== 'product'} />
              )}
            </span>
            {row.sub && !row.group?.endsWith(row.sub) && <span className={classes.sub}>{row.sub}</span>}
            {laid && (laid.hidden.length > 0 || content?.more) && <Hidden laid={laid} more={content?.more ?? false} />}
          </>
        ) : (
          <span className={classes.waiting} />
        )}
      </div>
      <div className={classes.bars} style={{ top: lead }}>
        {row &&
          visible?.map((one) => {
            const event = one.bar.eventId ? props.events.get(one.bar.eventId) : undefined
            const moved = event && move?.event.id === event.id ? move : undefined
            return (
              <BarView
                key={one.index}
                id={barId(row.id, one.index)}
                placed={one}
                event={event}
                geometry={geometry}
                chunk={chunk}
                edge={edge}
                whole={by === 'event'}
                active={props.active === one.index}
                movable={props.editable && event !== undefined && event.phase !== 'CLOSED'}
                ghost={moved && moved.millis !== 0 ? ghostOf(one.from, one.to, moved, props.short) : undefined}
                text={props.text}
              />
            )
          })}
        {content && content.load.length > 0 && (
          <Chart
            load={content.load}
            to={props.fetchedTo}
            geometry={geometry}
            chunk={chunk}
            top={props.height - lead - CHART - 3}
          />
        )}
      </div>
    </div>
  )
})

/** Prep and transit go along with the time on site. */
function ghostOf(from: number, to: number, move: Move, short: boolean) {
  return {
    from: from + Date.parse(move.to.from) - Date.parse(move.event.from),
    to: to + Date.parse(move.to.to) - Date.parse(move.event.to),
    short,
  }
}

/** The least that is left over in what is looked at, of how many. */
export function Left(props: { load: readonly Load[] | undefined; from: number; to: number; many: boolean }) {
  const { t } = useTranslation()
  const least = props.load && tightest(props.load, props.from, props.to)
  if (!least) return null
  const left = leftOf(least)
  // Of many products together, what is free of one says nothing about another.
  if (props.many && left < 0)
    return (
      <span className={`${classes.left} num`} data-level="bad">
        <b className={classes.count}>{t('timeline.lacks', { number: -left })}</b>
      </span>
    )
  return (
    <span
      className={`${classes.left} num`}
      data-level={left < 0 ? 'bad' : left === 0 ? 'none' : undefined}
      title={t('timeline.leastFreeOf', { free: left, stock: least.stock })}
    >
      <b className={classes.count}>{String(left).replace('-', '−')}</b> / {least.stock}
    </span>
  )
}

export function Hidden({ laid, more }: { laid: Laid; more: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={classes.sub}>{more ? t('timeline.tooMany') : t('timeline.hidden', { number: laid.hidden.length })}</span>
  )
}

export function Chart(props: { load: readonly Load[]; to: number; geometry: Geometry; chunk: Chunk; top: number }) {
  const { load, geometry, chunk } = props
  const x = (instant: number) => Math.min(chunk.right, Math.max(chunk.left, xOf(geometry, instant))) - chunk.left
  const paths = chartOf(load, props.to, x, CHART)
  if (!paths) return null
  return (
    <svg
      className={classes.chart}
      style={{ left: chunk.left, top: props.top }}
      width={chunk.right - chunk.left}
      height={CHART}
      aria-hidden
    >
      <path className={classes.wanted} d={paths.wanted} />
      <path className={classes.optioned} d={paths.optioned} />
      <path className={classes.over} d={paths.over} />
      <path className={classes.stock} d={paths.stock} />
    </svg>
  )
}
