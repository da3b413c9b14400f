import type { Job } from './job'
import type { Progress } from './progress'
import type { Sheet, SheetLine, SheetTick } from './sheet'

/** One line on the screen: what is expected at a place, and what was found of it. */
export type Row = {
  key: string
  kind: 'ASSET' | 'CASE' | 'PRODUCT'
  id: string
  locationId: string | null
  caseId: string | null
  expected: number
  found: number
  /** Scanned though nothing asked for it, or more than was asked for. */
  more: boolean
  /** Found on another shelf of the count. */
  elsewhere: string | null
}

const slot = (one: SheetLine | SheetTick) => `${one.subjectId}:${one.locationId ?? ''}:${one.caseId ?? ''}`

/** What a sheet wants and what is ticked off, in the order of its places; what nothing asked for comes last. */
export function rowsOf(sheet: Sheet): Row[] {
  if (sheet.kind === 'LOAD') return sheet.lines.map((one) => rowOf(one, one.expected, false, null))
  const rows: Row[] = []
  const things = new Map(sheet.ticks.filter((one) => one.kind !== 'PRODUCT').map((one) => [one.subjectId, one]))
  const pieces = new Map<string, number>()
  const keyOf = (one: SheetLine | SheetTick) => (sheet.kind === 'RECEIVE' ? one.subjectId : slot(one))
  for (const one of sheet.ticks.filter((each) => each.kind === 'PRODUCT'))
    pieces.set(keyOf(one), (pieces.get(keyOf(one)) ?? 0) + one.quantity)
  const counts = sheet.kind === 'COUNT'
  for (const line of sheet.lines) {
    if (line.settled) continue
    if (line.kind !== 'PRODUCT') {
      const tick = things.get(line.subjectId)
      things.delete(line.subjectId)
      const at = counts && tick?.locationId && tick.locationId !== line.locationId ? tick.locationId : null
      rows.push(rowOf(line, tick ? 1 : 0, false, at))
      continue
    }
    const same = sheet.kind === 'RECEIVE' ? rows.find((one) => one.id === line.subjectId) : undefined
    if (same) {
      same.expected += line.expected
      same.more = same.found > same.expected
      continue
    }
    const found = pieces.get(keyOf(line)) ?? 0
    pieces.delete(keyOf(line))
    rows.push(rowOf(line, found, found > line.expected, null))
  }
  const strays = sheet.ticks.filter((one) => (one.kind === 'PRODUCT' ? pieces.has(keyOf(one)) : things.has(one.subjectId)))
  const shown = new Set<string>()
  for (const one of strays) {
    if (shown.has(keyOf(one))) continue
    shown.add(keyOf(one))
    const found = one.kind === 'PRODUCT' ? (pieces.get(keyOf(one)) ?? 0) : 1
    rows.push(rowOf({ ...one, expected: 0, settled: false }, found, true, null))
  }
  return rows
}

const rowOf = (line: SheetLine, found: number, more: boolean, elsewhere: string | null): Row => ({
  key: slot(line),
  kind: line.kind as Row['kind'],
  id: line.subjectId,
  locationId: line.locationId,
  caseId: line.caseId,
  expected: line.expected,
  found,
  more,
  elsewhere,
})

/** More of one thing does not make up for less of another. */
export function progressOfRows(rows: Row[]): Progress {
  return rows.reduce<Progress>(
    (sum, one) => ({ done: sum.done + Math.min(one.found, one.expected), of: sum.of + one.expected }),
    { done: 0, of: 0 },
  )
}

/** What a line is called, and where it is. */
export function textsOf(job: Job) {
  const assets = new Map(job.assets.map((one) => [one.id, one]))
  const cases = new Map(job.cases.map((one) => [one.id, one]))
  const products = new Map(job.products.map((one) => [one.id, one]))
  const places = new Map((job.locations ?? []).map((one) => [one.id, one.name]))
  return {
    place: (id: string | null) => (id ? (places.get(id) ?? '') : ''),
    caseNumber: (id: string | null) => (id ? (cases.get(id)?.number ?? '') : ''),
    label: ({ kind, id }: Row) =>
      kind === 'ASSET'
        ? (assets.get(id)?.number ?? '')
        : kind === 'CASE'
          ? (cases.get(id)?.number ?? '')
          : (products.get(id)?.name ?? ''),
    name: ({ kind, id }: Row) => {
      const asset = assets.get(id)
      return kind === 'ASSET'
        ? asset
          ? (products.get(asset.productId)?.name ?? '')
          : ''
        : kind === 'CASE'
          ? (cases.get(id)?.name ?? '')
          : ''
    },
  }
}
