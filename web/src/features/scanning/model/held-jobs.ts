import { type Head, held } from '@/offline/held'
import type { JobLine } from '../api/scanning'
import type { Job } from './job'

export const heldJobKey = (eventId: string) => `job:${eventId}`

const DAY = 24 * 60 * 60 * 1000
/** So long a copy is kept that nobody refreshed, and one of a job that is over. */
const UNSEEN_DAYS_MAX = 30
const OVER_DAYS_MAX = 7

/** Copies are made again when they are wanted; scans that wait are in the journal and stay. */
export function isOver({ heldAt, head: { to } }: Head<JobLine>, now: number): boolean {
  const since = (at: string) => (now - Date.parse(at)) / DAY
  if (since(heldAt) > UNSEEN_DAYS_MAX) return true
  return to !== null && since(to) > OVER_DAYS_MAX && since(heldAt) > OVER_DAYS_MAX
}

export const holdJob = (userId: string, value: Job, covers: number, heldAt: string): Promise<boolean> =>
  held.put({ key: heldJobKey(value.event.id), userId, heldAt, covers, value }, lineOf(value))

/** What the list shows of the jobs on this device, without those that are over. */
export async function heldJobs(userId: string): Promise<JobLine[]> {
  const now = Date.now()
  await held.expire<JobLine>((one) => isOver(one, now))
  return (await held.heads<JobLine>(userId, heldJobKey(''))).map((one) => one.head)
}

function lineOf({ event, needs }: Job): JobLine {
  const sum = (of: 'wanted' | 'picked' | 'out' | 'back' | 'missing') => needs.reduce((all, one) => all + one[of], 0)
  const { id: eventId, number, name, phase, clientName, venueName, from, to, warehouseName } = event
  const counts = { wanted: sum('wanted'), picked: sum('picked'), out: sum('out'), back: sum('back'), missing: sum('missing') }
  return { eventId, number, name, phase, clientName, venueName, from, to, warehouseName, ...counts }
}
