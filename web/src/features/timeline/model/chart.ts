import type { Load } from '../api/timeline'

/** What is drawn under a row: the line of what there is, the area that is wanted, what is optioned on top, and where it is too much. */
export type ChartPaths = { stock: string; wanted: string; optioned: string; over: string; most: number }

const round = (x: number) => Math.round(x * 10) / 10

/** Steps between two moments; `x` and the height come in pixels. */
export function chartOf(load: readonly Load[], to: number, x: (instant: number) => number, height: number): ChartPaths | null {
  if (load.length === 0) return null
  const most = load.reduce((max, one) => Math.max(max, one.stock, one.wanted + one.optioned), 0)
  if (most === 0) return null
  const y = (pieces: number) => round(height - (Math.max(0, pieces) / most) * (height - 1))
  let stock = ''
  let wanted = ''
  let optioned = ''
  let over = ''
  load.forEach((one, index) => {
    const left = round(x(Date.parse(one.from)))
    const right = round(x(index + 1 < load.length ? Date.parse(load[index + 1]!.from) : to))
    if (right <= left) return
    stock += `${stock ? 'L' : 'M'}${left} ${y(one.stock)}L${right} ${y(one.stock)}`
    // A few pieces of very many would not be seen.
    const box = (low: number, high: number, least: number) => {
      const bottom = y(low)
      const top = Math.min(y(high), bottom - least)
      return `M${left} ${bottom}L${left} ${top}L${right} ${top}L${right} ${bottom}Z`
    }
    if (one.wanted > 0) wanted += box(0, one.wanted, 2)
    if (one.optioned > 0) optioned += box(one.wanted, one.wanted + one.optioned, 2)
    // What is lacking in one place is lacking, although the sum of all places may do.
    if (one.lacking > 0) over += box(Math.max(0, one.wanted - one.lacking), one.wanted, 5)
  })
  return { stock, wanted, optioned, over, most }
}

/** The moment with the least left over in a time; null where nothing is known of it. */
export function tightest(load: readonly Load[], from: number, to: number): Load | null {
  let found: Load | null = null
  for (let index = 0; index < load.length; index++) {
    const one = load[index]!
    const end = index + 1 < load.length ? Date.parse(load[index + 1]!.from) : Number.POSITIVE_INFINITY
    if (end <= from || Date.parse(one.from) >= to) continue
    if (!found || leftOf(one) < leftOf(found)) found = one
  }
  return found
}
/** Less than nothing where something lacks, whatever is free elsewhere. */
export const leftOf = (load: Load) => (load.lacking > 0 ? -load.lacking : load.stock - load.wanted)
