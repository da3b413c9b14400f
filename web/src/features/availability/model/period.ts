/** Wall-clock times and instants of a zone, and the periods people ask about most. */
export type Span = { from: string; to: string }

export const choices = ['today', 'tomorrow', 'weekend', 'week', 'month'] as const
export type Choice = (typeof choices)[number]

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(zone: string) {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  clocks.set(zone, clock)
  return clock
}

function wallMillis(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** What the clock on the wall of a zone shows: `2027-06-01T08:30`. */
export const wallOf = (instant: string, zone: string): string =>
  new Date(wallMillis(Date.parse(instant), zone)).toISOString().slice(0, 16)

/**
 * When the clock of a zone shows this, or null where it says no time. An hour that happens twice is its first; one that is left
 * out in spring is as far after the jump as it would have been after the hour before.
 */
export function instantOf(wall: string, zone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return null
  const wanted = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(wanted)) return null
  const offsetAt = (instant: number) => wallMillis(instant, zone) - instant
  const before = wanted - offsetAt(wanted - 86_400_000)
  const after = wanted - offsetAt(wanted + 86_400_000)
  const fits = [before, after].filter((instant) => wallMillis(instant, zone) === wanted)
  return new Date(fits.length > 0 ? Math.min(...fits) : before).toISOString()
}

const day = (wall: string, plus: number) => new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) + plus * 86_400_000)
/** When a day of the calendar begins in a zone, so many days after the one of a wall-clock time. */
export const midnight = (wall: string, plus: number, zone: string): string =>
  instantOf(`${day(wall, plus).toISOString().slice(0, 10)}T00:00`, zone)!

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
      const weekday = day(today, 0).getUTCDay()
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
