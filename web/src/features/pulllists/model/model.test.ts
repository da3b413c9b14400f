import { describe, expect, it } from 'vitest'
import type { PullGroup } from '@/lib/pull-lists'
import type { PullLine } from '../api/pull-lists'
import { dropOf } from './drop'
import { keeping } from './keeping'
import { endOfGroup, groupMoved, inOrder, leading, moved, stepOf, withAccessories } from './order'
import { type Choice, meantBy } from './pasting'
import { fieldsOf, nextField, rowsOf } from './rows'
import { inherited, takenFor } from './times'
import { looksPasted, readAmount, readQuantity, readTyped } from './typed'
import { corrections, runsOf } from './undo'

const group = (id: string): PullGroup => ({ id, name: id.toUpperCase(), note: null, times: inherited })
const line = (id: string, groupId: string | null, more: Partial<PullLine> = {}): PullLine => ({
  id,
  listId: 'l',
  groupId,
  groupName: groupId?.toUpperCase() ?? null,
  accessoryOf: null,
  kind: 'PRODUCT',
  productId: `p-${id}`,
  kitId: null,
  caseId: null,
  assetId: null,
  text: null,
  name: id,
  code: null,
  quantity: 1,
  times: inherited,
  unitPrice: null,
  warehouseNote: null,
  internalNote: null,
  ...more,
})
const groups = [group('a'), group('b')]
const lines = [line('1', 'a'), line('1x', 'a', { accessoryOf: '1' }), line('2', 'a'), line('3', 'b')]
const ids = (some: readonly { id: string }[]) => some.map((one) => one.id).join(' ')

