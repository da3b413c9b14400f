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

it('tells of a list only what came, went or is another', () => {
  const block = (id: string, kind: string) => ({ id, kind, from: '2027-06-01T08:00:00Z', to: '2027-06-01T12:00:00Z' })
  const [setup, show, strike] = [block('1', 'SETUP'), block('2', 'SHOW'), block('3', 'STRIKE')]
  expect(oneByOne([{ field: 'blocks', old: [setup, show], now: [setup, { ...show, stage: 'B' }, strike] }])).toEqual([
    { field: 'blocks', old: [show], now: [{ ...show, stage: 'B' }, strike] },
  ])
  expect(oneByOne([{ field: 'tags', old: ['a'], now: ['a', 'b'] }])).toEqual([{ field: 'tags', old: ['a'], now: ['a', 'b'] }])
})

it('tells which part of an occupancy has changed', () => {
  const was = { prepMinutes: 30, turnaroundMinutes: 60 }
  expect(oneByOne([{ field: 'occupancy', old: was, now: { ...was, prepMinutes: 90 } }])).toEqual([
    { field: 'prepMinutes', old: 30, now: 90 },
  ])
})

it('tells which of the times of one line have changed', () => {
  const times = { from: null, to: null, prepMinutes: 30 }
  expect(oneByOne([{ field: 'lines[SM58].times', old: times, now: { ...times, prepMinutes: 60 } }])).toEqual([
    { field: 'lines[SM58].prepMinutes', old: 30, now: 60 },
  ])
})
