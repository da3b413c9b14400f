import { describe, expect, it } from 'vitest'
import { instantOf, wallOf } from './wall'

const berlin = 'Europe/Berlin'

describe('the clock on the wall', () => {
  it('reads and sets an instant, in summer and in winter', () => {
    expect(wallOf('2027-06-01T06:30:00Z', berlin)).toBe('2027-06-01T08:30')
    expect(instantOf('2027-06-01T08:30', berlin)).toBe('2027-06-01T06:30:00.000Z')
    expect(instantOf('2027-01-01T08:30', berlin)).toBe('2027-01-01T07:30:00.000Z')
    expect(instantOf('2027-01-01T08:30', 'Pacific/Auckland')).toBe('2026-12-31T19:30:00.000Z')
  })
  it('takes the first of an hour that comes twice, and goes on past one that is left out', () => {
    expect(instantOf('2027-10-31T02:30', berlin)).toBe('2027-10-31T00:30:00.000Z')
    expect(instantOf('2027-03-28T02:30', berlin)).toBe('2027-03-28T01:30:00.000Z')
    expect(wallOf('2027-03-28T01:30:00Z', berlin)).toBe('2027-03-28T03:30')
  })
  it('knows no time in half a date', () => {
    expect(instantOf('', berlin)).toBeNull()
    expect(instantOf('2027-06-01', berlin)).toBeNull()
    expect(instantOf('2027-13-41T08:30', berlin)).toBeNull()
  })
})
