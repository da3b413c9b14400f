import type { Effects } from './effects'
import type { HeldPieces, JobAsset, JobCase, Need } from './job'
import { type Found, isOut, type JobCopy, looseOf, roomOf } from './job-copy'
import { Refused } from './refusals'
import type { ScanLine } from './scan'

export const gone = new Set(['RETIRED', 'SOLD', 'TRANSFERRED'])
const NAMED_MAX = 20

/** What is made ready for an event, and what leaves for it. */
export class Going {
  private readonly copy: JobCopy
  private readonly mayAdd: boolean
  /** What leaves although nobody made it ready before. */
  private unseen: string[] = []
  /** How much of a case was taken before. */
  private before = 0
  /** Of what was picked loose, what was found in the case by now. */
  private found = new Map<Need, number>()

  constructor(copy: JobCopy, mayAdd: boolean) {
    this.copy = copy
    this.mayAdd = mayAdd
  }

  take(line: ScanLine, found: Found, effects: Effects, to: 'picked' | 'out'): string {
    this.unseen = []
    this.found = new Map()
    switch (found.kind) {
      case 'ASSET': {
        const asset = this.copy.assets.get(found.id)!
        this.checkAsset(asset, to, null)
        const lacking = this.substituted(asset.productId)
        const need =
          this.copy.needFor(asset) ??
          lacking.find((one) => one.key === line.insteadOf) ??
          this.extra(line, 'ASSET', asset.id, () => this.noNeed(this.copy.wants(asset.productId, asset.id), to, lacking))
        this.takeAsset(asset, need, false, to, effects)
        break
      }
      case 'PRODUCT':
        this.takePieces(line, found.id, effects, to)
        break
      case 'CASE':
        this.takeCase(line, this.copy.cases.get(found.id)!, effects, to)
        break
      case 'BLANK_LABEL':
        throw new Refused('label-unbound')
      default:
        throw new Refused('wrong-kind', { kind: found.kind })
    }
    if (to === 'picked') this.uncheck(effects)
    else if (this.copy.job.event.check?.wanted && this.unseen.length > 0)
      throw new Refused('prep-unchecked', { numbers: this.unseen.slice(0, NAMED_MAX) })
    return to === 'picked' ? 'picked' : 'checked-out'
  }

  /** Something else is ready now than was checked. */
  private uncheck(effects: Effects): void {
    const { event } = this.copy.job
    const { check } = event
    if (!check?.at) return
    event.check = { ...check, at: null, byName: null }
    effects.also(() => {
      event.check = check
    })
  }

  private pieces(quantity: number, productId: string): string {
    return `${quantity} × ${this.copy.products.get(productId)?.name ?? ''}`
  }

  /** What stands against an asset; `within` is the case that it goes with. */
  private checkAsset(asset: JobAsset, to: 'picked' | 'out', within: JobCase | null): void {
    const { number } = asset
    const { id: event, endsOn } = this.copy.job.event
    const around = asset.caseId ? this.copy.cases.get(asset.caseId) : undefined
    if (to === 'out' && !within && around) throw new Refused('in-case', { caseId: around.id, caseNumber: around.number, number })
    if (gone.has(asset.status)) throw new Refused('gone', { status: asset.status, number })
    if (isOut(asset)) throw new Refused('already-out', { ...this.copy.whose(asset), number })
    if (to === 'picked' && asset.picked !== null && asset.outFor === event) {
      throw new Refused('already-picked', { ...this.copy.whose(asset), number })
    }
    if (asset.status === 'LOST') throw new Refused('lost', { number })
    if (asset.status === 'DAMAGED' || asset.status === 'IN_REPAIR') throw new Refused('damaged', { status: asset.status, number })
    if (asset.quarantined !== null) throw new Refused('quarantined', { reason: asset.quarantined, number })
    if (asset.unfit.length > 0) throw new Refused('unfit', { reasons: asset.unfit, number })
    if (asset.inspectionDueOn !== null && endsOn !== null && asset.inspectionDueOn <= endsOn) {
      throw new Refused('inspection-due-before-end', { dueOn: asset.inspectionDueOn, endsOn, number })
    }
    if (asset.outFor !== null && asset.outFor !== event) {
      throw new Refused('reserved-for-another-event', { ...this.copy.whose(asset), number })
    }
  }

