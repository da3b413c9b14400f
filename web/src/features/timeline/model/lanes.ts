import type { Bar } from '../api/timeline'

export const LANES_MAX = 6
export const LANE = 29
export const CHART = 24
/** Two lines of words, or one. */
const TWO_LINES = 52
const ONE_LINE = 40

export type Placed = { bar: Bar; index: number; from: number; to: number; lane: number }
export type Laid = { bars: Placed[]; lanes: number; hidden: Placed[] }

const FOREVER = 8.64e15

export const beginOf = (bar: Bar) => (bar.from ? Date.parse(bar.from) : -FOREVER)
export const endOf = (bar: Bar) => (bar.to ? Date.parse(bar.to) : FOREVER)

/** Bars that touch do not cover each other; `least` is how long one is at least drawn. What finds no lane is counted. */
export function lay(bars: readonly Bar[], least: number): Laid {
  const sorted = bars
    .map((bar, index) => ({ bar, index, from: beginOf(bar), to: endOf(bar), lane: 0 }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const ends: number[] = []
  const placed: Placed[] = []
  const hidden: Placed[] = []
  for (const one of sorted) {
    let lane = ends.findIndex((end) => end <= one.from)
    if (lane < 0) lane = ends.length
    if (lane >= LANES_MAX) {
      hidden.push({ ...one, lane: LANES_MAX - 1 })
      continue
    }
    ends[lane] = Math.max(one.to, one.from + least)
    placed.push({ ...one, lane })
  }
  return { bars: placed, lanes: Math.max(1, ends.length), hidden }
}

/** How high a row is: its lanes, and the chart below where it is counted. */
export const heightOf = (lanes: number, counted: boolean, lines: 1 | 2) =>
  Math.max(lines === 1 ? ONE_LINE : TWO_LINES, 8 + lanes * LANE + (counted ? CHART + 4 : 0))
