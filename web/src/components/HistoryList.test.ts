import { expect, it } from 'vitest'
import { oneByOne } from './HistoryList'

it('tells the changes of own fields and attributes one by one', () => {
  expect(
    oneByOne([
      { field: 'serial', old: null, now: 'X' },
      { field: 'custom', old: { Fleet: 1, Carer: 'Ana', Same: true }, now: { Fleet: 2, Same: true } },
      { field: 'attributes', old: null, now: { ipRating: 'IP65' } },
    ]),
  ).toEqual([
    { field: 'serial', old: null, now: 'X' },
    { field: 'custom', part: 'Fleet', old: 1, now: 2 },
    { field: 'custom', part: 'Carer', old: 'Ana', now: undefined },
    { field: 'attributes', part: 'ipRating', old: undefined, now: 'IP65' },
  ])
})

it('tells which of the times of one line have changed', () => {
  const times = { from: null, to: null, prepMinutes: 30 }
  expect(oneByOne([{ field: 'lines[SM58].times', old: times, now: { ...times, prepMinutes: 60 } }])).toEqual([
    { field: 'lines[SM58].prepMinutes', old: 30, now: 60 },
  ])
})
