import { dayAfter, instantOf, wallOf } from '@/lib/wall'

/** From hours to a year. */
export const zooms = ['hours', 'days', 'weeks', 'months', 'year'] as const
export type Zoom = (typeof zooms)[number]

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Pixels for one day. */
export const dayWidth: Record<Zoom, number> = { hours: 1_056, days: 66, weeks: 26, months: 8, year: 2.4 }
/** By how much things move at a time. */
const snaps: Record<Zoom, number> = { hours: 15 * 60_000, days: HOUR, weeks: 6 * HOUR, months: DAY, year: DAY }
export const snapOf = (zoom: Zoom) => snaps[zoom]
export const millisPerPixel = (zoom: Zoom) => DAY / dayWidth[zoom]

/** As near and as far as fingers go, in pixels for one day. */
const NEAREST = 2_400
const FARTHEST = 2
/** From so many pixels for one day on, the head has room for the words of a zoom. */
const leastWidth: Record<Zoom, number> = { hours: 1_000, days: 40, weeks: 14.5, months: 4.4, year: 0 }

export const withinReach = (mpp: number) => Math.min(DAY / FARTHEST, Math.max(DAY / NEAREST, mpp))
/** The zoom whose words fit, however near fingers have drawn time. */
export const zoomAt = (mpp: number): Zoom => zooms.find((zoom) => DAY / mpp >= leastWidth[zoom])!

export const nextZoom = (zoom: Zoom, closer: boolean): Zoom => {
  const at = zooms.indexOf(zoom) + (closer ? -1 : 1)
  return zooms[Math.min(zooms.length - 1, Math.max(0, at))]!
}

/** Where on the canvas an instant lies. */
export type Geometry = { zoom: Zoom; zone: string; origin: number; mpp: number; width: number }
export const xOf = (geometry: Geometry, instant: number) => (instant - geometry.origin) / geometry.mpp
export const timeAt = (geometry: Geometry, x: number) => geometry.origin + x * geometry.mpp

/** How wide the canvas is; what lies beyond is reached by moving its beginning. */
export const CANVAS = 24_000

/** A canvas with that moment in its middle, beginning at a midnight. */
export function geometryAround(zoom: Zoom, zone: string, instant: number, mpp = millisPerPixel(zoom)): Geometry {
  const day = wallOf(new Date(instant - (CANVAS / 2) * mpp).toISOString(), zone)
  return { zoom, zone, mpp, width: CANVAS, origin: Date.parse(instantOf(`${day.slice(0, 10)}T00:00`, zone)!) }
}

/** So many days later by the clocks of a zone, and the rest in hours: an event keeps its time of day over a change of clocks. */
export function shifted(instant: string, millis: number, zone: string): string {
  const days = Math.trunc(millis / DAY)
  const wall = wallOf(instant, zone)
  const seconds = Date.parse(instant) % 60_000
  const whole = days === 0 ? instant : instantOf(`${dayAfter(wall, days)}${wall.slice(10)}`, zone)!
  return new Date(Date.parse(whole) + (days === 0 ? 0 : seconds) + (millis - days * DAY)).toISOString()
}

export const snapped = (millis: number, zoom: Zoom) => Math.round(millis / snaps[zoom]) * snaps[zoom]

export type Tick = { at: number; end: number; label: string; weekend?: boolean; today?: boolean }
export type Ticks = { upper: Tick[]; lower: Tick[]; shades: Tick[] }

const maker = (locale: string) => (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })

/** 1 for Monday to 7. */
export function weekStart(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
    weekInfo?: { firstDay: number }
  }
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}

/** The week's number after ISO 8601. */
export function weekNumber(day: string): number {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7))
  const first = Date.UTC(date.getUTCFullYear(), 0, 1)
  return Math.ceil(((date.getTime() - first) / DAY + 1) / 7)
}

type Naming = { locale: string; firstDay: number; today: string; week: (number: number) => string }

const midnights = new Map<string, number>()
/** When a day begins in a zone. Asked for the same days again and again. */
function midnightOf(day: string, zone: string): number {
  const key = `${day} ${zone}`
  const known = midnights.get(key)
  if (known !== undefined) return known
  if (midnights.size > 20_000) midnights.clear()
  const found = Date.parse(instantOf(`${day}T00:00`, zone)!)
  midnights.set(key, found)
  return found
}

/** Both tiers of the head and the days that are shaded, for what lies between two moments. */
export function ticksOf(geometry: Geometry, from: number, to: number, naming: Naming): Ticks {
  const { zoom, zone } = geometry
  const make = maker(naming.locale)
  const at = (day: string) => midnightOf(day, zone)
  const first = wallOf(new Date(from).toISOString(), zone).slice(0, 10)
  const days: string[] = []
  if (zoom !== 'year') for (let day = first; at(day) < to; day = dayAfter(day, 1)) days.push(day)
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const name = (format: Intl.DateTimeFormat, day: string) => format.format(new Date(`${day}T00:00:00Z`))
  /** Stretches of days that belong together, the first beginning where it really does. */
  const stretches = (begins: (day: string) => string, next: (start: string) => string, label: (start: string) => string) => {
    const found: Tick[] = []
    for (let start = begins(first); at(start) < to; start = next(start))
      found.push({ at: at(start), end: at(next(start)), label: label(start) })
    return found
  }
  const month = (day: string) => `${day.slice(0, 7)}-01`
  const monthAfter = (day: string) => month(dayAfter(month(day), 32))
  const weekOf = (day: string) => dayAfter(day, -((weekday(day) - naming.firstDay + 7) % 7))
  const months = (format: Intl.DateTimeFormat) => stretches(month, monthAfter, (day) => name(format, day))
  const weeks = (label: (day: string) => string) => stretches(weekOf, (day) => dayAfter(day, 7), label)
  const long = make({ month: 'long', year: 'numeric' })
  const shades = days.filter((day) => weekday(day) > 5).map((day) => ({ at: at(day), end: at(dayAfter(day, 1)), label: '' }))
  switch (zoom) {
    case 'hours': {
      const upper = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      const clock = new Intl.DateTimeFormat(naming.locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
      const lower: Tick[] = []
      for (const day of days)
        for (let hour = at(day), end = at(dayAfter(day, 1)); hour < end; hour += HOUR)
          lower.push({ at: hour, end: hour + HOUR, label: clock.format(hour) })
      return {
        upper: days.map((day) => ({
          at: at(day),
          end: at(dayAfter(day, 1)),
          label: name(upper, day),
          today: day === naming.today,
        })),
        lower,
        shades,
      }
    }
    case 'days': {
      const short = make({ weekday: 'short' })
      return {
        upper: months(long),
        lower: days.map((day) => ({
          at: at(day),
          end: at(dayAfter(day, 1)),
          label: `${name(short, day)} ${Number(day.slice(8))}`,
          weekend: weekday(day) > 5,
          today: day === naming.today,
        })),
        shades,
      }
    }
    case 'weeks': {
      const date = make({ day: 'numeric', month: 'short' })
      return {
        upper: months(long),
        lower: weeks((day) => `${naming.week(weekNumber(dayAfter(day, 3)))} · ${name(date, day)}`),
        shades,
      }
    }
    case 'months':
      return { upper: months(long), lower: weeks((day) => String(Number(day.slice(8)))), shades }
    case 'year': {
      const year = (day: string) => `${day.slice(0, 4)}-01-01`
      return {
        upper: stretches(
          year,
          (day) => year(dayAfter(year(day), 370)),
          (day) => day.slice(0, 4),
        ),
        lower: months(make({ month: 'short' })),
        shades,
      }
    }
  }
}
