import type { Movable } from '../api/move'
import type { Block, Contents, Span } from '../api/timeline'
import { HOUR, shifted } from './scale'

/** The whole event, or one end of it. */
export type Grip = 'all' | 'from' | 'to'

/** Where an event comes to be on site; an end does not pass the other. */
export function movedTo(event: Span & { timeZone: string }, grip: Grip, millis: number): Span {
  const { timeZone } = event
  const from = grip === 'to' ? event.from : shifted(event.from, millis, timeZone)
  const to = grip === 'from' ? event.to : shifted(event.to, millis, timeZone)
  if (Date.parse(to) - Date.parse(from) >= HOUR) return { from, to }
  const hour = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString()
  return grip === 'from' ? { from: hour(event.to, -HOUR), to: event.to } : { from: event.from, to: hour(event.from, HOUR) }
}

/** Its blocks go with an event that moves as a whole; one that becomes longer or shorter keeps them. */
export function blocksOf<B extends Block>(
  event: Span & { timeZone: string; blocks: readonly B[] },
  grip: Grip,
  millis: number,
): B[] {
  if (grip !== 'all') return [...event.blocks]
  return event.blocks.map((block) => ({
    ...block,
    from: shifted(block.from, millis, event.timeZone),
    to: shifted(block.to, millis, event.timeZone),
  }))
}

/** Blocks at the times at which somebody saw them. */
export const asSeen = <B extends Block>(blocks: readonly B[], seen: readonly Block[]): B[] =>
  blocks.map((block) => {
    const there = seen.find((one) => one.id === block.id)
    return there ? { ...block, from: there.from, to: there.to } : block
  })

/** What is known of the rows with an event where it has come to be: its bars go along until the server says how they are. */
export function withMoved(known: Contents, event: Movable): Contents {
  const old = known.events.find((one) => one.id === event.id)
  if (!old || old.version >= event.version) return known
  const by = (instant: string, from: string, to: string) =>
    new Date(Date.parse(instant) + Date.parse(to) - Date.parse(from)).toISOString()
  const begins = (instant: string) => by(instant, old.from, event.from)
  const ends = (instant: string) => by(instant, old.to, event.to)
  const same = (a: string | null, b: string) => a !== null && Date.parse(a) === Date.parse(b)
  return {
    ...known,
    events: known.events.map((one) =>
      one !== old
        ? one
        : {
            ...old,
            from: event.from,
            to: event.to,
            occupiedFrom: begins(old.occupiedFrom),
            leavesAt: begins(old.leavesAt),
            backAt: ends(old.backAt),
            occupiedTo: ends(old.occupiedTo),
            blocks: event.blocks,
            version: event.version,
          },
    ),
    rows: known.rows.map((row) =>
      row.bars.some((bar) => bar.eventId === event.id)
        ? {
            ...row,
            bars: row.bars.map((bar) => {
              if (bar.eventId !== event.id) return bar
              // What is on site at times of its own stays there.
              const first = same(bar.onSiteFrom, old.from)
              const last = same(bar.onSiteTo, old.to)
              return {
                ...bar,
                from: first && bar.from ? begins(bar.from) : bar.from,
                onSiteFrom: first ? event.from : bar.onSiteFrom,
                to: last && bar.to ? ends(bar.to) : bar.to,
                onSiteTo: last ? event.to : bar.onSiteTo,
              }
            }),
          }
        : row,
    ),
  }
}
