import type { Effects } from './effects'
import type { JobAsset, JobCase } from './job'
import { type Found, isOut, type JobCopy } from './job-copy'
import { Open, Refused } from './refusals'
import type { ScanLine } from './scan'

const unmovable = new Set(['CHECKED_OUT', 'ON_SITE', 'LOST', 'RETIRED', 'SOLD', 'TRANSFERRED'])

/** What is put somewhere else: to a place, into a case, out of one. */
export class Placing {
  private readonly copy: JobCopy

  constructor(copy: JobCopy) {
    this.copy = copy
  }

  move(line: ScanLine, found: Found, effects: Effects): string {
    if (found.kind === 'LOCATION' && !line.locationId) return 'looked-up'
    const to = line.locationId
    if (!to) throw new Refused('bad-scan', { field: 'locationId' })
    this.copy.checkPlace(to)
    const shelved = (asset: JobAsset) =>
      effects.set(asset, { locationId: to, status: asset.status === 'CHECKED_IN' ? 'AVAILABLE' : asset.status })
    switch (found.kind) {
      case 'ASSET': {
        const asset = this.copy.assets.get(found.id)!
        const around = asset.caseId ? this.copy.cases.get(asset.caseId) : undefined
        if (around) throw new Refused('wrong-place', { caseNumber: around.number })
        if (isOut(asset) || unmovable.has(asset.status)) throw new Refused('wrong-place', { status: asset.status })
        shelved(asset)
        break
      }
      case 'CASE': {
        const root = this.copy.cases.get(found.id)!
        const above = root.parentId ? this.copy.cases.get(root.parentId) : undefined
        if (above) throw new Refused('wrong-place', { caseNumber: above.number })
        if (root.status === 'RETIRED' || root.out !== null) {
          throw new Refused('wrong-place', { status: root.status === 'RETIRED' ? 'RETIRED' : 'CHECKED_OUT' })
        }
        const locationName = this.copy.job.locations?.find((one) => one.id === to)?.name ?? null
        for (const box of this.copy.tree(root)) {
          effects.set(box, { locationId: to, locationName })
          for (const asset of this.copy.inside(box)) if (!unmovable.has(asset.status)) shelved(asset)
        }
        break
      }
      case 'PRODUCT': {
        if (this.copy.products.get(found.id)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
        if (!line.fromLocationId) throw new Refused('bad-scan', { field: 'fromLocationId' })
        const wanted = line.quantity ?? 1
        this.copy.takeLying(found.id, line.fromLocationId, wanted, effects)
        this.copy.shelve(found.id, to, wanted, effects)
        break
      }
      case 'BLANK_LABEL':
        throw new Refused('label-unbound')
      default:
        throw new Refused('wrong-kind', { kind: found.kind })
    }
    return 'moved'
  }

  pack(line: ScanLine, found: Found, effects: Effects): string {
    if (line.action === 'OPEN' || line.action === 'CLOSE') {
      if (found.kind !== 'CASE') throw new Refused('wrong-kind', { kind: found.kind })
      const box = this.copy.cases.get(found.id)!
      if (box.status !== 'OPEN' && box.status !== 'CLOSED') throw new Refused('case-out-of-service', { status: box.status })
      effects.set(box, { status: line.action === 'OPEN' ? 'OPEN' : 'CLOSED' })
      return line.action === 'OPEN' ? 'case-opened' : 'case-closed'
    }
    const box = this.copy.cases.get(line.caseId!)
    if (!box) throw new Open('unknown-code')
    const into = line.action === 'IN'
    if (box.status !== 'OPEN' && (into || box.status !== 'OUT_OF_SERVICE')) {
      throw new Refused('case-not-open', { caseNumber: box.number, status: box.status })
    }
    if (found.kind === 'PRODUCT') this.packPieces(line, found.id, box, effects)
    else if (found.kind === 'ASSET' || found.kind === 'CASE') this.packThing(into, found, box, effects)
    else throw new Refused('wrong-kind', { kind: found.kind })
    return into ? 'packed' : 'unpacked'
  }

  private packPieces(line: ScanLine, productId: string, box: JobCase, effects: Effects): void {
    if (this.copy.products.get(productId)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
    const wanted = line.quantity ?? 1
    const there = box.pieces.find((one) => one.productId === productId)?.quantity ?? 0
    const others = box.pieces.filter((one) => one.productId !== productId)
    if (line.action === 'IN') {
      const from = line.fromLocationId ?? box.locationId
      if (!from) throw new Open('unknown-location')
      this.copy.takeLying(productId, from, wanted, effects)
      effects.set(box, { pieces: [...others, { productId, quantity: there + wanted }] })
      return
    }
    if (there < wanted) throw new Refused('not-in-case', { caseNumber: box.number, there })
    const left = there - wanted
    effects.set(box, { pieces: left > 0 ? [...others, { productId, quantity: left }] : others })
    const to = line.locationId ?? box.locationId
    if (to) this.copy.shelve(productId, to, wanted, effects)
  }

  private packThing(into: boolean, found: Found, box: JobCase, effects: Effects): void {
    const asset = this.copy.assets.get(found.id)
    const inner = this.copy.cases.get(found.id)
    const within = asset ? asset.caseId : (inner?.parentId ?? null)
    if (!into && within !== box.id) throw new Refused('not-in-case', { caseNumber: box.number })
    if (into && within === box.id) return
    if (into && within !== null) throw new Refused('in-another-case', { caseNumber: this.copy.cases.get(within)?.number ?? null })
    if (asset) {
      if (into && (unmovable.has(asset.status) || isOut(asset))) throw new Refused('not-packable', { status: asset.status })
      effects.set(asset, into ? { caseId: box.id, locationId: box.locationId } : { caseId: null })
    } else if (inner) {
      if (into && (inner.status === 'RETIRED' || this.copy.tree(inner).includes(box))) {
        throw new Refused('not-packable', { status: inner.status })
      }
      effects.set(inner, into ? { parentId: box.id, locationId: box.locationId } : { parentId: null })
    }
  }
}
