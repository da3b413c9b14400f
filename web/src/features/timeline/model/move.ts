import type { Block, Span } from '../api/timeline'
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
