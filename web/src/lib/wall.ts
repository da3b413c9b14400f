/** Wall-clock times of a zone and the instants they mean. */
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

/** The day (2027-06-01) so many days after the one of a wall-clock time. */
export const dayAfter = (wall: string, plus: number): string =>
  new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10)

/** When a day of the calendar begins in a zone, so many days after the one of a wall-clock time. */
export const midnight = (wall: string, plus: number, zone: string): string => instantOf(`${dayAfter(wall, plus)}T00:00`, zone)!