  /** What lacks a product that this one may stand in for. */
  private substituted(productId: string): Need[] {
    const originals = (this.copy.job.alternatives ?? [])
      .filter((one) => one.alternativeId === productId)
      .map((one) => one.productId)
    return this.copy.job.needs.filter((one) => one.kind === 'PRODUCT' && originals.includes(one.subjectId) && roomOf(one) > 0)
  }

  /** Why none of these takes it: nobody wants it, or all are full. */
  private noNeed(wanting: Need[], to: 'picked' | 'out', lacking: Need[] = []): Refused {
    const sum = (of: (need: Need) => number) => wanting.reduce((all, one) => all + of(one), 0)
    const wanted = sum((one) => one.wanted)
    const insteadOf = lacking.map((one) => ({ key: one.key, name: one.name, room: roomOf(one) }))
    const offered = insteadOf.length > 0 ? { insteadOf } : {}
    if (wanted === 0) return new Refused('not-on-list', { mayAdd: this.mayAdd, ...offered })
    const room = sum((one) => roomOf(one) + (to === 'out' ? looseOf(one, 'picked') : 0))
    return new Refused('too-many', { wanted, room, mayAdd: this.mayAdd, ...offered })
  }

  /** Taken along although nobody asked for it, where the scan and the person say so; else throws why not. */
  private extra(line: ScanLine, kind: 'ASSET' | 'PRODUCT', subjectId: string, otherwise: () => Refused): Need {
    if (!line.add || !this.mayAdd) throw otherwise()
    const key = `${subjectId}:${subjectId}`
    const there = this.copy.needs.get(key)
    if (there) return there
    const { name = '', code = null } = this.copy.products.get(subjectId) ?? {}
    const need: Need = {
      key,
      lineId: subjectId,
      listName: null,
      groupName: null,
      kind,
      subjectId,
      name: kind === 'ASSET' ? (this.copy.assets.get(subjectId)?.number ?? '') : name,
      code,
      kitName: null,
      note: null,
      extra: true,
      wanted: 0,
      picked: 0,
      out: 0,
      back: 0,
      missing: 0,
      pickedLoose: 0,
      outLoose: 0,
      places: [],
    }
    this.copy.job.needs.push(need)
    this.copy.needs.set(key, need)
    return need
  }

  /** Along: its case is counted, it is not. */
  private takeAsset(asset: JobAsset, need: Need, along: boolean, to: 'picked' | 'out', effects: Effects): void {
    const { id, number } = this.copy.job.event
    const wasPicked = asset.picked !== null && asset.outFor === id
    if (!wasPicked) this.unseen.push(asset.number)
    if (!along) {
      if (wasPicked && !asset.along) effects.count(need, 'picked', -1)
      effects.count(need, to, 1)
    }
    effects.set(asset, {
      outFor: id,
      outForLabel: number,
      picked: to === 'picked' ? need.key : null,
      out: to === 'out' ? need.key : null,
      along,
      status: to === 'picked' ? 'RESERVED' : 'CHECKED_OUT',
    })
  }

