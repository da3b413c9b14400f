import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wallOf } from '@/lib/wall'
import type { Bar, Content, Row } from '../api/timeline'
import { heightOf, type Laid, lay } from '../model/lanes'
import { snapOf, ticksOf, timeAt, weekStart, xOf } from '../model/scale'
import { barId, GROUP, HEAD, headId, targetOf } from './drawRow'
import { BarPanel, MovePanel } from './Panel'
import { Backdrop, TimeHead } from './TimeHead'
import classes from './Timeline.module.css'
import { useBarText } from './useBarText'
import type { Canvas } from './useCanvas'
import { BLOCK, fetchedSpan, useContents } from './useContents'
import { useFlying, useFlyingVirtualizer } from './useFlying'
import { under, useGridPointer } from './useGridPointer'
import type { Moving } from './useMoving'
import { usePinch } from './usePinch'
import type { TimelineState } from './useTimelineState'

/** How many names of rows are fetched at once, and how far ahead: a fling passes hundreds in a second. */
export const ROWS_AT_ONCE = 500
const AHEAD = 300
const SOUGHT = 1_000
/** Stands for any row's in a link. */
const ID = '00000000-0000-0000-0000-000000000000'

type Active = { row: number; bar: number }
/** What is chosen, by what it is: in another time the same stands in other places. */
type Picked = { place: Active; row: string | undefined; bar: string | undefined }
const keyOf = (bar: Bar | undefined) => bar && `${bar.eventId} ${bar.reason} ${bar.eventId ? '' : bar.from}`

/** Where it stands now; null where it is not in sight of what is known. */
function placeOf(
  picked: Picked | null,
  rows: { total: number; row: (index: number) => Row | undefined },
  barsOf: (row: number) => readonly Bar[] | undefined,
): Active | null {
  if (!picked) return null
  let { row, bar } = picked.place
  if (rows.row(row)?.id !== picked.row) {
    row = -1
    for (let index = 0; index < Math.min(rows.total, SOUGHT) && row < 0; index++)
      if (rows.row(index)?.id === picked.row) row = index
  }
  if (row < 0) return null
  const bars = barsOf(row)
  if (picked.bar && keyOf(bars?.[bar]) !== picked.bar) bar = bars?.findIndex((one) => keyOf(one) === picked.bar) ?? -1
  return { row, bar }
}

