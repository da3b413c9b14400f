import type { CSSProperties } from 'react'
import type { Bar, EventFacts } from '../api/timeline'
import { LANE, type Placed } from '../model/lanes'
import { type Geometry, xOf } from '../model/scale'
import classes from './Timeline.module.css'
import { type BarText, paintOf } from './useBarText'
import type { Chunk } from './useCanvas'

const LEAST = 5
/** Narrower ones say nothing; the panel does when one of them is chosen. */
const NAMED = 44

type Inside = { from: number; to: number; kind: string }

/** The parts of an event that are worth telling apart: on site, and its blocks where there are some. */
function insides(bar: Bar, event: EventFacts | undefined, whole: boolean): Inside[] {
  const found: Inside[] = []
  if (bar.onSiteFrom && bar.onSiteTo) found.push({ from: Date.parse(bar.onSiteFrom), to: Date.parse(bar.onSiteTo), kind: 'site' })
  if (!event || !whole) return found
  found.push({ from: Date.parse(event.leavesAt), to: Date.parse(event.from), kind: 'transit' })
  found.push({ from: Date.parse(event.to), to: Date.parse(event.backAt), kind: 'transit' })
  for (const block of event.blocks) found.push({ from: Date.parse(block.from), to: Date.parse(block.to), kind: block.kind })
  return found
}

export function BarView(props: {
  id: string
  placed: Placed
  event: EventFacts | undefined
  geometry: Geometry
  chunk: Chunk
  /** Where the view begins: words of what began before stand there. */
  edge: number
  /** The row is an event: its bar tells all its parts. */
  whole: boolean
  active: boolean
  movable: boolean
  ghost?: { from: number; to: number; short: boolean }
  text: BarText
}) {
  const { placed, event, geometry, chunk, whole, ghost, text } = props
  const { bar } = placed
  const clip = (x: number) => Math.min(chunk.right + 40, Math.max(chunk.left - 40, x))
  const left = clip(xOf(geometry, placed.from))
  const right = Math.max(left + LEAST, clip(xOf(geometry, placed.to)))
  const width = right - left
  const top = 6 + placed.lane * LANE
  const box = (from: number, to: number): CSSProperties => {
    const a = Math.max(left, clip(xOf(geometry, from)))
    const b = Math.min(right, clip(xOf(geometry, to)))
    return { left: a - left - 1, width: Math.max(0, b - a) }
  }
  const short = bar.lacking > 0
  // Words stand in the part that is in sight, or nowhere.
  const before = Math.max(0, props.edge - left)
  return (
    <>
      <div
        id={props.id}
        role="gridcell"
        aria-label={text.whole(bar, event)}
        aria-selected={props.active}
        className={classes.bar}
        style={{ left, width, top }}
        data-bar={placed.index}
        data-paint={paintOf(bar, event)}
        data-short={short || undefined}
        data-late={bar.late || undefined}
        data-active={props.active || undefined}
        data-moved={ghost ? true : undefined}
      >
        {width > 14 &&
          insides(bar, event, whole).map((one) => (
            <i key={`${one.kind}${one.from}`} className={classes.inside} data-kind={one.kind} style={box(one.from, one.to)} />
          ))}
        {width - before > NAMED && (
          <span className={classes.words} style={{ marginLeft: before }}>
            <b>{text.title(bar, event)}</b>
            {bar.quantity !== null && !bar.reason && <span className="num">{bar.quantity}</span>}
          </span>
        )}
        {props.movable && width > 24 && (
          <>
            <i className={classes.handle} data-grip="from" />
            <i className={classes.handle} data-grip="to" />
          </>
        )}
      </div>
      {ghost && (
        <div
          className={classes.ghost}
          data-short={ghost.short || undefined}
          style={{
            left: clip(xOf(geometry, ghost.from)),
            width: Math.max(LEAST, clip(xOf(geometry, ghost.to)) - clip(xOf(geometry, ghost.from))),
            top,
          }}
        />
      )}
    </>
  )
}