  private takePieces(line: ScanLine, productId: string, effects: Effects, to: 'picked' | 'out'): void {
    if (this.copy.products.get(productId)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
    const wanting = this.copy.wants(productId)
    let left = line.quantity ?? 1
    const parts = new Map<Need, { fresh: number; picked: number }>()
    const part = (need: Need) => {
      const one = parts.get(need) ?? { fresh: 0, picked: 0 }
      parts.set(need, one)
      return one
    }
    if (to === 'out') {
      for (const need of wanting) {
        const some = Math.min(left, looseOf(need, 'picked'))
        if (some > 0) part(need).picked += some
        left -= some
      }
    }
    for (const need of wanting) {
      const some = Math.min(left, Math.max(0, roomOf(need)))
      if (some > 0) part(need).fresh += some
      left -= some
    }
    if (left > 0) part(this.extra(line, 'PRODUCT', productId, () => this.noNeed(wanting, to))).fresh += left
    for (const [need, { fresh, picked }] of parts) {
      if (fresh > 0) this.unseen.push(this.pieces(fresh, productId))
      if (to === 'out') this.fromShelves(productId, fresh + picked, effects)
      if (picked > 0) this.copy.countLoose(need, 'picked', -picked, effects)
      this.copy.countLoose(need, to, fresh + picked, effects)
    }
  }

  /** In walking order. Where the copy tells of no shelf, the server knows better. */
  private fromShelves(productId: string, quantity: number, effects: Effects): void {
    const needs = this.copy.wants(productId).filter((one) => one.places.length > 0)
    if (needs.length === 0) return
    const shelves = needs[0]!.places.toSorted((a, b) => (a.walkingOrder ?? 1e9) - (b.walkingOrder ?? 1e9))
    const there = shelves.reduce((all, one) => all + one.quantity, 0)
    if (there < quantity) throw new Refused('not-enough-stock', { there })
    let left = quantity
    for (const { locationId, quantity: lies } of shelves) {
      const some = Math.min(left, lies)
      left -= some
      if (some > 0) this.copy.shelve(productId, locationId, -some, effects)
    }
  }

  private takeCase(line: ScanLine, root: JobCase, effects: Effects, to: 'picked' | 'out'): void {
    const { id: event, number: label } = this.copy.job.event
    const leaves = to === 'out'
    const mayAdd = line.add === true && this.mayAdd
    if (root.status === 'OUT_OF_SERVICE' || root.status === 'RETIRED')
      throw new Refused('case-out-of-service', { status: root.status })
    const above = root.parentId ? this.copy.cases.get(root.parentId) : undefined
    if (leaves && above) throw new Refused('in-case', { caseId: above.id, caseNumber: above.number })
    const isHeld = root.outFor !== null
    if (isHeld && root.outFor !== event) {
      throw new Refused(root.out !== null ? 'already-out' : 'reserved-for-another-event', this.copy.whose(root))
    }
    const there = isHeld && (leaves ? root.out !== null : true)
    const heldKey = isHeld && !root.along ? (root.out ?? root.picked) : null
    const own =
      (heldKey ? this.copy.needs.get(heldKey) : undefined) ??
      this.copy.job.needs.find((one) => one.kind === 'CASE' && one.subjectId === root.id && roomOf(one) > 0)
    const lost: string[] = []
    const misfits: string[] = []
    this.before = 0
    let going = 0
    for (const box of this.copy.tree(root)) {
      for (const asset of this.copy.inside(box)) {
        if (asset.status === 'LOST' || gone.has(asset.status)) {
          lost.push(asset.number)
          continue
        }
        const isOurs = asset.outFor === event && (asset.picked !== null || asset.out !== null)
        if (isOurs && (asset.out !== null || !leaves)) {
          this.before++
          continue
        }
        this.checkAsset(asset, to, box)
        const need = !isOurs && own && box.fixed ? undefined : this.copy.needFor(asset)
        if (need) this.takeAsset(asset, need, isOurs && asset.along, to, effects)
        else if (own) this.takeAsset(asset, own, true, to, effects)
        else if (mayAdd)
          this.takeAsset(
            asset,
            this.extra(line, 'ASSET', asset.id, () => new Refused('not-on-list')),
            false,
            to,
            effects,
          )
        else {
          misfits.push(asset.number)
          continue
        }
        going++
      }
      going += this.takePiecesOf(box, own, { line, mayAdd, leaves }, misfits, effects)
    }
    if (misfits.length > 0) {
      throw new Refused('contents-not-on-list', { numbers: misfits.slice(0, NAMED_MAX), mayAdd: this.mayAdd })
    }
    if (going === 0 && (there || (!own && this.before > 0))) {
      const facts = isHeld ? this.copy.whose(root) : { eventId: event, event: label, sameEvent: true }
      throw new Refused(leaves || root.out !== null ? 'already-out' : 'already-picked', facts)
    }
    if (going === 0 && !own && !mayAdd) throw this.noNeed([], to)
    for (const box of this.copy.tree(root)) {
      const was = box.outFor === event
      if (was && (box.out !== null || !leaves)) continue
      const along = was ? box.along : !own || box !== root
      const key = was ? (box.picked ?? box.id) : own ? own.key : `${root.id}:${root.id}`
      const need = along ? undefined : this.copy.needs.get(key)
      if (!was && !along) this.unseen.push(root.number)
      if (need) {
        if (was) effects.count(need, 'picked', -1)
        effects.count(need, to, 1)
      }
      effects.set(box, { outFor: event, outForLabel: label, picked: leaves ? null : key, out: leaves ? key : null, along })
    }
    if (lost.length > 0) effects.warn('missing-contents')
  }

  /** Counted pieces in a case: what was picked with it and is still in it, and what was packed since, picked before or not. Answers how many kinds of them go. */
  private takePiecesOf(
    box: JobCase,
    own: Need | undefined,
    { line, mayAdd, leaves }: { line: ScanLine; mayAdd: boolean; leaves: boolean },
    misfits: string[],
    effects: Effects,
  ): number {
    if (box.out !== null) return 0
    const to = leaves ? 'out' : 'picked'
    const fresh = new Map(box.pieces.map((one) => [one.productId, one.quantity]))
    const going: HeldPieces[] = []
    let kinds = 0
    for (const had of box.held ?? []) {
      const there = Math.min(had.quantity, fresh.get(had.productId) ?? 0)
      fresh.set(had.productId, (fresh.get(had.productId) ?? 0) - there)
      going.push(leaves ? { ...had, quantity: there } : had)
      if (!leaves) continue
      kinds++
      const need = had.along ? undefined : this.copy.needs.get(had.key)
      if (!need) continue
      effects.count(need, 'picked', -had.quantity)
      effects.count(need, 'out', there)
    }
    const take = (key: string, productId: string, quantity: number, along: boolean) => {
      const before = going.findIndex((one) => one.key === key && one.productId === productId && one.along === along)
      if (before < 0) going.push({ key, productId, quantity, along })
      else going[before] = { ...going[before]!, quantity: going[before]!.quantity + quantity }
    }
    const count = (need: Need, productId: string, quantity: number) => {
      effects.count(need, to, quantity)
      take(need.key, productId, quantity, false)
    }
    for (const [productId, quantity] of fresh) {
      if (quantity <= 0) continue
      let left = quantity
      if (!own || !box.fixed)
        this.pickedLoose(productId, quantity, leaves, (need, some) => {
          left -= some
          if (!leaves) return
          this.copy.countLoose(need, 'picked', -some, effects)
          count(need, productId, some)
        })
      if (leaves && left < quantity) kinds++
      if (left === 0) continue
      kinds++
      this.unseen.push(this.pieces(left, productId))
      if (!own || !box.fixed) {
        for (const need of this.copy.wants(productId)) {
          const some = Math.min(left, Math.max(0, roomOf(need)))
          if (some <= 0) continue
          left -= some
          count(need, productId, some)
        }
      }
      if (left === 0) continue
      if (own) take(own.key, productId, left, true)
      else if (mayAdd)
        count(
          this.extra(line, 'PRODUCT', productId, () => new Refused('not-on-list')),
          productId,
          left,
        )
      else misfits.push(this.pieces(left, productId))
    }
    effects.set(box, { held: going.filter((one) => one.quantity > 0) })
    return kinds
  }

  /** Picked before they were packed: they leave as what they were picked for, and are not picked again. */
  private pickedLoose(productId: string, quantity: number, leaves: boolean, each: (need: Need, some: number) => void): void {
    let left = quantity
    for (const need of this.copy.wants(productId)) {
      const found = this.found.get(need) ?? 0
      const some = Math.min(left, looseOf(need, 'picked') - found)
      if (some <= 0) continue
      left -= some
      if (!leaves) {
        this.found.set(need, found + some)
        this.before++
      }
      each(need, some)
    }
  }

  unpick(line: ScanLine, found: Found, effects: Effects): string {
    const event = this.copy.job.event.id
    const picked = (one: JobAsset | JobCase) => one.picked !== null && one.outFor === event
    const release = (one: JobAsset | JobCase) => {
      const need = one.along ? undefined : this.copy.needs.get(one.picked!)
      if (need) effects.count(need, 'picked', -1)
      const free = { picked: null, outFor: null, outForLabel: null, along: false }
      effects.set(one, 'productId' in one ? { ...free, status: 'AVAILABLE' } : free)
    }
    if (found.kind === 'ASSET') {
      const asset = this.copy.assets.get(found.id)!
      if (!picked(asset)) throw new Refused('not-picked')
      release(asset)
    } else if (found.kind === 'CASE') {
      const boxes = this.copy.tree(this.copy.cases.get(found.id)!)
      const assets = boxes.flatMap(this.copy.inside).filter(picked)
      if (assets.length === 0 && !boxes.some(picked)) throw new Refused('not-picked')
      for (const box of boxes.filter(picked)) this.copy.countPiecesOf(box, 'picked', null, effects)
      for (const one of [...assets, ...boxes.filter(picked)]) release(one)
    } else if (found.kind === 'PRODUCT') {
      const taken = this.copy.spread(found.id, line.quantity ?? 1, 'picked', (need, some) =>
        this.copy.countLoose(need, 'picked', -some, effects),
      )
      if (taken !== (line.quantity ?? 1)) throw new Refused('not-picked', { picked: taken })
    } else throw new Refused('wrong-kind', { kind: found.kind })
    this.uncheck(effects)
    return 'unpicked'
  }
}
