import type { Job, JobAsset, Need } from './job'
import type { Mode } from './modes'

/** @property takes whether somebody who works in this mode takes them by a tap */
export type Pieces = { assets: JobAsset[]; takes: boolean }

const here = new Set(['AVAILABLE', 'CHECKED_IN'])

/** The single pieces behind a line: made ready for it, out for it, and those that could still be taken. */
export function piecesOf(job: Job, need: Need, mode: Mode, back: boolean): { ready: Pieces; out: Pieces; free: Pieces } {
  const order = new Map(job.locations?.map((one, at) => [one.id, one.walkingOrder ?? 1e6 + at]))
  const along = (one: JobAsset) => order.get(one.locationId ?? '') ?? 1e9
  const assets = job.assets.toSorted((a, b) => a.number.localeCompare(b.number, undefined, { numeric: true }))
  const free = assets
    .filter(
      (one) =>
        one.productId === need.subjectId &&
        one.picked === null &&
        one.out === null &&
        here.has(one.status) &&
        one.quarantined === null &&
        one.unfit.length === 0,
    )
    .toSorted((a, b) => along(a) - along(b))
  const picks = mode === 'PREP' && !back
  const held = (key: 'picked' | 'out') => assets.filter((one) => one[key] === need.key && one.outFor === job.event.id)
  return {
    ready: {
      assets: held('picked'),
      takes: mode === 'CHECK_OUT' || (mode === 'PREP' && back) || mode === 'MOVE' || mode === 'PACK',
    },
    out: { assets: held('out'), takes: mode === 'CHECK_IN' },
    free: {
      assets: mode === 'CHECK_IN' || (mode === 'PREP' && back) ? [] : free,
      takes: picks || mode === 'CHECK_OUT' || mode === 'MOVE' || mode === 'PACK',
    },
  }
}
