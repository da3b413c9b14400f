import type { Occupancy } from '../api/events'

type Ends = { from: string; to: string }
export type Part = Ends & { part: 'prep' | 'there' | 'onSite' | 'back' | 'turnaround' }

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** What things are taken for, one after the other; what takes no time is left out. */
export function partsOf(event: Ends & { occupancy: Occupancy }): Part[] {
  const { from, to, occupancy } = event
  const leaves = later(from, -occupancy.transitBeforeMinutes)
  const back = later(to, occupancy.transitAfterMinutes)
  const all: Part[] = [
    { part: 'prep', from: later(leaves, -occupancy.prepMinutes), to: leaves },
    { part: 'there', from: leaves, to: from },
    { part: 'onSite', from, to },
    { part: 'back', from: to, to: back },
    { part: 'turnaround', from: back, to: later(back, occupancy.turnaroundMinutes) },
  ]
  return all.filter((one) => Date.parse(one.from) < Date.parse(one.to))
}

/** From the first hour of prep to the last of turnaround. */
export function occupied(event: Ends & { occupancy: Occupancy }): Ends {
  const parts = partsOf(event)
  return { from: parts[0]!.from, to: parts.at(-1)!.to }
}
