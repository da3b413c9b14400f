import { dayAfter, wallOf } from '@/lib/wall'

/** Days of the calendar, `2027-06-01`. */
export type Day = string
export type Days = { first: Day; last: Day }

const DAY = 86_400_000
const number = (day: Day) => Math.round(Date.parse(day) / DAY)
export const daysApart = (from: Day, to: Day) => number(to) - number(from)
/** 0 for Monday. */
export const weekday = (day: Day) => (new Date(day).getUTCDay() + 6) % 7
export const monthOf = (day: Day) => day.slice(0, 7)

/** The weeks that show a month, each of seven days from Monday on. */
export function weeksOf(month: string): Day[][] {
  const first = `${month}-01`
  const start = dayAfter(first, -weekday(first))
  const weeks: Day[][] = []
  for (let day = start; day <= first || monthOf(day) === month; day = dayAfter(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(day, index)))
  return weeks
}
export const weekOf = (day: Day): Day[] => Array.from({ length: 7 }, (_, index) => dayAfter(day, index - weekday(day)))

export function monthsLater(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), last)
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10)
}

/** The days that something is on, by the clocks of its own zone; what ends at midnight is not on the day that begins. */
export function daysOn(thing: { from: string; to: string; timeZone: string }): Days {
  const end = new Date(Math.max(Date.parse(thing.from), Date.parse(thing.to) - 1)).toISOString()
  return { first: wallOf(thing.from, thing.timeZone).slice(0, 10), last: wallOf(end, thing.timeZone).slice(0, 10) }
}

/** A bar in a week: on which columns, in which lane, and whether it goes on beyond. */
export type Bar<Thing> = { thing: Thing; start: number; span: number; lane: number; before: boolean; after: boolean }

/** Lays what is on in a week into lanes, longer ones first; those that are on for many days keep to the top. */
export function barsOf<Thing extends Days>(week: readonly Day[], things: readonly Thing[]): Bar<Thing>[] {
  const [monday, sunday] = [week[0]!, week.at(-1)!]
  const here = things
    .filter((thing) => thing.first <= sunday && thing.last >= monday)
    .sort((a, b) => a.first.localeCompare(b.first) || b.last.localeCompare(a.last))
  const ends: number[] = []
  return here.map((thing) => {
    const start = Math.max(0, daysApart(monday, thing.first))
    const end = Math.min(week.length - 1, daysApart(monday, thing.last))
    const free = ends.findIndex((last) => last < start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = end
    return { thing, start, span: end - start + 1, lane, before: thing.first < monday, after: thing.last > sunday }
  })
}
