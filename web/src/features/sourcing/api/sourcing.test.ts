import { expect, it } from 'vitest'
import { isLate, subHireBody } from './sourcing'

it('sends times by the clocks of the company, and only those that were changed', () => {
  expect(subHireBody({ from: '2027-06-01T08:00', to: '2027-06-02T20:00' }, 'Europe/Berlin')).toEqual({
    from: '2027-06-01T06:00:00.000Z',
    to: '2027-06-02T18:00:00.000Z',
  })
  expect(subHireBody({ quantity: 3 }, 'Europe/Berlin')).toEqual({ quantity: 3 })
})

it('lends for none of our events', () => {
  expect(subHireBody({ direction: 'OUT', eventId: 'e1' }, 'UTC')).toEqual({ direction: 'OUT', eventId: null })
  expect(subHireBody({ direction: 'IN', eventId: 'e1' }, 'UTC')).toEqual({ direction: 'IN', eventId: 'e1' })
})

it('is late where it should be back and is not', () => {
  const now = Date.parse('2027-06-03T00:00:00Z')
  expect(isLate({ state: 'RECEIVED', to: '2027-06-02T18:00:00Z' }, now)).toBe(true)
  expect(isLate({ state: 'RECEIVED', to: '2027-06-04T18:00:00Z' }, now)).toBe(false)
  expect(isLate({ state: 'RETURNED', to: '2027-06-02T18:00:00Z' }, now)).toBe(false)
})
