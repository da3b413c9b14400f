import { describe, expect, it } from 'vitest'
import { wallOf } from '@/lib/wall'
import { beginningAt, choiceOf, choices, spanFrom, spanOf } from './period'

const berlin = 'Europe/Berlin'
const hours = (span: { from: string; to: string }) => (Date.parse(span.to) - Date.parse(span.from)) / 3_600_000

describe('the quick choices', () => {
  const now = '2027-06-02T21:30:00Z' // Wednesday, 23:30 in Berlin
  it('are whole days of the zone', () => {
    expect(spanOf('today', now, berlin)).toEqual({ from: '2027-06-01T22:00:00.000Z', to: '2027-06-02T22:00:00.000Z' })
    expect(spanOf('today', now, 'Asia/Tokyo').from).toBe('2027-06-02T15:00:00.000Z')
    expect(spanOf('tomorrow', now, berlin).from).toBe('2027-06-02T22:00:00.000Z')
    expect(hours(spanOf('week', now, berlin))).toBe(7 * 24)
    expect(hours(spanOf('month', now, berlin))).toBe(30 * 24)
  })
  it('give the coming weekend, and on it what it is', () => {
    const wednesday = spanOf('weekend', now, berlin)
    expect([wallOf(wednesday.from, berlin), wallOf(wednesday.to, berlin)]).toEqual(['2027-06-05T00:00', '2027-06-07T00:00'])
    expect(spanOf('weekend', '2027-06-05T10:00:00Z', berlin)).toEqual(wednesday)
    const sunday = spanOf('weekend', '2027-06-06T10:00:00Z', berlin)
    expect([wallOf(sunday.from, berlin), wallOf(sunday.to, berlin)]).toEqual(['2027-06-06T00:00', '2027-06-07T00:00'])
  })
  it('have a day of 25 and one of 23 hours', () => {
    expect(hours(spanOf('today', '2027-10-31T10:00:00Z', berlin))).toBe(25)
    expect(hours(spanOf('tomorrow', '2027-03-27T10:00:00Z', berlin))).toBe(23)
    expect(hours(spanOf('week', '2027-10-28T10:00:00Z', berlin))).toBe(7 * 24 + 1)
  })
  it('begin where midnight does not exist', () => {
    // In Santiago the clocks go forward at midnight: the day begins at one.
    const day = spanOf('today', '2027-09-05T15:00:00Z', 'America/Santiago')
    expect([wallOf(day.from, 'America/Santiago'), hours(day)]).toEqual(['2027-09-05T01:00', 23])
  })
  it('are recognised again', () => {
    for (const choice of choices) expect(choiceOf(spanOf(choice, now, berlin), now, berlin)).toBe(choice)
    expect(choiceOf({ from: now, to: '2027-06-09T21:30:00Z' }, now, berlin)).toBeNull()
  })
})

describe('a period', () => {
  it('keeps its length when it begins after its end', () => {
    const span = { from: '2027-06-01T08:00:00.000Z', to: '2027-06-01T18:00:00.000Z' }
    expect(beginningAt(span, '2027-06-01T10:00:00.000Z').to).toBe(span.to)
    expect(beginningAt(span, '2027-07-01T10:00:00.000Z').to).toBe('2027-07-01T20:00:00.000Z')
    expect(beginningAt(span, '1995-07-01T10:00:00.000Z').to).toBe('1995-07-01T20:00:00.000Z')
  })
  it('comes from an address only where it makes sense', () => {
    expect(spanFrom('2027-06-01T08:00:00Z', '2027-06-02T08:00:00Z')).toEqual({
      from: '2027-06-01T08:00:00.000Z',
      to: '2027-06-02T08:00:00.000Z',
    })
    expect(spanFrom('2027-06-02T08:00:00Z', '2027-06-02T08:00:00Z')).toBeNull()
    expect(spanFrom('soon', '2027-06-02T08:00:00Z')).toBeNull()
    expect(spanFrom(undefined, 7)).toBeNull()
    expect(spanFrom('1900-01-01T00:00:00Z', '2027-06-02T08:00:00Z')).toBeNull()
  })
})
