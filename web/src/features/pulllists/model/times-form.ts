import type { OwnTimes } from '@/lib/pull-lists'
import { instantOf, wallOf } from '@/lib/wall'

/** Own times as a form holds them: the ends on the clock of a zone, minutes as hours. */
export type TimesValues = {
  from: string
  to: string
  prepMinutes: number | null
  transitBeforeMinutes: number | null
  transitAfterMinutes: number | null
  turnaroundMinutes: number | null
}

export const timesValues = (times: OwnTimes, zone: string): TimesValues => ({
  from: times.from ? wallOf(times.from, zone) : '',
  to: times.to ? wallOf(times.to, zone) : '',
  prepMinutes: times.prepMinutes,
  transitBeforeMinutes: times.transitBeforeMinutes,
  transitAfterMinutes: times.transitAfterMinutes,
  turnaroundMinutes: times.turnaroundMinutes,
})

/** Emptied is inherited again. */
export const timesOf = (values: TimesValues, zone: string): OwnTimes => ({
  prepMinutes: values.prepMinutes ?? null,
  transitBeforeMinutes: values.transitBeforeMinutes ?? null,
  transitAfterMinutes: values.transitAfterMinutes ?? null,
  turnaroundMinutes: values.turnaroundMinutes ?? null,
  from: instantOf(values.from, zone),
  to: instantOf(values.to, zone),
})