describe('what people type', () => {
  it.each([
    ['6 sm58', 6, 'sm58'],
    ['6x sm58', 6, 'sm58'],
    ['6 × XLR 10 m', 6, 'XLR 10 m'],
    ['sm58 x6', 6, 'sm58'],
    ['sm58', 1, 'sm58'],
    ['32A cable', 1, '32A cable'],
    ['0 sm58', 1, '0 sm58'],
    ['  12   di  box ', 12, 'di box'],
  ])('reads %s', (typed, quantity, text) => expect(readTyped(typed)).toMatchObject({ quantity, text }))
  it('knows a number of pieces from nonsense', () => {
    expect(['6', ' 12 ', '0', '-1', '1.5', 'six', '', '1000001'].map(readQuantity)).toEqual([
      6,
      12,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
  it.each([
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234.567', 1_234_567],
    ['€ 7', 7],
    ['', null],
    ['seven', undefined],
    ['-3', undefined],
  ])('reads the amount %s', (typed, amount) => expect(readAmount(typed)).toBe(amount))
  it('sees rows of a spreadsheet', () => {
    expect(looksPasted('6\tSM58')).toBe(true)
    expect(looksPasted('a\nb')).toBe(true)
    expect(looksPasted('sm58\n')).toBe(false)
  })
})

it('leaves the x of a word where it is', () => {
  const read = (typed: string) => {
    const { quantity, text } = readTyped(typed)
    return `${quantity} ${text}`
  }
  expect(['6 xlr', '6 x xlr', '6x xlr', '6 × sm58', '6×sm58', '2 x32', '4xPAR'].map(read)).toEqual([
    '6 xlr',
    '6 xlr',
    '6 xlr',
    '6 sm58',
    '6 sm58',
    '2 x32',
    '4 PAR',
  ])
})

describe('the order of lines', () => {
  it('keeps together what came along', () => {
    expect(ids(withAccessories(lines, ['1']))).toBe('1 1x')
    expect(ids(leading(lines, new Set(['1', '1x', '3'])))).toBe('1 3')
    expect(ids(moved(lines, groups, { ids: ['1'], groupId: 'a', after: '2' }))).toBe('2 1 1x 3')
    expect(ids(moved(lines, groups, { ids: ['2'], groupId: 'a', before: '1' }))).toBe('2 1 1x 3')
    expect(ids(moved(lines, groups, { ids: ['3'], groupId: 'a', after: '1' }))).toBe('1 1x 3 2')
  })
  it('puts lines at the end of a group, which may be empty', () => {
    expect(ids(moved(lines, groups, { ids: ['1'], groupId: 'b' }))).toBe('2 3 1 1x')
    expect(moved(lines, groups, { ids: ['1'], groupId: 'b' })[3]).toMatchObject({ groupId: 'b', groupName: 'B' })
    expect(endOfGroup(lines, groups, null)).toBe(0)
    expect(endOfGroup(lines, [group('a'), group('c'), group('b')], 'c')).toBe(3)
  })
  it('steps past the neighbour, and over the edge of a group', () => {
    expect(stepOf(lines, groups, '2', 'up')).toEqual({ ids: ['2'], groupId: 'a', before: '1' })
    expect(stepOf(lines, groups, '1', 'down')).toEqual({ ids: ['1'], groupId: 'a', after: '2' })
    expect(stepOf(lines, groups, '2', 'down')).toEqual({ ids: ['2'], groupId: 'b', before: '3' })
    expect(stepOf(lines, groups, '3', 'up')).toEqual({ ids: ['3'], groupId: 'a' })
    expect(stepOf(lines, groups, '1', 'up')).toBeNull()
    expect(stepOf(lines, groups, '3', 'down')).toBeNull()
    expect(stepOf(lines, groups, '1x', 'down')).toBeNull()
  })
  it('moves groups with their lines', () => {
    const next = groupMoved(groups, 'b', 'a')
    expect(ids(next)).toBe('b a')
    expect(ids(inOrder(lines, next))).toBe('3 1 1x 2')
    expect(ids(groupMoved(groups, 'a', null))).toBe('b a')
  })
})

const rows = rowsOf(lines, { groups, folded: new Set(), adding: true })
describe('the rows', () => {
  it('are groups, their lines, and where more is added', () => {
    expect(rows.map((row) => row.key)).toEqual(['a', '1', '1x', '2', 'add-a', 'b', '3', 'add-b'])
    expect(rowsOf([], { groups: [], folded: new Set(), adding: true }).map((row) => row.key)).toEqual(['add-top'])
    const folded = rowsOf(lines, { groups, folded: new Set(['a']), adding: false })
    expect(folded.map((row) => row.key)).toEqual(['a', 'b', '3'])
    const kept = rowsOf(lines, { groups, folded: new Set(), adding: false, keep: (one) => one.id === '3' })
    expect(kept.map((row) => row.key)).toEqual(['b', '3'])
  })
  it('lead from field to field', () => {
    expect(fieldsOf(line('t', null, { kind: 'TEXT' }))).toEqual(['quantity', 'text', 'note', 'price'])
    expect(fieldsOf(line('c', null, { kind: 'CASE' }))).toEqual(['note', 'price'])
    expect(nextField(rows, { row: 1, field: 'quantity' }, 1)).toEqual({ row: 1, field: 'note' })
    expect(nextField(rows, { row: 3, field: 'price' }, 1)).toEqual({ row: 6, field: 'quantity' })
    expect(nextField(rows, { row: 6, field: 'quantity' }, -1)).toEqual({ row: 3, field: 'price' })
    expect(nextField(rows, { row: 6, field: 'price' }, 1)).toBeNull()
  })
  it('take lines that are let go over them', () => {
    expect(dropOf(rows, 1, false, new Set(['2']))?.place).toEqual({ ids: ['2'], groupId: 'a', before: '1' })
    expect(dropOf(rows, 1, true, new Set(['3']))).toMatchObject({ place: { groupId: 'a', after: '1' }, row: 2, edge: 'below' })
    expect(dropOf(rows, 2, false, new Set(['3']))?.place).toEqual({ ids: ['3'], groupId: 'a', after: '1' })
    expect(dropOf(rows, 4, true, new Set(['3']))?.place).toEqual({ ids: ['3'], groupId: 'a' })
    expect(dropOf(rows, 5, true, new Set(['2']))?.place).toEqual({ ids: ['2'], groupId: 'b', before: '3' })
    expect(dropOf(rows, 5, false, new Set(['3']))?.place).toEqual({ ids: ['3'], groupId: 'a' })
    expect(dropOf(rows, 2, true, new Set(['1']))).toBeNull()
    expect(dropOf(rows, 3, false, new Set(['3']))?.place).toEqual({ ids: ['3'], groupId: 'a', before: '2' })
  })
})

describe('taking back', () => {
  it('finds where gone lines stood', () => {
    const lost = runsOf(lines, withAccessories(lines, ['1', '3']))
    expect(lost).toMatchObject([
      { groupId: 'a', after: null, along: true },
      { groupId: 'b', after: null, along: false },
    ])
    expect(ids(lost[0]!.tops)).toBe('1')
    expect(runsOf(lines, [lines[2]!])).toMatchObject([{ groupId: 'a', after: '1x' }])
  })
  it('puts right what comes along otherwise today', () => {
    const [lost] = runsOf(lines, withAccessories(lines, ['1']))
    const added = [
      line('9', 'a'),
      line('9x', 'a', { accessoryOf: '9', productId: 'p-1x', quantity: 4 }),
      line('9y', 'a', { accessoryOf: '9' }),
    ]
    const { remove, change } = corrections(lost!, added)
    expect(remove).toEqual(['9y'])
    expect(change).toMatchObject([{ line: { id: '9x' }, patch: { quantity: 1 } }])
  })
})

it('says what the unclear rows of a spreadsheet mean', () => {
  const fogger = { kind: 'PRODUCT' as const, id: 'p', code: 'FOG', name: 'Fogger' }
  const unclear = [2, 3, 5, 6].map((row) => ({ row, text: 'fogg', quantity: 2, suggestions: [fogger] }))
  const choices = new Map<number, Choice>([
    [2, { kind: 'thing', suggestion: fogger }],
    [3, { kind: 'text' }],
    [5, { kind: 'skip' }],
  ])
  expect(meantBy(unclear, choices)).toEqual([
    { row: 2, kind: 'PRODUCT', id: 'p' },
    { row: 3, kind: 'TEXT', id: null },
    { row: 5, kind: null, id: null },
    { row: 6, kind: 'TEXT', id: null },
  ])
})

it('takes stock with preparation and transit around the time on site', () => {
  const event = {
    id: 'e',
    number: null,
    name: 'E',
    phase: 'ENQUIRY',
    timeZone: 'UTC',
    from: '2027-06-01T10:00:00Z',
    to: '2027-06-01T20:00:00Z',
    occupancy: { prepMinutes: 60, transitBeforeMinutes: 30, transitAfterMinutes: 30, turnaroundMinutes: 120 },
    occupiedFrom: '',
    occupiedTo: '',
  }
  expect(takenFor(event)).toEqual({ from: '2027-06-01T08:30:00.000Z', to: '2027-06-01T22:30:00.000Z' })
  const own = { times: { ...inherited, from: '2027-06-02T10:00:00Z', to: '2027-06-02T12:00:00Z', prepMinutes: 0 } }
  expect(takenFor(event, own)).toEqual({ from: '2027-06-02T09:30:00.000Z', to: '2027-06-02T14:30:00.000Z' })
  expect(takenFor(event, own, { times: { ...inherited, transitBeforeMinutes: 0 } }).from).toBe('2027-06-02T10:00:00.000Z')
})

it('finds lines by all words, and those that may be short', () => {
  const some = [
    line('1', null, { name: 'Shure SM58', code: 'SM58' }),
    line('2', null, { name: 'Rührgerät', warehouseNote: 'by the SM58s' }),
  ]
  const found = (find: string, short?: Parameters<typeof keeping>[1]) => ids(some.filter(keeping(find, short) ?? (() => true)))
  expect([found(''), found('sm58'), found('shure SM'), found('ruhrgerat'), found('none')]).toEqual(['1 2', '1 2', '1', '2', ''])
  const free = { wanted: 4, free: { firm: 9, worst: 2, expected: 9 }, lacking: 0 }
  expect(found('', new Map([['1', { lineId: '1', ...free }]]))).toBe('1')
})
