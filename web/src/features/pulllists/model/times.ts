import type { OwnTimes, PullGroup } from '@/lib/pull-lists'
import type { EventOfList, PullLine } from '../api/pull-lists'

export type Span = { from: string; to: string }

export const inherited: OwnTimes = {
  from: null,
  to: null,
  prepMinutes: null,
  transitBeforeMinutes: null,
  transitAfterMinutes: null,
  turnaroundMinutes: null,
}

/** Minutes that are said; the rest is the event's. */
export const ownMinutes = (times: OwnTimes | undefined): Partial<OwnTimes> =>
  Object.fromEntries(Object.entries(times ?? {}).filter(([, value]) => typeof value === 'number'))

export const differs = (times: OwnTimes): boolean => Object.values(times).some((one) => one !== null && one !== undefined)

type Above = { from: string; to: string } & EventOfList['occupancy']
const aboveOf = (event: EventOfList): Above => ({ from: event.from, to: event.to, ...event.occupancy })
const but = (above: Above, own: OwnTimes): Above => ({
  from: own.from && own.to ? own.from : above.from,
  to: own.from && own.to ? own.to : above.to,
  prepMinutes: own.prepMinutes ?? above.prepMinutes,
  transitBeforeMinutes: own.transitBeforeMinutes ?? above.transitBeforeMinutes,
  transitAfterMinutes: own.transitAfterMinutes ?? above.transitAfterMinutes,
  turnaroundMinutes: own.turnaroundMinutes ?? above.turnaroundMinutes,
})

/** When stock is away: on site with prep, transit and turnaround around it; event, then group, then line. */
export function takenFor(event: EventOfList, group?: Pick<PullGroup, 'times'>, line?: Pick<PullLine, 'times'>): Span {
  let all = aboveOf(event)
  if (group) all = but(all, group.times)
  if (line) all = but(all, line.times)
  const moved = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString()
  return {
    from: moved(all.from, -(all.prepMinutes + all.transitBeforeMinutes)),
    to: moved(all.to, all.transitAfterMinutes + all.turnaroundMinutes),
  }
}
