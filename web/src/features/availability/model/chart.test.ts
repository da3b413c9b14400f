import { describe, expect, it } from 'vitest'
import { areaOf, type Frame, momentAt, pathOf, scaleOf, stepAt, timeMarks, xOf, yOf } from './chart'

const frame: Frame = { from: 0, to: 1000, left: 20, top: 10, width: 100, height: 50, low: -5, high: 5 }
const steps = [
  { from: new Date(0).toISOString(), firm: 5, worst: 5 },
  { from: new Date(500).toISOString(), firm: -2, worst: -5 },
]

describe('the chart', () => {
  it('has a scale of whole numbers with zero in it', () => {
    expect(scaleOf(0, 10)).toEqual([0, 5, 10])
    expect(scaleOf(0, 0)).toEqual([0, 1])
    expect(scaleOf(3, 7)[0]).toBe(0)
    expect(scaleOf(-3, 2)).toContain(0)
    for (const [low, high] of [
      [0, 1],
      [-7, 13],
      [0, 999],
      [-1, 40_000],
      [-12, -4],
    ] as const) {
      const ticks = scaleOf(low, high)
      expect(ticks.every(Number.isInteger), `${low}..${high}`).toBe(true)
      expect(ticks).toContain(0)
      expect(ticks[0]).toBeLessThanOrEqual(low)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high)
      expect(ticks.length).toBeLessThanOrEqual(8)
    }
  })
  it('goes level and turns at right angles', () => {
    expect(pathOf(frame, steps, 'firm')).toBe('M20 10H70V45H120')
    expect(areaOf(frame, steps, 'firm')).toBe('M20 10H70V45H120V35H20Z')
  })
  it('finds the moment under the pointer and its step', () => {
    expect([xOf(frame, 500), yOf(frame, 0)]).toEqual([70, 35])
    expect(momentAt(frame, 70)).toBe(500)
    expect([momentAt(frame, -50), momentAt(frame, 900)]).toEqual([0, 999])
    expect([0, 499, 500, 999].map((moment) => stepAt(steps, moment))).toEqual([0, 0, 1, 1])
  })
  it('marks midnights of the zone, also where the clocks change', () => {
    const marks = timeMarks('2027-10-29T22:00:00Z', '2027-11-01T23:00:00Z', 'Europe/Berlin', 5)
    expect(marks.map((mark) => mark.at)).toEqual([
      '2027-10-29T22:00:00.000Z',
      '2027-10-30T22:00:00.000Z',
      '2027-10-31T23:00:00.000Z',
    ])
  })
  it('marks hours by the clock on the wall in a short period', () => {
    const marks = timeMarks('2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z', 'Europe/Berlin', 6)
    expect(marks.map((mark) => mark.at.slice(11, 16))).toEqual(['22:00', '05:00', '11:00', '17:00'])
    expect(marks.map((mark) => mark.hours)).toEqual([false, true, true, true])
  })
  it('keeps long periods legible', () => {
    for (const to of ['2027-02-01', '2028-01-01', '2036-01-01'])
      expect(timeMarks('2027-01-01T00:00:00Z', `${to}T00:00:00Z`, 'UTC', 9).length).toBeLessThanOrEqual(12)
  })
})
