import { dayAfter, midnight, wallOf } from '@/lib/wall'

/** The periods people ask about most. */
export type Span = { from: string; to: string }

export const choices = ['today', 'tomorrow', 'weekend', 'week', 'month'] as const
export type Choice = (typeof choices)[number]

/** The period of a quick choice, in whole days of the zone: a day of 23 or 25 hours is one day. */
export function spanOf(choice: Choice, now: string, zone: string): Span {
  const today = wallOf(now, zone)
  const days = (first: number, length: number): Span => ({
    from: midnight(today, first, zone),
    to: midnight(today, first + length, zone),
  })
  switch (choice) {
    case 'today':
      return days(0, 1)
    case 'tomorrow':
      return days(1, 1)
    case 'weekend': {
      // Saturday and Sunday; on a Sunday what is left of it.
      const weekday = new Date(dayAfter(today, 0)).getUTCDay()
      return weekday === 0 ? days(0, 1) : days(6 - weekday, 2)
    }
    case 'week':
      return days(0, 7)
    case 'month':
      return days(0, 30)
  }
}

/** The quick choice that a period is, if it is one. */
export const choiceOf = (span: Span, now: string, zone: string): Choice | null =>
  choices.find((choice) => {
    const one = spanOf(choice, now, zone)
    return Date.parse(one.from) === Date.parse(span.from) && Date.parse(one.to) === Date.parse(span.to)
  }) ?? null

const LONGEST = 3_660 * 86_400_000
/** Longer than the server answers for. */
export const isTooLong = (from: string, to: string) => Date.parse(to) - Date.parse(from) > LONGEST

/** The period with another beginning; what would end before it begins, or be too long, keeps its length. */
export function beginningAt(span: Span, from: string): Span {
  if (Date.parse(from) < Date.parse(span.to) && !isTooLong(from, span.to)) return { ...span, from }
  const length = Date.parse(span.to) - Date.parse(span.from)
  return { from, to: new Date(Date.parse(from) + length).toISOString() }
}

/** A period as an address carries it, or null where it makes no sense. */
export function spanFrom(from: unknown, to: unknown): Span | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const [start, end] = [Date.parse(from), Date.parse(to)]
  if (Number.isNaN(start) || Number.isNaN(end) || start >= end || end - start > LONGEST) return null
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString() }
}
