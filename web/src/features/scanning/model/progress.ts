import type { Need } from './job'
import type { Mode } from './modes'
import type { NeedCount } from './scan'

export type Progress = { done: number; of: number }

/** What is done of a need in the eyes of somebody who works in this mode. */
export function progressOf({ wanted, picked, out, back, missing }: NeedCount, mode: Mode): Progress {
  const left = out + back + missing
  if (mode === 'CHECK_IN') return { done: back + missing, of: left }
  return { done: mode === 'CHECK_OUT' ? left : picked + left, of: Math.max(wanted, 0) }
}

/** Of the whole job: more of one thing does not make up for less of another. */
export function totalOf(needs: NeedCount[], mode: Mode): Progress {
  return needs.reduce<Progress>(
    (sum, need) => {
      const { done, of } = progressOf(need, mode)
      return { done: sum.done + Math.min(done, of), of: sum.of + of }
    },
    { done: 0, of: 0 },
  )
}

export type Stop = { shelf: string | null; path: string; needs: Need[] }

/** The needs along the way through the warehouse; what is done, and what has no shelf, comes last. */
export function walk(needs: Need[], mode: Mode): Stop[] {
  const shown = needs.filter((need) => (need.extra ? need.picked + need.out + need.back + need.missing > 0 : true))
  const inMode = mode === 'CHECK_IN' ? shown.filter((need) => need.out + need.back + need.missing > 0) : shown
  const placed = inMode.map((need, at) => {
    const first = need.places.toSorted((a, b) => (a.walkingOrder ?? 1e9) - (b.walkingOrder ?? 1e9))[0]
    // A shelf that nobody put in order comes after those that have one, and before none at all.
    return {
      need,
      at,
      order: first ? (first.walkingOrder ?? 1e9) : Number.POSITIVE_INFINITY,
      shelf: first?.name ?? null,
      path: first?.path.join(' › ') ?? '',
    }
  })
  placed.sort((a, b) => a.order - b.order || a.path.localeCompare(b.path) || a.at - b.at)
  const stops: Stop[] = []
  for (const { need, shelf, path } of placed) {
    const last = stops.at(-1)
    if (last && last.path === path) last.needs.push(need)
    else stops.push({ shelf, path, needs: [need] })
  }
  return stops
}
