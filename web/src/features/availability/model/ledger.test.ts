import { describe, expect, it } from 'vitest'
import { csvOf } from '@/lib/csv'
import type { Entry } from '../api/availability'
import { endOf, groupsOf, holdsAt, lowest, stepsOf, sumAt } from './ledger'

const at = (hour: number) => `2027-06-01T${String(hour).padStart(2, '0')}:00:00.000Z`
const entry = (reason: string, quantity: number, more: Partial<Entry> = {}): Entry => ({
  reason,
  standing: null,
  kind: reason === 'BOOKED' ? 'event' : 'asset',
  subject: `${reason}${quantity}`,
  label: 'X',
  quantity,
  from: null,
  to: null,
  late: null,
  since: at(0),
  ...more,
})
const pieces = (count: number) => Array.from({ length: count }, (_, i) => entry('OWNED', 1, { subject: `a${i}` }))
const booked = (standing: Entry['standing'], quantity: number, from: number, to: number, more: Partial<Entry> = {}) =>
  entry('BOOKED', -quantity, { standing, from: at(from), to: at(to), ...more })

describe('the ledger', () => {
  it('adds up to the numbers of a moment', () => {
    const entries = [
      ...pieces(10),
      entry('DAMAGED', -1, { from: at(9) }),
      booked('CONFIRMED', 4, 10, 18),
      booked('OPTION', 3, 12, 14),
      booked('QUOTED', 9, 8, 20),
    ]
    const sum = (hour: number) => sumAt(entries, Date.parse(at(hour)))
    expect(sum(8)).toEqual({ firm: 10, worst: 10 })
    expect(sum(9)).toEqual({ firm: 9, worst: 9 })
    expect(sum(13)).toEqual({ firm: 5, worst: 2 })
    expect(sum(18)).toEqual({ firm: 9, worst: 9 })
  })
  it('lets what ends make room for what begins, and counts what is late on', () => {
    const job = booked('CONFIRMED', 4, 10, 18)
    expect([holdsAt(job, Date.parse(at(10))), holdsAt(job, Date.parse(at(18)))]).toEqual([true, false])
    const late = { ...job, late: at(22) }
    expect(endOf(late)).toBe(at(22))
    expect(holdsAt(late, Date.parse(at(21)))).toBe(true)
    expect(endOf({ ...job, late: at(12) })).toBe(at(18))
  })
  it('folds what is owned into one line, and many of another reason, but no booking', () => {
    const out = Array.from({ length: 7 }, (_, i) => entry('OUT', -1, { subject: `a${i}` }))
    const jobs = Array.from({ length: 9 }, (_, i) => booked('CONFIRMED', 1, i, i + 1))
    const groups = groupsOf([...jobs, ...out, entry('LOST', -1), ...pieces(12)])
    expect(groups.slice(0, 3).map((group) => [group.reason, group.entries.length, group.folded])).toEqual([
      ['OWNED', 12, true],
      ['OUT', 7, true],
      ['LOST', 1, false],
    ])
    expect(groups.slice(3).every((group) => group.reason === 'BOOKED' && !group.folded)).toBe(true)
    expect(groupsOf([entry('OWNED', 40)])[0]!.folded).toBe(false)
  })
  it('makes the steps of a past moment, cut to the period', () => {
    const entries = [
      ...pieces(5),
      booked('CONFIRMED', 2, 6, 12),
      booked('CONFIRMED', 2, 12, 14),
      booked('OPTION', 4, 13, 30 - 10),
    ]
    expect(stepsOf(entries, at(8), at(16))).toEqual([
      { from: at(8), firm: 3, worst: 3 },
      { from: at(13), firm: 3, worst: -1 },
      { from: at(14), firm: 5, worst: 1 },
    ])
    expect(stepsOf([], at(8), at(16))).toEqual([{ from: at(8), firm: 0, worst: 0 }])
  })
  it('finds the moment that the number of the period comes from', () => {
    const step = (hour: number, firm: number, worst: number) => ({ from: at(hour), firm, worst })
    expect(lowest([step(1, 5, 5), step(2, 3, 3), step(3, 3, 1), step(4, 3, 1), step(5, 4, 0)])).toBe(2)
  })
})

it('writes no formula into a spreadsheet', () => {
  expect(
    csvOf([
      ['Name', 'Free'],
      ['=1+1', -2],
      ['A "big", one', 3],
    ]),
  ).toBe('\uFEFFName,Free\r\n\'=1+1,-2\r\n"A ""big"", one",3\r\n')
})
