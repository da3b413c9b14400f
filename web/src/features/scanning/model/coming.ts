import type { Counter, Effects } from './effects'
import type { JobAsset, JobCase } from './job'
import { type Found, isOut, type JobCopy } from './job-copy'
import { Open, Refused } from './refusals'
import type { ScanLine } from './scan'

/** What comes back, in whatever condition. */
export class Coming {
  private readonly copy: JobCopy

  constructor(copy: JobCopy) {
    this.copy = copy
  }

  checkIn(line: ScanLine, found: Found, effects: Effects): string {
    const condition = line.condition ?? 'GOOD'
    const to: Counter = condition === 'MISSING' ? 'missing' : 'back'
    const brought = condition === 'MISSING' ? undefined : line.locationId
    if (line.locationId) this.copy.checkPlace(line.locationId)
    const free = { out: null, picked: null, outFor: null, outForLabel: null, along: false }
    const count = (one: JobAsset | JobCase) => {
      const need =
        one.along || one.out === null || one.outFor !== this.copy.job.event.id ? undefined : this.copy.needs.get(one.out)
      if (!need) return
      effects.count(need, 'out', -1)
      effects.count(need, to, 1)
    }
    const comeBack = (asset: JobAsset) => {
      count(asset)
      const status = condition === 'GOOD' ? 'CHECKED_IN' : condition === 'DAMAGED' ? 'DAMAGED' : 'LOST'
      effects.set(asset, { ...free, status })
      // What is in a case stays with it.
      if (brought && asset.caseId === null) effects.set(asset, { locationId: brought })
    }
    const elsewhere = (from: string | null, event: string | null) => {
      if (!line.eventId || from === line.eventId) return
      effects.warn('other-event')
      effects.tell({ ...(from && { eventId: from }), ...(event && { event }) })
    }
    if (found.kind === 'ASSET') {
      const asset = this.copy.assets.get(found.id)!
      if (!isOut(asset)) throw new Refused('not-out', { status: asset.status })
      elsewhere(asset.outFor, asset.outForLabel)
      comeBack(asset)
    } else if (found.kind === 'CASE') {
      // Damage is found on one of its contents, so that one is scanned.
      if (condition === 'DAMAGED') throw new Refused('bad-scan', { field: 'condition' })
      const root = this.copy.cases.get(found.id)!
      const boxes = this.copy.tree(root)
      const assets = boxes.flatMap(this.copy.inside).filter((one) => isOut(one) && one.status !== 'LOST')
      const out = boxes.filter((one) => one.out !== null)
      if (assets.length === 0 && out.length === 0) throw new Refused('not-out', { status: root.status })
      elsewhere(root.outFor ?? line.eventId ?? null, root.outForLabel)
      for (const asset of assets) comeBack(asset)
      for (const box of out) {
        if (box.outFor === this.copy.job.event.id) this.copy.countPiecesOf(box, 'out', to, effects)
        count(box)
        effects.set(box, condition === 'MISSING' ? { ...free, status: 'OUT_OF_SERVICE', pieces: [] } : free)
      }
      if (brought && out.includes(root) && root.parentId === null) this.copy.bring(root, brought, effects)
    } else if (found.kind === 'PRODUCT') {
      if (this.copy.products.get(found.id)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
      if (!line.eventId) throw new Refused('bad-scan', { field: 'eventId' })
      if (line.eventId !== this.copy.job.event.id) throw new Open('unknown-event')
      const wanted = line.quantity ?? 1
      const out = this.copy.spread(found.id, wanted, 'out', (need, some) => {
        this.copy.countLoose(need, 'out', -some, effects)
        effects.count(need, to, some)
      })
      if (out !== wanted) throw new Refused('not-out', { out })
      const shelf = line.locationId ?? this.copy.wants(found.id).find((one) => one.places.length > 0)?.places[0]?.locationId
      if (condition !== 'MISSING' && shelf) this.copy.shelve(found.id, shelf, wanted, effects)
    } else if (found.kind === 'BLANK_LABEL') throw new Refused('label-unbound')
    else throw new Refused('wrong-kind', { kind: found.kind })
    return condition === 'GOOD' ? 'checked-in' : condition === 'DAMAGED' ? 'damaged' : 'missing'
  }
}
