import type { Effects } from './effects'
import type { JobAsset, JobCase } from './job'
import { type Found, isOut } from './job-copy'
import { Refused } from './refusals'
import type { Facts, ScanLine } from './scan'
import { sum, Ticking } from './ticking'

const gone = new Set(['RETIRED', 'SOLD', 'TRANSFERRED'])

/** What is put on a transfer, and what arrives with it. */
export class Carrying extends Ticking {
  load(line: ScanLine, found: Found, effects: Effects): string {
    switch (found.kind) {
      case 'ASSET': {
        const asset = this.copy.assets.get(found.id)!
        if (this.listed(line, found, effects)) break
        this.hinders(asset)
        this.leaves(asset.locationId)
        this.list('ASSET', asset.id, null, 1, effects, asset.id)
        break
      }
      case 'CASE': {
        const box = this.copy.cases.get(found.id)!
        if (this.listed(line, found, effects)) break
        if (box.status === 'RETIRED') throw new Refused('case-out-of-service', { status: box.status })
        if (box.out !== null) throw new Refused('already-out', out(box))
        this.within(box.parentId)
        this.leaves(box.locationId)
        this.list('CASE', box.id, null, 1, effects, box.id)
        break
      }
      case 'PRODUCT':
        this.counted(found.id)
        this.loadPieces(line, found.id, effects)
        break
      default:
        return this.other(found)
    }
    return line.back ? 'unloaded' : 'loaded'
  }

  private other(found: Found): string {
    if (found.kind === 'BLANK_LABEL') throw new Refused('label-unbound')
    if (found.kind !== 'LOCATION') throw new Refused('wrong-kind', { kind: found.kind })
    this.checkInside(found.id)
    return 'looked-up'
  }

  /** Whether it was taken off the list, which is all there is to do then. */
  private listed(line: ScanLine, { kind, id }: Found, effects: Effects): boolean {
    const there = this.line(id)
    const facts = { sheet: this.sheet.number }
    if (!line.back) {
      if (there) throw new Refused('already-on-sheet', facts)
      return false
    }
    if (!there) throw new Refused('not-on-sheet', facts)
    this.list(kind, id, null, -1, effects, id)
    return true
  }

  private hinders(asset: JobAsset): void {
    if (gone.has(asset.status)) throw new Refused('gone', { status: asset.status })
    if (isOut(asset)) throw new Refused('already-out', out(asset))
    if (asset.status === 'LOST') throw new Refused('lost')
    this.within(asset.caseId)
  }

  private within(caseId: string | null): void {
    const around = caseId ? this.copy.cases.get(caseId) : undefined
    if (around) throw new Refused('in-case', { caseId: around.id, caseNumber: around.number })
  }

  private leaves(place: string | null): void {
    if (!this.inside(place)) throw new Refused('not-at-origin', { sheet: this.sheet.number })
  }

  private loadPieces(line: ScanLine, productId: string, effects: Effects): void {
    const shelves = this.sheet.stock.filter((one) => one.productId === productId && one.quantity > 0)
    const lines = this.lines(productId)
    let from = line.fromLocationId ?? (line.back && lines.length === 1 ? lines[0]!.locationId : null)
    if (!from) {
      if (shelves.length > 1) throw new Refused('which-place', { places: shelves.map((one) => this.place(one.locationId)) })
      if (!shelves[0]) throw new Refused('not-enough-stock', { there: 0 })
      from = shelves[0].locationId
    }
    this.leaves(from)
    const quantity = line.quantity ?? 1
    const listed = this.expected(productId, from, null)
    if (line.back) {
      if (listed < quantity) throw new Refused('not-on-sheet', { sheet: this.sheet.number, listed })
      this.list('PRODUCT', productId, from, -quantity, effects)
      return
    }
    const there = sum(
      shelves.filter((one) => one.locationId === from),
      (one) => one.quantity,
    )
    if (there - listed < quantity) throw new Refused('not-enough-stock', { there: Math.max(0, there - listed) })
    this.list('PRODUCT', productId, from, quantity, effects)
    effects.tell({ listed: listed + quantity })
  }

  receive(line: ScanLine, found: Found, effects: Effects): string {
    this.checkInside(line.locationId)
    switch (found.kind) {
      case 'ASSET':
        if (this.arrived(line, found, effects)) break
        if (!this.line(found.id)) {
          this.hinders(this.copy.assets.get(found.id)!)
          effects.warn('surplus')
        }
        this.add('ASSET', found.id, line.locationId ?? null, false, effects)
        break
      case 'CASE':
        if (this.arrived(line, found, effects)) break
        if (!this.line(found.id)) throw new Refused('not-on-sheet', { sheet: this.sheet.number })
        this.add('CASE', found.id, line.locationId ?? null, false, effects)
        break
      case 'PRODUCT':
        this.counted(found.id)
        this.receivePieces(line, found.id, effects)
        break
      default:
        return this.other(found)
    }
    return line.back ? 'not-arrived' : 'arrived'
  }

  /** Whether it was taken back, which is all there is to do then. */
  private arrived(line: ScanLine, { id }: Found, effects: Effects): boolean {
    const tick = this.tick(id)
    if (!line.back) {
      if (tick || this.line(id)?.settled) throw new Refused('already-counted')
      return false
    }
    if (!tick) throw new Refused('not-counted')
    this.remove(id, effects)
    return true
  }

  private receivePieces(line: ScanLine, productId: string, effects: Effects): void {
    const at = line.locationId ?? null
    const quantity = line.quantity ?? 1
    const before = this.found(productId, at, null)
    if (line.back && before < quantity) throw new Refused('not-counted', { found: before })
    this.addPieces(productId, at, null, line.back ? -quantity : quantity, false, effects)
    const expected = sum(
      this.lines(productId).filter((one) => !one.settled),
      (one) => one.expected,
    )
    const found = sum(
      this.sheet.ticks.filter((one) => one.subjectId === productId),
      (one) => one.quantity,
    )
    effects.tell({ found, expected })
    if (!line.back && found > expected) effects.warn('surplus')
  }
}

const out = (one: Pick<JobAsset | JobCase, 'outFor' | 'outForLabel'>): Facts => ({
  ...(one.outFor ? { eventId: one.outFor } : {}),
  ...(one.outForLabel ? { event: one.outForLabel } : {}),
})
