import { describe, expect, it } from 'vitest'
import {
  CANVAS,
  geometryAround,
  HOUR,
  nextZoom,
  shifted,
  ticksOf,
  timeAt,
  weekNumber,
  weekStart,
  withinReach,
  xOf,
  zoomAt,
} from './scale'

const zone = 'Europe/Berlin'
const naming = { locale: 'en-GB', firstDay: 1, today: '2027-03-28', week: (number: number) => `W${number}` }
const at = (instant: string) => Date.parse(instant)

describe('the scale of time', () => {
  it('says what fits, however near fingers draw it', () => {
    const perDay = (pixels: number) => zoomAt((24 * HOUR) / pixels)
    expect([1_056, 500, 66, 26, 8, 2.4, 0.1].map(perDay)).toEqual(['hours', 'days', 'days', 'weeks', 'months', 'year', 'year'])
    expect(withinReach(1)).toBe((24 * HOUR) / 2_400)
    expect(withinReach(1e12)).toBe(12 * HOUR)
  })

  it('puts a moment near the middle and begins at a midnight', () => {
    const geometry = geometryAround('days', zone, at('2027-06-01T10:00:00Z'))
    expect(Math.abs(xOf(geometry, at('2027-06-01T10:00:00Z')) - CANVAS / 2)).toBeLessThan(70)
    expect(new Date(geometry.origin).toISOString()).toMatch(/T2[23]:00:00/)
    expect(timeAt(geometry, xOf(geometry, 42 * HOUR))).toBeCloseTo(42 * HOUR)
  })
  it('keeps the time of day when clocks change', () => {
    expect(shifted('2027-03-27T08:00:00.000Z', 24 * HOUR, zone)).toBe('2027-03-28T07:00:00.000Z')
    expect(shifted('2027-03-29T07:00:00.000Z', -48 * HOUR, zone)).toBe('2027-03-27T08:00:00.000Z')
    expect(shifted('2027-03-27T08:00:30.000Z', 25 * HOUR, zone)).toBe('2027-03-28T08:00:30.000Z')
    expect(shifted('2027-03-27T08:00:00.000Z', 2 * HOUR, zone)).toBe('2027-03-27T10:00:00.000Z')
  })
  it('draws the short day of spring shorter, and shades the weekend', () => {
    const geometry = geometryAround('hours', zone, at('2027-03-28T12:00:00Z'))
    const ticks = ticksOf(geometry, at('2027-03-27T23:00:00Z'), at('2027-03-28T22:00:00Z'), naming)
    expect(ticks.upper.map((tick) => tick.label)).toEqual(
      ['Sunday, 28 March 2027'].map((label) => expect.stringContaining(label.slice(0, 6))),
    )
    expect(ticks.lower).toHaveLength(23)
    expect(ticks.upper[0]!.end - ticks.upper[0]!.at).toBe(23 * HOUR)
    expect(ticks.shades).toHaveLength(1)
  })
  it.each([
    ['days', 'March 2027', 'Fri 26'],
    ['weeks', 'March 2027', 'W12 · 22 Mar'],
    ['months', 'March 2027', '22'],
    ['year', '2027', 'Mar'],
  ] as const)('names %s by two tiers', (zoom, upper, lower) => {
    const geometry = geometryAround(zoom, zone, at('2027-03-26T12:00:00Z'))
    const ticks = ticksOf(geometry, at('2027-03-26T00:00:00Z'), at('2027-03-29T00:00:00Z'), naming)
    expect(ticks.upper[0]!.label).toBe(upper)
    expect(ticks.lower[0]!.label).toBe(lower)
  })
  it('counts weeks as ISO does, and begins them as the country does', () => {
    expect(weekNumber('2027-01-01')).toBe(53)
    expect(weekNumber('2027-01-04')).toBe(1)
    expect(weekStart('de-DE')).toBe(1)
  })
  it('zooms step by step and no further', () => {
    expect(nextZoom('days', true)).toBe('hours')
    expect(nextZoom('hours', true)).toBe('hours')
    expect(nextZoom('months', false)).toBe('year')
    expect(nextZoom('year', false)).toBe('year')
  })
})
