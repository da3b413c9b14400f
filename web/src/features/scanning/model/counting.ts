import type { Effects } from './effects'
import type { JobAsset, JobCase } from './job'
import { type Found, isOut } from './job-copy'
import { Open, Refused } from './refusals'
import type { ScanLine } from './scan'
import { Ticking } from './ticking'

const notThere = new Set(['LOST', 'RETIRED', 'SOLD', 'TRANSFERRED'])

/** What is found at a place that is counted. */
export class Counting extends Ticking {
  judge(line: ScanLine, found: Found, effects: Effects): string {
    this.checkInside(line.locationId)
    switch (found.kind) {
      case 'ASSET':
        this.asset(line, found.id, effects)
        break
      case 'CASE':
        this.flightCase(line, this.copy.cases.get(found.id)!, effects)
        break
      case 'PRODUCT':
        this.counted(found.id)
        this.pieces(line, found.id, effects)
        break
      case 'LOCATION':
        this.checkInside(found.id)
        return 'looked-up'
      case 'BLANK_LABEL':
        throw new Refused('label-unbound')
      default:
        throw new Refused('wrong-kind', { kind: found.kind })
    }
    return line.back ? 'uncounted' : 'counted'
  }

  private asset(line: ScanLine, id: string, effects: Effects): void {
    const before = this.tick(id)
    if (line.back) {
      if (!before) throw new Refused('not-counted')
      this.remove(id, effects)
      return
    }
    if (before) throw already(before.byName)
    this.add('ASSET', id, line.locationId ?? null, false, effects)
    this.warn(line, id, effects)
  }

  /** A closed case counts with all that is in it, an open one by itself. */
  private flightCase(line: ScanLine, root: JobCase, effects: Effects): void {
    const before = this.tick(root.id)
    if (line.back) {
      if (!before) throw new Refused('not-counted')
      for (const box of this.copy.tree(root)) this.uncount(box, box === root, effects)
      return
    }
    const at = line.locationId ?? null
    const sealed = root.status === 'CLOSED'
    let more = false
    for (const box of sealed ? this.copy.tree(root) : [root]) {
      if (!this.tick(box.id)) {
        this.add('CASE', box.id, at, box !== root, effects)
        more = true
      }
      if (sealed) more = this.contents(box, at, effects) || more
    }
    if (!more) throw already(before?.byName)
    this.warn(line, root.id, effects)
    if (!sealed && effects.warnings.length === 0) effects.warn('count-contents')
  }

  private contents(box: JobCase, at: string | null, effects: Effects): boolean {
    const there = (one: JobAsset) => !this.tick(one.id) && !notThere.has(one.status) && !isOut(one)
    const assets = this.copy.inside(box).filter(there)
    for (const one of assets) this.add('ASSET', one.id, at, true, effects)
    let more = assets.length > 0
    for (const { productId, quantity } of box.pieces) {
      const left = quantity - this.found(productId, null, box.id)
      if (left <= 0) continue
      this.addPieces(productId, null, box.id, left, true, effects)
      more = true
    }
    return more
  }

  private uncount(box: JobCase, itself: boolean, effects: Effects): void {
    if (itself || this.tick(box.id)?.along) this.remove(box.id, effects)
    for (const one of this.copy.inside(box)) if (this.tick(one.id)?.along) this.remove(one.id, effects)
    for (const one of this.sheet.ticks.filter((each) => each.along && each.caseId === box.id))
      this.addPieces(one.subjectId, null, box.id, -one.quantity, true, effects)
  }

  private pieces(line: ScanLine, productId: string, effects: Effects): void {
    const box = line.caseId ?? null
    if (box && !this.copy.cases.has(box)) throw new Open('unknown-code')
    const at = box ? null : (line.locationId ?? this.lies(productId))
    const before = this.found(productId, at, box)
    const quantity = line.quantity ?? 1
    if (line.back && before < quantity) throw new Refused('not-counted', { found: before })
    const by = line.back ? -quantity : quantity
    this.addPieces(productId, at, box, by, false, effects)
    const found = before + by
    const expected = this.expected(productId, at, box)
    effects.tell({ found, expected })
    if (!line.back && found > expected) effects.warn(expected === 0 ? 'unexpected' : 'more')
  }

  /** The one shelf where they are expected, or the counted place. */
  private lies(productId: string): string {
    const places = this.lines(productId).filter((one) => one.locationId !== null)
    if (places.length > 1) throw new Refused('which-place', { places: places.map((one) => this.place(one.locationId)) })
    return places[0]?.locationId ?? this.sheet.placeId
  }

  /** It was expected elsewhere, or not at all. */
  private warn(line: ScanLine, id: string, effects: Effects): void {
    const expected = this.line(id)
    if (!expected) effects.warn('unexpected')
    else if (line.locationId && line.locationId !== expected.locationId) effects.warn('elsewhere')
  }
}

const already = (by: string | undefined) => new Refused('already-counted', by ? { by } : {})
