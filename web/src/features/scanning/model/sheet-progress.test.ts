import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Judge } from './judge'
import type { ScanLine } from './scan'
import { jobOfSheet, type SheetCopy } from './sheet'
import { progressOfRows, rowsOf } from './sheet-progress'

const file = join(process.cwd(), '../docs/specs/scanning-sheet-cases.json')
const { sheets } = JSON.parse(readFileSync(file, 'utf8')) as { sheets: Record<string, SheetCopy> }
const caller = { userId: '00000000-0000-7000-8000-000000000011', permissions: ['SCAN'] }
const scan = (kind: ScanLine['kind'], code: string, more: Partial<ScanLine> = {}): ScanLine => ({
  id: crypto.randomUUID(),
  kind,
  at: '2027-06-01T09:00:00Z',
  by: caller.userId,
  code,
  sheetId: '00000000-0000-7000-8000-000000000901',
  ...more,
})
const after = (sheet: string, ...scans: ScanLine[]) => {
  const judge = new Judge(jobOfSheet(structuredClone(sheets[sheet]!)), caller)
  for (const one of scans) expect(judge.judge(one).result).toBe('ACCEPTED')
  return rowsOf(judge.job.sheet!)
}

it('shows what a count has found, what it has not, and what nobody expected', () => {
  const rows = after('count', scan('COUNT', 'FC-0001'), scan('COUNT', 'XLR', { quantity: 14 }), scan('COUNT', 'SM-005'))
  const short = (one: (typeof rows)[number]) => `${one.id.slice(-3)} ${one.found}/${one.expected}${one.more ? ' more' : ''}`
  expect(rows.map(short)).toEqual([
    '501 1/1',
    '502 0/1',
    '503 1/1',
    '401 0/1',
    '402 0/1',
    '403 1/1',
    '404 0/1',
    '410 1/1',
    '202 14/12 more',
    '202 4/4',
    '203 0/5',
    '203 0/6',
    '405 1/0 more',
  ])
  expect(progressOfRows(rows)).toEqual({ done: 20, of: 35 })
})

it('shows what is on a transfer, and what has arrived of it wherever it was put', () => {
  expect(after('load', scan('LOAD', 'SM-001')).map((one) => one.id.slice(-3))).toEqual(['410', '202', '401'])
  const rows = after(
    'receive',
    scan('RECEIVE', 'XLR', { quantity: 4 }),
    scan('RECEIVE', 'XLR', { quantity: 3, locationId: '00000000-0000-7000-8000-000000000111' }),
  )
  expect(rows.find((one) => one.kind === 'PRODUCT')).toMatchObject({ found: 7, expected: 12, more: false })
  expect(rows.some((one) => one.id.endsWith('410'))).toBe(false)
})