export function TimelineGrid(props: {
  state: TimelineState
  canvas: Canvas
  labelWidth: number
  rows: { total: number; row: (index: number) => Row | undefined; pending: boolean }
  /** Says which rows are looked at. */
  onLook: (first: number, last: number) => void
  rowsKey: string
  moving: Moving
}) {
  const { state, canvas, labelWidth, rows, moving, onLook } = props
  const { by, zoom, format } = state
  const { t } = useTranslation()
  const navigate = useNavigate()
  const router = useRouter()
  const here = useLocation({ select: ({ href }) => href })
  const text = useBarText(format)
  const counted = by !== 'asset' && by !== 'event'
  const { geometry, chunk, view } = canvas
  const span = useMemo(() => fetchedSpan(view), [view])
  const least = 6 * geometry.mpp
  // Laid out once for each answer, and again for another zoom.
  const laidOf = useMemo(() => {
    const known = new WeakMap<Content, Laid>()
    return (content: Content) => {
      const laid = known.get(content) ?? lay(content.bars, least)
      known.set(content, laid)
      return laid
    }
  }, [least])
  const grouped = (index: number) => {
    const group = rows.row(index)?.group
    return Boolean(group) && (index === 0 || rows.row(index - 1)?.group !== group)
  }
  const lines = by === 'asset' ? 1 : 2
  const usual = heightOf(1, counted, lines)
  const flying = useFlyingVirtualizer(
    {
      count: rows.total,
      getScrollElement: () => canvas.element.current,
      estimateSize: () => usual,
    },
    BLOCK,
  )
  const { virtual, first, last, down } = flying
  const known = useContents({ by, warehouse: state.warehouse, span, row: rows.row, first, last, down })
  // In steps: not every row that comes into sight draws the page around anew.
  const step = (index: number) => Math.max(0, Math.floor(index / ROWS_AT_ONCE)) * ROWS_AT_ONCE
  const top = step(down ? first : first - AHEAD)
  const bottom = step(Math.min(rows.total - 1, down ? last + AHEAD : last))
  useEffect(() => onLook(top, bottom), [onLook, top, bottom])
  const heightAt = (index: number) => {
    const row = rows.row(index)
    const content = row && known.rows.get(row.id)
    return row && (content ? heightOf(laidOf(content).lanes, counted, lines) : usual) + (grouped(index) ? GROUP : 0)
  }
  /** The row that was chosen last, until what is on the rows around it is known: they may grow and push it out of sight. */
  const kept = useRef<number | null>(null)
  const letGo = () => {
    kept.current = null
  }
  /** Scrolls as little as brings it into sight; says whether it was there. */
  const keep = () => {
    const box = canvas.element.current
    const item = kept.current === null ? undefined : virtual.measurementsCache[kept.current]
    if (!box || !item) return false
    // All rows stand lower by the height of the head, which covers as much of what is in sight.
    const highest = item.start
    const lowest = Math.min(highest, item.end + HEAD - box.clientHeight)
    if (box.scrollTop > lowest - 1 && box.scrollTop < highest + 1) return true
    box.scrollTop = box.scrollTop < lowest ? lowest : highest
    return false
  }
  const onDrawn = (indexes: readonly number[]) => {
    const grown = flying.fit(indexes, heightAt)
    if (keep() && !grown && !known.pending && contentAt(kept.current!)) letGo()
  }
  const [picked, setPicked] = useState<Picked | null>(null)
  const [opened, setOpened] = useState(false)
  const contentAt = (index: number) => {
    const row = rows.row(index)
    return row && known.rows.get(row.id)
  }
  const barAt = (at: Active | null) => (at && at.bar >= 0 ? contentAt(at.row)?.bars[at.bar] : undefined)
  const setActive = (place: Active) => setPicked({ place, row: rows.row(place.row)?.id, bar: keyOf(barAt(place)) })
  const active = placeOf(picked, rows, (row) => contentAt(row)?.bars)
  const eventOf = (id: string | null | undefined) => (id ? known.events.get(id) : undefined)
  const eventAt = (row: number, bar: number) => eventOf(barAt({ row, bar })?.eventId)
  const pointer = useGridPointer({ canvas, labelWidth, moving, eventAt })
  usePinch({ canvas, labelWidth, onZoom: (near) => state.set({ zoom: near }) })
  const chosen = barAt(active)
  const chosenEvent = eventOf(chosen?.eventId)

  const choose = (at: Active) => {
    setActive(at)
    setOpened(at.bar >= 0)
    kept.current = at.row
    keep()
    const bar = barAt(at)
    if (!bar?.from) return
    const x = xOf(geometry, Date.parse(bar.from))
    const left = canvas.element.current?.scrollLeft ?? 0
    const end = bar.to ? xOf(geometry, Date.parse(bar.to)) : x
    if (end < left + 20 || x > left + canvas.width - 60) canvas.show(Date.parse(bar.from) - canvas.width * 0.2 * geometry.mpp)
  }
  /** The bars of a row in the order of time. */
  const along = (row: number) => {
    const content = contentAt(row)
    return content ? laidOf(content).bars.map((one) => one.index) : []
  }
  const beside = (at: Active, way: 1 | -1): Active => {
    const order = along(at.row)
    if (at.bar < 0 && way > 0) {
      const content = contentAt(at.row)
      const seen = content && laidOf(content).bars.find((one) => one.to > view.from)
      return { row: at.row, bar: seen?.index ?? order[0] ?? -1 }
    }
    const next = order.indexOf(at.bar) + way
    return { row: at.row, bar: next < 0 ? -1 : (order[Math.min(next, order.length - 1)] ?? -1) }
  }
  const openActive = (at: Active) => {
    const bar = barAt(at)
    if (bar?.eventId) void navigate({ to: `/events/${bar.eventId}` as '/' })
    else if (at.bar < 0) {
      const row = rows.row(at.row)
      if (row) void navigate(targetOf(by, row) as never)
    }
  }
  const nudge = (key: KeyboardEvent, way: 1 | -1) => {
    if (!chosenEvent || !moving.may(chosenEvent)) return
    const grip = key.shiftKey ? 'to' : 'all'
    const held = moving.move?.event.id === chosenEvent.id && moving.move.grip === grip ? moving.move.millis : 0
    moving.hold(chosenEvent, grip, held + way * snapOf(zoom))
  }
  const onKeyDown = (key: KeyboardEvent<HTMLElement>) => {
    const at = active ?? { row: virtual.getVirtualIndexes()[0] ?? 0, bar: -1 }
    const arrow = key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? -1 : 0
    if (key.ctrlKey || key.metaKey) return
    if (key.altKey && arrow) nudge(key, arrow)
    else if (key.altKey) return
    else if (arrow) choose(active ? beside(at, arrow) : at)
    else if (key.key === 'ArrowDown')
      choose({ row: Math.max(0, Math.min(rows.total - 1, active ? at.row + 1 : at.row)), bar: -1 })
    else if (key.key === 'ArrowUp') choose({ row: Math.max(0, at.row - 1), bar: -1 })
    else if (key.key === 'Home') choose({ row: 0, bar: -1 })
    else if (key.key === 'End') choose({ row: Math.max(0, rows.total - 1), bar: -1 })
    else if (key.key === 'Escape') {
      if (moving.move) moving.cancel()
      else if (opened) setOpened(false)
      else return
    } else if (key.key === 'Enter') {
      if (moving.move) void moving.drop()
      else if (active) openActive(active)
    } else {
      letGo()
      return
    }
    key.preventDefault()
  }
  const onClick = (click: MouseEvent) => {
    const link = click.target instanceof HTMLAnchorElement && click.target.className === classes.link ? click.target : null
    if (link) {
      if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return
      click.preventDefault()
      void navigate({ href: link.getAttribute('href')! })
      return
    }
    const found = under(click.target)
    if (!found || pointer.wasDrag(click) || moving.move) return
    setActive({ row: found.row, bar: found.bar })
    setOpened(found.bar >= 0)
  }

  const ticks = useMemo(
    () =>
      ticksOf(geometry, timeAt(geometry, chunk.left), timeAt(geometry, chunk.right), {
        locale: format.locale,
        firstDay: weekStart(state.weekLocale),
        today: wallOf(new Date(canvas.now).toISOString(), geometry.zone).slice(0, 10),
        week: (number) => t('timeline.week', { number }),
      }),
    [geometry, chunk, format, state.weekLocale, canvas.now, t],
  )
  // The links of what holds many are the page's own: one is worked out, and the others have their ids in its place.
  const pattern = useMemo(() => {
    const { to, search } = targetOf(by, { id: ID, name: '', sub: null, group: null, depth: 0 })
    return search ? router.buildLocation({ to, search } as never).href : to
  }, [router, by, here])
  const drawn = useRef<HTMLDivElement>(null)
  const fetchedTo = Date.parse(span.to)
  const factsOf = ({ index, start, size }: { index: number; start: number; size: number }) => {
    const row = rows.row(index)
    const content = row && known.rows.get(row.id)
    const moved = moving.move && content?.bars.some((bar) => bar.eventId === moving.move?.event.id)
    return {
      by,
      index,
      row,
      href: row ? pattern.replace(ID, row.id) : '',
      top: start,
      height: size,
      group: grouped(index),
      content,
      laid: content && laidOf(content),
      events: known.events,
      geometry,
      from: view.from,
      to: view.to,
      fetchedTo,
      active: active?.row === index ? active.bar : null,
      editable: moving.editable,
      move: moved ? moving.move : undefined,
      short: Boolean(moved && moving.lacking && moving.lacking.length > 0),
      text,
    }
  }
  useFlying(flying, drawn, factsOf, onDrawn)
  useLayoutEffect(() => {
    virtual.measure()
    if (canvas.element.current) canvas.element.current.scrollTop = 0
    setPicked(null)
    letGo()
  }, [props.rowsKey])
  // It may be that the list was shown, and time went on there.
  useLayoutEffect(() => canvas.restore(), [canvas.restore])
  // What comes for rows ahead gives them their heights there and then, or each would move the others when it comes into sight.
  useLayoutEffect(() => {
    const { from, to } = known.around
    const ahead = Array.from({ length: Math.max(0, Math.min(rows.total, to) - from) }, (_, i) => from + i)
    if (flying.fit(ahead, heightAt)) keep()
  }, [known.rows, rows.row, usual, laidOf])
  const activeRow = active && rows.row(active.row)
  const high = Math.max(virtual.getTotalSize(), (canvas.height || 400) - HEAD)
  return (
    <div className={classes.frame} style={{ '--label': `${labelWidth}px` } as never}>
      <div
        ref={canvas.ref}
        className={classes.scroll}
        role="grid"
        tabIndex={0}
        aria-label={t(`timeline.by.${by}`)}
        aria-rowcount={rows.total + 1}
        aria-describedby="timeline-keys"
        aria-activedescendant={activeRow ? (active.bar >= 0 ? barId(activeRow.id, active.bar) : headId(activeRow.id)) : undefined}
        aria-busy={rows.pending || known.pending}
        onScroll={() => {
          canvas.onScroll()
          keep()
        }}
        onKeyDown={onKeyDown}
        onWheel={letGo}
        onPointerDown={(down) => {
          letGo()
          pointer.onPointerDown(down)
        }}
        onClick={onClick}
        onDoubleClick={(click) => {
          const found = under(click.target)
          if (found && found.bar >= 0) openActive(found)
        }}
      >
        <div className={classes.canvas} role="rowgroup" style={{ width: labelWidth + geometry.width, height: HEAD + high }}>
          <div className={classes.head} role="row" aria-rowindex={1}>
            <div className={classes.corner} role="columnheader">
              <span>{t(`timeline.one.${by}`)}</span>
              {counted && <span>{t('timeline.leastFree')}</span>}
            </div>
            <TimeHead ticks={ticks} geometry={geometry} />
          </div>
          <div className={classes.gutter} style={{ height: high }} aria-hidden />
          <Backdrop ticks={ticks} geometry={geometry} now={canvas.now} />
          <div ref={drawn} />
        </div>
      </div>
      {moving.move ? (
        <MovePanel moving={moving} format={format} step={snapOf(zoom)} />
      ) : (
        opened &&
        chosen && (
          <BarPanel
            bar={chosen}
            event={chosenEvent}
            text={text}
            format={format}
            editable={chosenEvent !== undefined && moving.may(chosenEvent)}
            onMove={() => chosenEvent && moving.hold(chosenEvent, 'all')}
            onClose={() => setOpened(false)}
          />
        )
      )}
    </div>
  )
}
