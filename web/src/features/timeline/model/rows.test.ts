import { describe, expect, it } from 'vitest'
import type { Bar, Load } from '../api/timeline'
import { chartOf, leftOf, tightest } from './chart'
import { LANES_MAX, lay } from './lanes'
import { blocksOf, movedTo } from './move'

const bar = (from: string | null, to: string | null): Bar => ({
  reason: null,
  eventId: 'e',
  label: null,
  standing: 'CONFIRMED',
  quantity: 1,
  from: from && `2027-06-${from}T00:00:00Z`,
  to: to && `2027-06-${to}T00:00:00Z`,
  onSiteFrom: null,
  onSiteTo: null,
  out: false,
  late: false,
  lacking: 0,
})
const load = (day: string, stock: number, wanted: number, lacking = 0): Load => ({
  from: `2027-06-${day}T00:00:00Z`,
  stock,
  wanted,
  optioned: 0,
  lacking,
})

describe('bars in lanes', () => {
  it('share one where they only touch, and part where they meet', () => {
    const laid = lay([bar('01', '03'), bar('03', '05'), bar('02', '04')], 0)
    expect(laid.bars.map((one) => [one.index, one.lane])).toEqual([
      [0, 0],
      [2, 1],
      [1, 0],
    ])
    expect(laid.lanes).toBe(2)
  })
  it('take as much as they are drawn, and since always comes first', () => {
    expect(lay([bar('02', '03'), bar(null, '01')], 0).bars.map((one) => one.index)).toEqual([1, 0])
    expect(lay([bar('01', '02'), bar('03', '04')], 5 * 86_400_000).lanes).toBe(2)
  })
  it('are counted where there is no room', () => {
    const laid = lay(
      Array.from({ length: LANES_MAX + 3 }, () => bar('01', '02')),
      0,
    )
    expect(laid.lanes).toBe(LANES_MAX)
    expect(laid.hidden).toHaveLength(3)
  })
})

describe('stock against what is wanted', () => {
  const steps = [load('01', 10, 0), load('03', 10, 9), load('05', 10, 4, 2), load('07', 10, 0)]
  it('finds the tightest moment of a time', () => {
    const day = (number: number) => Date.parse(`2027-06-0${number}T00:00:00Z`)
    expect(leftOf(tightest(steps, day(1), day(3))!)).toBe(10)
    expect(leftOf(tightest(steps, day(3), day(4))!)).toBe(1)
    // Two lack somewhere, although six are free elsewhere.
    expect(leftOf(tightest(steps, day(4), day(8))!)).toBe(-2)
    expect(tightest(steps, 0, 1)).toBeNull()
  })
  it('draws what there is as a line, and what is too much in its own colour', () => {
    const x = (instant: number) => (instant - Date.parse('2027-06-01T00:00:00Z')) / 86_400_000
    const paths = chartOf(steps, Date.parse('2027-06-09T00:00:00Z'), x, 11)!
    expect(paths.most).toBe(10)
    expect(paths.stock).toMatch(/^M0 1L2 1/)
    expect(paths.wanted).toContain('M2 11L2 2L4 2L4 11Z')
    expect(paths.over).toBe('M4 9L4 4L6 4L6 9Z')
    expect(chartOf([], 1, x, 10)).toBeNull()
  })
})

describe('moving an event', () => {
  const event = { from: '2027-06-01T08:00:00.000Z', to: '2027-06-02T20:00:00.000Z', timeZone: 'Europe/Berlin', blocks: [] }
  const hour = 3_600_000
  it('moves it as a whole, with its blocks, or one end of it', () => {
    expect(movedTo(event, 'all', 24 * hour)).toEqual({ from: '2027-06-02T08:00:00.000Z', to: '2027-06-03T20:00:00.000Z' })
    expect(movedTo(event, 'to', hour)).toEqual({ from: event.from, to: '2027-06-02T21:00:00.000Z' })
    const block = {
      id: 'b',
      kind: 'SHOW' as const,
      stage: null,
      from: '2027-06-01T18:00:00.000Z',
      to: '2027-06-01T20:00:00.000Z',
    }
    const timed = { ...event, blocks: [block] }
    expect(blocksOf(timed, 'all', hour)[0]).toMatchObject({ id: 'b', from: '2027-06-01T19:00:00.000Z' })
    expect(blocksOf(timed, 'from', hour)).toEqual([block])
  })
  it('lets no end pass the other', () => {
    expect(movedTo(event, 'from', 48 * hour)).toEqual({ from: '2027-06-02T19:00:00.000Z', to: event.to })
    expect(movedTo(event, 'to', -48 * hour)).toEqual({ from: event.from, to: '2027-06-01T09:00:00.000Z' })
  })
})
