import type { Effects } from './effects'
import type { JobCopy } from './job-copy'
import { Open, Refused } from './refusals'
import type { ScanLine, ThingKind } from './scan'
import type { Sheet, SheetLine, SheetTick } from './sheet'

const openStates = new Set(['COUNTING', 'DRAFT', 'IN_TRANSIT'])

/** What is written on a sheet, and wiped off again. */
export class Ticking {
  readonly copy: JobCopy

  constructor(copy: JobCopy) {
    this.copy = copy
  }

  /** Whether anything can be ticked off on the sheet that a scan names. */
  check(line: ScanLine): void {
    const { sheet } = this.copy.job
    if (!sheet || sheet.id !== line.sheetId) throw new Open('unknown-sheet')
    if (sheet.kind !== line.kind || !openStates.has(sheet.state))
      throw new Refused('sheet-closed', { sheet: sheet.number, state: sheet.state })
  }

  get sheet(): Sheet {
    return this.copy.job.sheet!
  }

  inside = (place: string | null | undefined): boolean => Boolean(this.copy.job.locations?.some((one) => one.id === place))

  checkInside(place: string | null | undefined): void {
    if (place && !this.inside(place)) throw new Refused('place-outside', { sheet: this.sheet.number })
  }

  line = (id: string): SheetLine | undefined => this.sheet.lines.find((one) => one.subjectId === id)

  lines = (id: string): SheetLine[] => this.sheet.lines.filter((one) => one.subjectId === id)

  tick = (id: string): SheetTick | undefined => this.sheet.ticks.find((one) => one.subjectId === id)

  found(productId: string, locationId: string | null, caseId: string | null): number {
    return sum(
      this.sheet.ticks.filter((one) => is(one, productId, locationId, caseId)),
      (one) => one.quantity,
    )
  }

  expected(productId: string, locationId: string | null, caseId: string | null): number {
    return sum(
      this.sheet.lines.filter((one) => is(one, productId, locationId, caseId)),
      (one) => one.expected,
    )
  }

  place = (id: string | null): string => this.copy.job.locations?.find((one) => one.id === id)?.name ?? ''

  counted(productId: string): void {
    if (this.copy.products.get(productId)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
  }

  /** One asset or case. */
  add(kind: ThingKind, id: string, locationId: string | null, along: boolean, effects: Effects): void {
    const tick = { kind, subjectId: id, locationId, caseId: null, quantity: 1, along, byName: '' }
    this.ticks(
      effects,
      (all) => [...all, tick],
      (all) => all.filter((one) => one.subjectId !== id),
      id,
    )
  }

  remove(id: string, effects: Effects): void {
    const had = this.tick(id)
    if (!had) return
    this.ticks(
      effects,
      (all) => all.filter((one) => one.subjectId !== id),
      (all) => [...all, had],
      id,
    )
  }

  /** So many pieces more, or less. */
  addPieces(
    productId: string,
    locationId: string | null,
    caseId: string | null,
    more: number,
    along: boolean,
    effects: Effects,
  ): void {
    const by = (n: number) => (all: SheetTick[]) => {
      const had = all.find((one) => is(one, productId, locationId, caseId))
      const others = all.filter((one) => one !== had)
      const quantity = (had?.quantity ?? 0) + n
      if (quantity <= 0) return others
      const tick = had ?? { kind: 'PRODUCT' as const, subjectId: productId, locationId, caseId, along, byName: '', quantity: 0 }
      return [...others, { ...tick, quantity }]
    }
    this.ticks(effects, by(more), by(-more))
  }

  private ticks(
    effects: Effects,
    there: (all: SheetTick[]) => SheetTick[],
    back: (all: SheetTick[]) => SheetTick[],
    touches?: string,
  ): void {
    const { sheet } = this
    effects.change(
      () => {
        sheet.ticks = there(sheet.ticks)
      },
      () => {
        sheet.ticks = back(sheet.ticks)
      },
      touches,
    )
  }

  /** On the list of a transfer, or off it. */
  list(kind: ThingKind, id: string, locationId: string | null, more: number, effects: Effects, touches?: string): void {
    const { sheet } = this
    const by = (n: number) => () => {
      const had = sheet.lines.find((one) => one.subjectId === id && (kind !== 'PRODUCT' || one.locationId === locationId))
      const others = sheet.lines.filter((one) => one !== had)
      const expected = (had?.expected ?? 0) + n
      const line = had ?? { kind, subjectId: id, locationId, caseId: null, settled: false, expected: 0 }
      sheet.lines = expected > 0 ? [...others, { ...line, expected }] : others
    }
    effects.change(by(more), by(-more), touches)
  }
}

export function sum<T>(all: T[], of: (one: T) => number): number {
  return all.reduce((n, one) => n + of(one), 0)
}

const is = (one: SheetLine | SheetTick, id: string, locationId: string | null, caseId: string | null) =>
  one.subjectId === id && (one.locationId ?? null) === locationId && (one.caseId ?? null) === caseId
