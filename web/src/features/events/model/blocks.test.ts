import { expect, it } from 'vitest'
import { daysBetween, nextBlock, shifted } from './blocks'

const event = { from: '2027-06-01T08:00', to: '2027-06-02T02:00' }

it('lays set-up, show and strike one after the other', () => {
  const setup = nextBlock('SETUP', event, [])
  expect([setup.from, setup.to]).toEqual(['2027-06-01T08:00', '2027-06-01T12:00'])
  const show = nextBlock('SHOW', event, [setup])
  expect([show.from, show.to]).toEqual(['2027-06-01T19:00', '2027-06-01T23:00'])
  const strike = nextBlock('STRIKE', event, [setup, show])
  expect([strike.from, strike.to]).toEqual(['2027-06-01T23:00', '2027-06-02T02:00'])
})
it('begins anew where all of the time is taken, and keeps the stage', () => {
  const whole = { ...nextBlock('SETUP', event, []), to: event.to, stage: 'Main' }
  expect(nextBlock('SETUP', event, [whole])).toMatchObject({ from: event.from, stage: 'Main' })
})
it('strikes in the last hours where the show goes on to the end', () => {
  const show = { ...nextBlock('SHOW', event, []), to: event.to }
  expect(nextBlock('STRIKE', event, [show])).toMatchObject({ from: '2027-06-02T00:00', to: event.to })
})
it('never ends before it begins', () => {
  const short = { from: '2027-06-01T20:00', to: '2027-06-01T20:30' }
  for (const kind of ['SETUP', 'SHOW', 'STRIKE'] as const) {
    const block = nextBlock(kind, short, [])
    expect(block.to > block.from && block.to <= short.to).toBe(true)
  }
})
it('moves by days on the clock', () => {
  expect(shifted('2027-03-27T08:00', 1)).toBe('2027-03-28T08:00')
  expect(shifted('', 1)).toBe('')
  expect(daysBetween('2027-03-27T08:00', '2027-04-01T03:00')).toBe(5)
})
