import { expect, it } from 'vitest'
import { seriesDays } from './series'

it('recurs every so many weeks, so often', () => {
  expect(seriesDays('2027-10-28', { rhythm: 'WEEKLY', every: 2, count: 3, until: null })).toEqual([
    '2027-10-28',
    '2027-11-11',
    '2027-11-25',
  ])
})
it('recurs on the day of the month or on its last, until a day', () => {
  expect(seriesDays('2028-01-31', { rhythm: 'MONTHLY', every: 1, count: null, until: '2028-04-30' })).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
  ])
})
it('says nothing where the rule says nothing, and stops at two hundred', () => {
  expect(seriesDays('2027-01-01', { rhythm: 'WEEKLY', every: 1, count: null, until: null })).toEqual([])
  expect(seriesDays('2027-01-01', { rhythm: 'WEEKLY', every: 1, count: null, until: '2099-01-01' })).toHaveLength(200)
})
