import { expect, it } from 'vitest'
import { barsOf, daysOn, monthsLater, weekOf, weeksOf } from './calendar'

it('shows a month in whole weeks from Monday on', () => {
  const june = weeksOf('2027-06')
  expect([june[0]![0], june.at(-1)![6], june.length]).toEqual(['2027-05-31', '2027-07-04', 5])
  expect(weeksOf('2027-02')).toHaveLength(4)
  expect(weeksOf('2027-05')).toHaveLength(6)
  expect(weekOf('2027-06-06')[0]).toBe('2027-05-31')
})
it('goes by months without losing the last day', () => {
  expect(monthsLater('2027-01-31', 1)).toBe('2027-02-28')
  expect(monthsLater('2027-01-31', -2)).toBe('2026-11-30')
})
it('is on the days its own clocks say, midnight not counted', () => {
  const at = (from: string, to: string, timeZone: string) => daysOn({ from, to, timeZone })
  expect(at('2027-06-01T02:00:00Z', '2027-06-01T04:00:00Z', 'America/New_York')).toEqual({
    first: '2027-05-31',
    last: '2027-05-31',
  })
  expect(at('2027-06-01T08:00:00Z', '2027-06-02T22:00:00Z', 'Europe/Berlin')).toEqual({ first: '2027-06-01', last: '2027-06-02' })
})
it('lays bars into lanes without overlaps, the longer of two on top', () => {
  const week = weekOf('2027-06-02')
  const things = [
    { id: 'c', first: '2027-06-03', last: '2027-06-03' },
    { id: 'b', first: '2027-06-01', last: '2027-06-02' },
    { id: 'a', first: '2027-06-01', last: '2027-06-20' },
    { id: 'away', first: '2027-07-01', last: '2027-07-01' },
  ]
  expect(barsOf(week, things).map((bar) => [bar.thing.id, bar.start, bar.span, bar.lane, bar.after])).toEqual([
    ['a', 1, 6, 0, true],
    ['b', 1, 2, 1, false],
    ['c', 3, 1, 1, false],
  ])
})
