import type { Block, BlockKind } from '../api/events'

/** A block with the clock's times: `2027-06-01T08:00`. */
export type WallBlock = Block
type Ends = { from: string; to: string }

const plus = (wall: string, minutes: number) =>
  new Date(Date.parse(`${wall.slice(0, 16)}Z`) + minutes * 60_000).toISOString().slice(0, 16)
const later = (a: string, b: string) => (a > b ? a : b)
const sooner = (a: string, b: string) => (a < b ? a : b)

/** Where one more block most likely lies: set-up from the beginning, the show in the evening, strike up to the end. */
export function nextBlock(kind: BlockKind, event: Ends, blocks: readonly WallBlock[]): WallBlock {
  const last = blocks.reduce((latest, block) => later(latest, block.to), event.from)
  const open = last < event.to ? last : event.from
  const make = (from: string, to: string): WallBlock => ({
    id: null,
    kind,
    stage: blocks.at(-1)?.stage ?? null,
    from,
    to: to > from ? to : sooner(plus(from, 60), later(event.to, plus(from, 60))),
    note: null,
  })
  if (!event.from || !event.to) return make(event.from, event.from && plus(event.from, 240))
  // Where nothing is left, its last hours.
  if (kind === 'STRIKE') return make(last < event.to ? last : later(event.from, plus(event.to, -120)), event.to)
  if (kind === 'SETUP') return make(open, sooner(plus(open, 240), event.to))
  const evening = `${open.slice(0, 10)}T19:00`
  const from = evening >= open && evening < event.to ? evening : open
  return make(from, sooner(plus(from, 240), event.to))
}

const DAY = 86_400_000
/** Everything by so many days later, on the clock. */
export const shifted = (wall: string, days: number) =>
  wall && new Date(Date.parse(`${wall.slice(0, 16)}Z`) + days * DAY).toISOString().slice(0, 16)
export const daysBetween = (before: string, after: string) =>
  Math.round((Date.parse(after.slice(0, 10)) - Date.parse(before.slice(0, 10))) / DAY)
