import { expect, it } from 'vitest'
import { occupied, partsOf } from './occupancy'

const event = {
  from: '2027-06-01T08:00:00.000Z',
  to: '2027-06-01T20:00:00.000Z',
  occupancy: { prepMinutes: 120, transitBeforeMinutes: 30, transitAfterMinutes: 0, turnaroundMinutes: 60 },
}

it('names the parts of what things are taken for', () => {
  expect(partsOf(event)).toEqual([
    { part: 'prep', from: '2027-06-01T05:30:00.000Z', to: '2027-06-01T07:30:00.000Z' },
    { part: 'there', from: '2027-06-01T07:30:00.000Z', to: event.from },
    { part: 'onSite', from: event.from, to: event.to },
    { part: 'turnaround', from: event.to, to: '2027-06-01T21:00:00.000Z' },
  ])
  expect(occupied(event)).toEqual({ from: '2027-06-01T05:30:00.000Z', to: '2027-06-01T21:00:00.000Z' })
})
