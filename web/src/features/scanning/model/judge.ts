import type { Job, JobAsset, JobCase, JobProduct, Need } from './job'
import { QUANTITY_MAX, readCode, writtenAs } from './read-code'
import type { Facts, NeedCount, ScanLine, Thing, ThingKind, Verdict } from './scan'

export type Caller = { userId: string; permissions: readonly string[] }

/** The device may not say: its copy does not know. The server will. */
class Open extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

class Refused extends Error {
  readonly code: string
  readonly facts: Facts
  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

type Found = { kind: ThingKind; id: string }
type Counter = 'picked' | 'out' | 'back' | 'missing'

const phases = { PREP: ['PREP', 'LOAD_OUT', 'ON_SITE'], CHECK_OUT: ['LOAD_OUT', 'ON_SITE'] }
const gone = new Set(['RETIRED', 'SOLD', 'TRANSFERRED'])
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NOTE_MAX = 1_000
const VEHICLE_MAX = 100
const NAMED_MAX = 20
const unmovable = new Set(['CHECKED_OUT', 'ON_SITE', 'LOST', 'RETIRED', 'SOLD', 'TRANSFERRED'])
const isOut = (one: JobAsset) => one.out !== null || one.status === 'CHECKED_OUT' || one.status === 'ON_SITE'

export const roomOf = (need: Need) => need.wanted - need.picked - need.out - need.back - need.missing
const looseOf = (need: Need, counter: 'picked' | 'out') =>
  (counter === 'picked' ? need.pickedLoose : need.outLoose) ?? need[counter]
const countOf = ({ key, wanted, picked, out, back, missing }: Need): NeedCount => ({ key, wanted, picked, out, back, missing })

/** What one scan does to the copy, and how to take it back. */
class Effects {
  readonly touched = new Set<string>()
  readonly needs = new Set<Need>()
  readonly warnings: string[] = []
  private readonly before: (() => void)[] = []
  private readonly steps: ((to: Effects) => void)[] = []

  set<T extends object>(thing: T, now: Partial<T>): void {
    const old: Partial<T> = {}
    for (const name of Object.keys(now) as (keyof T)[]) old[name] = thing[name]
    Object.assign(thing, now)
    this.before.push(() => Object.assign(thing, old))
    this.steps.push((to) => to.set(thing, old))
    if ('id' in thing) this.touched.add(String(thing.id))
  }

  count(need: Need, counter: Counter, by: number): void {
    need[counter] += by
    this.before.push(() => {
      need[counter] -= by
    })
    this.steps.push((to) => to.count(need, counter, -by))
    this.needs.add(need)
    this.touched.add(need.key)
  }

  /** A figure that others may change meanwhile. */
  add<K extends string>(thing: { [name in K]?: number }, name: K, by: number): void {
    const figures = thing as Record<K, number>
    figures[name] = (figures[name] ?? 0) + by
    this.before.push(() => {
      figures[name] -= by
    })
    this.steps.push((to) => to.add(thing, name, -by))
  }

  also(back: () => void): void {
    this.before.push(back)
  }

  warn(code: string): void {
    if (!this.warnings.includes(code)) this.warnings.push(code)
  }

  /** As if it had never been judged. */
  undo(): void {
    for (const back of this.before.reverse()) back()
  }

  /** Takes it back later, by effects of their own: what others counted meanwhile stays counted. */
  reverse(to: Effects): void {
    for (const step of this.steps.toReversed()) step(to)
  }
}

/**
 * Judges scans on a copy of one job, or of none, by the rules of docs/specs/scanning.md; `scanning-cases.json` holds this and the
 * server to the same answers. A scan that is accepted changes the copy, a refused one leaves it as it was.
 */
export class Judge {
  readonly job: Job
  private readonly caller: Caller
  private readonly needs: Map<string, Need>
  private readonly products: Map<string, JobProduct>
  private readonly assets: Map<string, JobAsset>
  private readonly cases: Map<string, JobCase>
  private readonly codes = new Map<string, Found[]>()
  private readonly done: { line: ScanLine; effects: Effects }[] = []
  private readonly undone = new Set<string>()
  private readonly answered = new Map<string, Verdict>()

  /** The job is changed by what is judged: pass a copy of one's own. */
  constructor(job: Job, caller: Caller) {
    this.job = job
    this.caller = caller
    this.needs = new Map(job.needs.map((one) => [one.key, one]))
    this.products = new Map(job.products.map((one) => [one.id, one]))
    this.assets = new Map(job.assets.map((one) => [one.id, one]))
    this.cases = new Map(job.cases.map((one) => [one.id, one]))
    for (const { code, kind, id } of job.codes) {
      const found = this.codes.get(code) ?? []
      if (!found.some((one) => one.id === id)) this.codes.set(code, [...found, { kind, id }])
    }
  }

  judge(line: ScanLine): Verdict {
    const before = this.answered.get(line.id)
    if (before) return before
    const effects = new Effects()
    let found: Found | null = null
    let verdict: Verdict
    try {
      this.check(line)
      if (line.kind === 'UNDO') {
        found = this.takeBack(line, effects)
        verdict = this.accepted('undone', found, effects)
      } else {
        this.checkEvent(line)
        found = this.find(line)
        verdict = this.accepted(this.decide(line, found, effects), found, effects)
        if (line.kind !== 'LOOK_UP') this.done.push({ line, effects })
      }
    } catch (refusal) {
      effects.undo()
      const thing = found ? this.thingOf(found) : null
      if (refusal instanceof Open) {
        verdict = { result: 'OPEN', code: refusal.code, facts: {}, thing, needs: [], warnings: [] }
      } else if (refusal instanceof Refused) {
        verdict = { result: 'REFUSED', code: refusal.code, facts: refusal.facts, thing, needs: [], warnings: [] }
      } else throw refusal
    }
    this.answered.set(line.id, verdict)
    return verdict
  }

  private accepted(code: string, found: Found | null, effects: Effects): Verdict {
    return {
      result: 'ACCEPTED',
      code,
      facts: {},
      thing: found && this.thingOf(found),
      needs: [...effects.needs].map(countOf),
      warnings: effects.warnings,
    }
  }

  private may(permission: string): boolean {
    return this.caller.permissions.includes(permission)
  }

  private check(line: ScanLine): void {
    const bad = (field: string) => new Refused('bad-scan', { field })
    if (line.by !== undefined && line.by !== this.caller.userId) throw new Refused('another-person')
    if (!this.may('SCAN')) throw new Refused('permission-gone', { permission: 'SCAN' })
    if (line.kind === 'UNDO') {
      if (!line.undoes) throw bad('undoes')
      return
    }
    const { quantity = 1 } = line
    if (!line.code?.trim() && !line.thing) throw bad('code')
    if (!(Number.isInteger(quantity) && quantity >= 1 && quantity <= QUANTITY_MAX)) throw bad('quantity')
    if ((line.vehicle?.length ?? 0) > VEHICLE_MAX) throw bad('vehicle')
    if ((line.note?.length ?? 0) > NOTE_MAX) throw bad('note')
    if ((line.kind === 'PREP' || line.kind === 'CHECK_OUT') && !line.eventId) throw bad('eventId')
    if (line.kind === 'PACK' && !line.action) throw bad('action')
    if (line.kind === 'PACK' && (line.action === 'IN' || line.action === 'OUT') && !line.caseId) throw bad('caseId')
  }

  private checkEvent(line: ScanLine): void {
    if (line.kind !== 'PREP' && line.kind !== 'CHECK_OUT') return
    if (line.eventId !== this.job.event.id) throw new Open('unknown-event')
    const allowed = phases[line.kind]
    if (!allowed.includes(this.job.event.phase)) {
      throw new Refused('event-phase-forbids', { phase: this.job.event.phase, phases: allowed })
    }
  }

  /** What a code stands for here; several things are the person's to choose from. */
  find(line: Pick<ScanLine, 'code' | 'thing'>): Found {
    if (line.thing) {
      if (!this.knows(line.thing)) throw new Open('unknown-code')
      return line.thing
    }
    const read = readCode(line.code ?? '', this.job.addresses)
    switch (read.kind) {
      case 'TOO_LONG':
        throw new Refused('code-too-long', { length: read.length })
      case 'FOREIGN':
        throw new Refused('foreign-instance', { host: read.host })
      case 'THING':
        return this.byId(read.thing.id)
      case 'EMPTY':
      case 'COMMAND':
      case 'UNKNOWN_COMMAND':
        throw new Open('unknown-code')
      case 'TEXT': {
        if (uuid.test(read.code)) return this.byId(read.code.toLowerCase())
        const found = writtenAs(read.code).flatMap((code) => this.codes.get(code) ?? [])
        if (found.length === 0) throw new Open('unknown-code')
        if (found.length > 1)
          throw new Refused('code-ambiguous', { code: line.code?.trim(), matches: found.map((one) => this.thingOf(one)) })
        return found[0]!
      }
    }
  }

  /** Whatever kind it is: an old label may say another one than the thing has. */
  private byId(id: string): Found {
    if (this.assets.has(id)) return { kind: 'ASSET', id }
    if (this.cases.has(id)) return { kind: 'CASE', id }
    if (this.job.locations?.some((one) => one.id === id)) return { kind: 'LOCATION', id }
    const listed = this.job.codes.find((one) => one.id === id)
    if (listed) return { kind: listed.kind, id }
    throw new Open('unknown-code')
  }

  private knows({ kind, id }: Found): boolean {
    switch (kind) {
      case 'ASSET':
        return this.assets.has(id)
      case 'CASE':
        return this.cases.has(id)
      case 'PRODUCT':
        return this.products.has(id)
      default:
        return this.job.codes.some((one) => one.id === id) || Boolean(this.job.locations?.some((one) => one.id === id))
    }
  }

  thingOf({ kind, id }: Found): Thing {
    const asset = this.assets.get(id)
    if (asset) {
      const container = asset.caseId ? this.cases.get(asset.caseId) : undefined
      const place = this.job.locations?.find((one) => one.id === asset.locationId)
      return {
        kind,
        id,
        label: asset.number,
        name: this.products.get(asset.productId)?.name ?? '',
        status: asset.status,
        locationId: asset.locationId,
        locationName: place?.name ?? null,
        caseId: asset.caseId,
        caseNumber: container?.number ?? null,
        eventId: asset.outFor,
        event: asset.outForLabel,
      }
    }
    const box = this.cases.get(id)
    if (box) {
      const { number: label, name, status, locationId, locationName, parentId } = box
      const caseNumber = parentId ? (this.cases.get(parentId)?.number ?? null) : null
      return { kind, id, label, name, status, locationId, locationName, caseId: parentId, caseNumber }
    }
    const product = this.products.get(id)
    if (product) return { kind, id, label: product.code ?? product.name, name: product.name }
    const place = this.job.locations?.find((one) => one.id === id)
    if (place) return { kind, id, label: place.code ?? place.name, name: place.name }
    const code = this.job.codes.find((one) => one.id === id)?.code ?? id
    return { kind, id, label: code, name: '' }
  }

  private decide(line: ScanLine, found: Found, effects: Effects): string {
    switch (line.kind) {
      case 'LOOK_UP':
        return 'looked-up'
      case 'PREP':
        return line.back ? this.unpick(line, found, effects) : this.take(line, found, effects, 'picked')
      case 'CHECK_OUT':
        return this.take(line, found, effects, 'out')
      case 'CHECK_IN':
        return this.checkIn(line, found, effects)
      case 'MOVE':
        return this.move(line, found, effects)
      case 'PACK':
        return this.pack(line, found, effects)
      case 'UNDO':
        throw new Open('unknown-code')
    }
  }

  private whose(one: Pick<JobAsset, 'outFor' | 'outForLabel'>): Facts {
    return { eventId: one.outFor, event: one.outForLabel, sameEvent: one.outFor === this.job.event.id }
  }

  private take(line: ScanLine, found: Found, effects: Effects, to: 'picked' | 'out'): string {
    switch (found.kind) {
      case 'ASSET': {
        const asset = this.assets.get(found.id)!
        this.checkAsset(asset, to, null)
        const need =
          this.needFor(asset) ?? this.extra(line, 'ASSET', asset.id, () => this.noNeed(this.wants(asset.productId, asset.id), to))
        this.takeAsset(asset, need, false, to, effects)
        break
      }
      case 'PRODUCT':
        this.takePieces(line, found.id, effects, to)
        break
      case 'CASE':
        this.takeCase(line, this.cases.get(found.id)!, effects, to)
        break
      case 'BLANK_LABEL':
        throw new Refused('label-unbound')
      default:
        throw new Refused('wrong-kind', { kind: found.kind })
    }
    return to === 'picked' ? 'picked' : 'checked-out'
  }

  /** What stands against an asset; `within` is the case that it goes with. */
  private checkAsset(asset: JobAsset, to: 'picked' | 'out', within: JobCase | null): void {
    const { number } = asset
    const { id: event, endsOn } = this.job.event
    const around = asset.caseId ? this.cases.get(asset.caseId) : undefined
    if (to === 'out' && !within && around) throw new Refused('in-case', { caseId: around.id, caseNumber: around.number, number })
    if (gone.has(asset.status)) throw new Refused('gone', { status: asset.status, number })
    if (isOut(asset)) throw new Refused('already-out', { ...this.whose(asset), number })
    if (to === 'picked' && asset.picked !== null && asset.outFor === event) {
      throw new Refused('already-picked', { ...this.whose(asset), number })
    }
    if (asset.status === 'LOST') throw new Refused('lost', { number })
    if (asset.status === 'DAMAGED' || asset.status === 'IN_REPAIR') throw new Refused('damaged', { status: asset.status, number })
    if (asset.quarantined !== null) throw new Refused('quarantined', { reason: asset.quarantined, number })
    if (asset.unfit.length > 0) throw new Refused('unfit', { reasons: asset.unfit, number })
    if (asset.inspectionDueOn !== null && endsOn !== null && asset.inspectionDueOn <= endsOn) {
      throw new Refused('inspection-due-before-end', { dueOn: asset.inspectionDueOn, endsOn, number })
    }
    if (asset.outFor !== null && asset.outFor !== event) {
      throw new Refused('reserved-for-another-event', { ...this.whose(asset), number })
    }
  }

  /** What asks for this very thing, then what asks for its product, in the order of the lists. */
  private wants(productId: string, assetId?: string): Need[] {
    const own = this.job.needs.filter((one) => one.kind === 'ASSET' && one.subjectId === assetId)
    return [...own, ...this.job.needs.filter((one) => one.kind === 'PRODUCT' && one.subjectId === productId)]
  }

  /** The need that it was picked for, else the first that asks for it and has room. */
  private needFor(asset: JobAsset): Need | undefined {
    const picked = asset.picked !== null && asset.outFor === this.job.event.id ? this.needs.get(asset.picked) : undefined
    return picked ?? this.wants(asset.productId, asset.id).find((one) => roomOf(one) > 0)
  }

  /** Why none of these takes it: nobody wants it, or all are full. */
  private noNeed(wanting: Need[], to: 'picked' | 'out'): Refused {
    const sum = (of: (need: Need) => number) => wanting.reduce((all, one) => all + of(one), 0)
    const mayAdd = this.may('SCAN_ADD')
    const wanted = sum((one) => one.wanted)
    if (wanted === 0) return new Refused('not-on-list', { mayAdd })
    const room = sum((one) => roomOf(one) + (to === 'out' ? looseOf(one, 'picked') : 0))
    return new Refused('too-many', { wanted, room, mayAdd })
  }

  /** Taken along although nobody asked for it, where the scan and the person say so; else throws why not. */
  private extra(line: ScanLine, kind: 'ASSET' | 'PRODUCT', subjectId: string, otherwise: () => Refused): Need {
    if (!line.add || !this.may('SCAN_ADD')) throw otherwise()
    const key = `${subjectId}:${subjectId}`
    const there = this.needs.get(key)
    if (there) return there
    const { name = '', code = null } = this.products.get(subjectId) ?? {}
    const need: Need = {
      key,
      lineId: subjectId,
      listName: null,
      groupName: null,
      kind,
      subjectId,
      name: kind === 'ASSET' ? (this.assets.get(subjectId)?.number ?? '') : name,
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
    this.job.needs.push(need)
    this.needs.set(key, need)
    return need
  }

  /** Along: its case is counted, it is not. */
  private takeAsset(asset: JobAsset, need: Need, along: boolean, to: 'picked' | 'out', effects: Effects): void {
    const { id, number } = this.job.event
    const wasPicked = asset.picked !== null && asset.outFor === id
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
    if (this.products.get(productId)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
    const wanting = this.wants(productId)
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
      if (to === 'out') this.fromShelves(productId, fresh + picked, effects)
      if (picked > 0) this.countLoose(need, 'picked', -picked, effects)
      this.countLoose(need, to, fresh + picked, effects)
    }
  }

  private countLoose(need: Need, counter: 'picked' | 'out', by: number, effects: Effects): void {
    effects.count(need, counter, by)
    effects.add(need, counter === 'picked' ? 'pickedLoose' : 'outLoose', by)
  }

  /** In walking order. Where the copy tells of no shelf, the server knows better. */
  private fromShelves(productId: string, quantity: number, effects: Effects): void {
    const needs = this.wants(productId).filter((one) => one.places.length > 0)
    if (needs.length === 0) return
    const shelves = needs[0]!.places.toSorted((a, b) => (a.walkingOrder ?? 1e9) - (b.walkingOrder ?? 1e9))
    const there = shelves.reduce((all, one) => all + one.quantity, 0)
    if (there < quantity) throw new Refused('not-enough-stock', { there })
    let left = quantity
    for (const { locationId, quantity: lies } of shelves) {
      const some = Math.min(left, lies)
      left -= some
      if (some > 0) this.shelve(productId, locationId, -some, effects)
    }
  }

  /** Every need of a product tells of the same shelves. */
  private shelve(productId: string, locationId: string, by: number, effects: Effects): void {
    for (const need of this.wants(productId)) {
      const shelf = need.places.find((one) => one.locationId === locationId)
      if (shelf) effects.add(shelf, 'quantity', by)
    }
  }

  /** A case and all cases in it, outermost first. */
  private tree(root: JobCase): JobCase[] {
    const all = [root]
    for (const one of all) all.push(...this.job.cases.filter((inner) => inner.parentId === one.id && !all.includes(inner)))
    return all
  }

  private inside = (box: JobCase) => this.job.assets.filter((one) => one.caseId === box.id)

  private takeCase(line: ScanLine, root: JobCase, effects: Effects, to: 'picked' | 'out'): void {
    const { id: event, number: label } = this.job.event
    const leaves = to === 'out'
    const mayAdd = line.add === true && this.may('SCAN_ADD')
    if (root.status === 'OUT_OF_SERVICE' || root.status === 'RETIRED')
      throw new Refused('case-out-of-service', { status: root.status })
    const above = root.parentId ? this.cases.get(root.parentId) : undefined
    if (leaves && above) throw new Refused('in-case', { caseId: above.id, caseNumber: above.number })
    const isHeld = root.outFor !== null
    if (isHeld && root.outFor !== event) {
      throw new Refused(root.out !== null ? 'already-out' : 'reserved-for-another-event', this.whose(root))
    }
    const there = isHeld && (leaves ? root.out !== null : true)
    const heldKey = isHeld && !root.along ? (root.out ?? root.picked) : null
    const own =
      (heldKey ? this.needs.get(heldKey) : undefined) ??
      this.job.needs.find((one) => one.kind === 'CASE' && one.subjectId === root.id && roomOf(one) > 0)
    const lost: string[] = []
    const misfits: string[] = []
    let before = 0
    let going = 0
    for (const box of this.tree(root)) {
      for (const asset of this.inside(box)) {
        if (asset.status === 'LOST' || gone.has(asset.status)) {
          lost.push(asset.number)
          continue
        }
        const isOurs = asset.outFor === event && (asset.picked !== null || asset.out !== null)
        if (isOurs && (asset.out !== null || !leaves)) {
          before++
          continue
        }
        this.checkAsset(asset, to, box)
        const need = !isOurs && own && box.fixed ? undefined : this.needFor(asset)
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
      throw new Refused('contents-not-on-list', { numbers: misfits.slice(0, NAMED_MAX), mayAdd: this.may('SCAN_ADD') })
    }
    if (going === 0 && (there || (!own && before > 0))) {
      const facts = isHeld ? this.whose(root) : { eventId: event, event: label, sameEvent: true }
      throw new Refused(leaves || root.out !== null ? 'already-out' : 'already-picked', facts)
    }
    if (going === 0 && !own && !mayAdd) throw this.noNeed([], to)
    for (const box of this.tree(root)) {
      const was = box.outFor === event
      if (was && (box.out !== null || !leaves)) continue
      const along = was ? box.along : !own || box !== root
      const key = was ? (box.picked ?? box.id) : own ? own.key : `${root.id}:${root.id}`
      const need = along ? undefined : this.needs.get(key)
      if (need) {
        if (was) effects.count(need, 'picked', -1)
        effects.count(need, to, 1)
      }
      effects.set(box, { outFor: event, outForLabel: label, picked: leaves ? null : key, out: leaves ? key : null, along })
    }
    if (lost.length > 0) effects.warn('missing-contents')
  }

  /** Counted pieces in a case; answers how many kinds of them go. */
  private takePiecesOf(
    box: JobCase,
    own: Need | undefined,
    { line, mayAdd, leaves }: { line: ScanLine; mayAdd: boolean; leaves: boolean },
    misfits: string[],
    effects: Effects,
  ): number {
    const to = leaves ? 'out' : 'picked'
    const ours = box.outFor === this.job.event.id
    if (ours && (box.out !== null || !leaves)) return 0
    let kinds = 0
    for (const { productId, quantity } of box.pieces) {
      let left = quantity
      kinds++
      if (ours || !own || !box.fixed) {
        for (const need of this.wants(productId)) {
          const inCases = need.picked - looseOf(need, 'picked')
          const some = Math.min(left, ours ? inCases : Math.max(0, roomOf(need)))
          if (some <= 0) continue
          left -= some
          if (ours) effects.count(need, 'picked', -some)
          effects.count(need, to, some)
        }
      }
      if (left === 0 || own || ours) continue
      if (mayAdd)
        effects.count(
          this.extra(line, 'PRODUCT', productId, () => new Refused('not-on-list')),
          to,
          left,
        )
      else misfits.push(`${left} × ${this.products.get(productId)?.name ?? ''}`)
    }
    return kinds
  }

  private unpick(line: ScanLine, found: Found, effects: Effects): string {
    const event = this.job.event.id
    const picked = (one: JobAsset | JobCase) => one.picked !== null && one.outFor === event
    const release = (one: JobAsset | JobCase) => {
      const need = one.along ? undefined : this.needs.get(one.picked!)
      if (need) effects.count(need, 'picked', -1)
      const free = { picked: null, outFor: null, outForLabel: null, along: false }
      effects.set(one, 'productId' in one ? { ...free, status: 'AVAILABLE' } : free)
    }
    if (found.kind === 'ASSET') {
      const asset = this.assets.get(found.id)!
      if (!picked(asset)) throw new Refused('not-picked')
      release(asset)
    } else if (found.kind === 'CASE') {
      const boxes = this.tree(this.cases.get(found.id)!)
      const assets = boxes.flatMap(this.inside).filter(picked)
      if (assets.length === 0 && !boxes.some(picked)) throw new Refused('not-picked')
      for (const box of boxes.filter(picked)) this.countPiecesOf(box, 'picked', null, effects)
      for (const one of [...assets, ...boxes.filter(picked)]) release(one)
    } else if (found.kind === 'PRODUCT') {
      const taken = this.spread(found.id, line.quantity ?? 1, 'picked', (need, some) =>
        this.countLoose(need, 'picked', -some, effects),
      )
      if (taken !== (line.quantity ?? 1)) throw new Refused('not-picked', { picked: taken })
    } else throw new Refused('wrong-kind', { kind: found.kind })
    return 'unpicked'
  }

  /** Takes loose pieces off a counter of the product's needs, in their order; answers how many there were. */
  private spread(productId: string, quantity: number, from: 'picked' | 'out', each: (need: Need, some: number) => void): number {
    let left = quantity
    for (const need of this.wants(productId)) {
      const some = Math.min(left, looseOf(need, from))
      if (some > 0) each(need, some)
      left -= some
    }
    return quantity - left
  }

  /** The pieces in a case leave one counter, for another or none. */
  private countPiecesOf(box: JobCase, from: 'picked' | 'out', to: Counter | null, effects: Effects): void {
    for (const { productId, quantity } of box.pieces) {
      let left = quantity
      for (const need of this.wants(productId)) {
        const some = Math.min(left, need[from] - looseOf(need, from))
        if (some <= 0) continue
        left -= some
        effects.count(need, from, -some)
        if (to) effects.count(need, to, some)
      }
    }
  }

  private checkIn(line: ScanLine, found: Found, effects: Effects): string {
    const condition = line.condition ?? 'GOOD'
    const to: Counter = condition === 'MISSING' ? 'missing' : 'back'
    const place = line.locationId ? { locationId: line.locationId } : {}
    if (line.locationId) this.checkPlace(line.locationId)
    const free = { out: null, picked: null, outFor: null, outForLabel: null, along: false }
    const count = (one: JobAsset | JobCase) => {
      const need = one.along || one.out === null || one.outFor !== this.job.event.id ? undefined : this.needs.get(one.out)
      if (!need) return
      effects.count(need, 'out', -1)
      effects.count(need, to, 1)
    }
    const comeBack = (asset: JobAsset) => {
      count(asset)
      const status = condition === 'GOOD' ? 'CHECKED_IN' : condition === 'DAMAGED' ? 'DAMAGED' : 'LOST'
      effects.set(asset, { ...free, status, ...place })
    }
    const elsewhere = (from: string | null) => {
      if (line.eventId && from !== line.eventId) effects.warn('other-event')
    }
    if (found.kind === 'ASSET') {
      const asset = this.assets.get(found.id)!
      if (!isOut(asset)) throw new Refused('not-out', { status: asset.status })
      elsewhere(asset.outFor)
      comeBack(asset)
    } else if (found.kind === 'CASE') {
      // Damage is found on one of its contents, so that one is scanned.
      if (condition === 'DAMAGED') throw new Refused('bad-scan', { field: 'condition' })
      const root = this.cases.get(found.id)!
      const boxes = this.tree(root)
      const assets = boxes.flatMap(this.inside).filter((one) => isOut(one) && one.status !== 'LOST')
      const out = boxes.filter((one) => one.out !== null)
      if (assets.length === 0 && out.length === 0) throw new Refused('not-out', { status: root.status })
      elsewhere(root.outFor ?? line.eventId ?? null)
      for (const asset of assets) comeBack(asset)
      for (const box of out) {
        if (box.outFor === this.job.event.id) this.countPiecesOf(box, 'out', to, effects)
        count(box)
        effects.set(box, { ...free, ...place })
      }
    } else if (found.kind === 'PRODUCT') {
      if (this.products.get(found.id)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
      if (!line.eventId) throw new Refused('bad-scan', { field: 'eventId' })
      if (line.eventId !== this.job.event.id) throw new Open('unknown-event')
      const wanted = line.quantity ?? 1
      const out = this.spread(found.id, wanted, 'out', (need, some) => {
        this.countLoose(need, 'out', -some, effects)
        effects.count(need, to, some)
      })
      if (out !== wanted) throw new Refused('not-out', { out })
      const shelf = line.locationId ?? this.wants(found.id).find((one) => one.places.length > 0)?.places[0]?.locationId
      if (condition !== 'MISSING' && shelf) this.shelve(found.id, shelf, wanted, effects)
    } else if (found.kind === 'BLANK_LABEL') throw new Refused('label-unbound')
    else throw new Refused('wrong-kind', { kind: found.kind })
    return condition === 'GOOD' ? 'checked-in' : condition === 'DAMAGED' ? 'damaged' : 'missing'
  }

  private checkPlace(id: string): void {
    if (!this.job.locations?.some((one) => one.id === id)) throw new Open('unknown-location')
  }

  private move(line: ScanLine, found: Found, effects: Effects): string {
    if (found.kind === 'LOCATION' && !line.locationId) return 'looked-up'
    const to = line.locationId
    if (!to) throw new Refused('bad-scan', { field: 'locationId' })
    this.checkPlace(to)
    const shelved = (asset: JobAsset) =>
      effects.set(asset, { locationId: to, status: asset.status === 'CHECKED_IN' ? 'AVAILABLE' : asset.status })
    switch (found.kind) {
      case 'ASSET': {
        const asset = this.assets.get(found.id)!
        const around = asset.caseId ? this.cases.get(asset.caseId) : undefined
        if (around) throw new Refused('wrong-place', { caseNumber: around.number })
        if (isOut(asset) || unmovable.has(asset.status)) throw new Refused('wrong-place', { status: asset.status })
        shelved(asset)
        break
      }
      case 'CASE': {
        const root = this.cases.get(found.id)!
        const above = root.parentId ? this.cases.get(root.parentId) : undefined
        if (above) throw new Refused('wrong-place', { caseNumber: above.number })
        if (root.status === 'RETIRED' || root.out !== null) {
          throw new Refused('wrong-place', { status: root.status === 'RETIRED' ? 'RETIRED' : 'CHECKED_OUT' })
        }
        const locationName = this.job.locations?.find((one) => one.id === to)?.name ?? null
        for (const box of this.tree(root)) {
          effects.set(box, { locationId: to, locationName })
          for (const asset of this.inside(box)) if (!unmovable.has(asset.status)) shelved(asset)
        }
        break
      }
      case 'PRODUCT': {
        if (this.products.get(found.id)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
        if (!line.fromLocationId) throw new Refused('bad-scan', { field: 'fromLocationId' })
        const wanted = line.quantity ?? 1
        this.takeLying(found.id, line.fromLocationId, wanted, effects)
        this.shelve(found.id, to, wanted, effects)
        break
      }
      case 'BLANK_LABEL':
        throw new Refused('label-unbound')
      default:
        throw new Refused('wrong-kind', { kind: found.kind })
    }
    return 'moved'
  }

  /** Pieces off one shelf; of products that no need asks for the copy does not know what lies there. */
  private takeLying(productId: string, locationId: string, quantity: number, effects: Effects): void {
    const shelf = this.wants(productId)
      .flatMap((one) => one.places)
      .find((one) => one.locationId === locationId)
    if (!shelf) throw new Open('not-enough-stock')
    if (shelf.quantity < quantity) throw new Refused('not-enough-stock', { there: shelf.quantity })
    this.shelve(productId, locationId, -quantity, effects)
  }

  private pack(line: ScanLine, found: Found, effects: Effects): string {
    if (line.action === 'OPEN' || line.action === 'CLOSE') {
      if (found.kind !== 'CASE') throw new Refused('wrong-kind', { kind: found.kind })
      const box = this.cases.get(found.id)!
      if (box.status !== 'OPEN' && box.status !== 'CLOSED') throw new Refused('case-out-of-service', { status: box.status })
      effects.set(box, { status: line.action === 'OPEN' ? 'OPEN' : 'CLOSED' })
      return line.action === 'OPEN' ? 'case-opened' : 'case-closed'
    }
    const box = this.cases.get(line.caseId!)
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
    if (this.products.get(productId)?.kind === 'SERIALISED') throw new Refused('wrong-kind', { kind: 'SERIALISED' })
    const wanted = line.quantity ?? 1
    const there = box.pieces.find((one) => one.productId === productId)?.quantity ?? 0
    const others = box.pieces.filter((one) => one.productId !== productId)
    if (line.action === 'IN') {
      const from = line.fromLocationId ?? box.locationId
      if (!from) throw new Open('unknown-location')
      this.takeLying(productId, from, wanted, effects)
      effects.set(box, { pieces: [...others, { productId, quantity: there + wanted }] })
      return
    }
    if (there < wanted) throw new Refused('not-in-case', { caseNumber: box.number, there })
    const left = there - wanted
    effects.set(box, { pieces: left > 0 ? [...others, { productId, quantity: left }] : others })
    const to = line.locationId ?? box.locationId
    if (to) this.shelve(productId, to, wanted, effects)
  }

  private packThing(into: boolean, found: Found, box: JobCase, effects: Effects): void {
    const asset = this.assets.get(found.id)
    const inner = this.cases.get(found.id)
    const within = asset ? asset.caseId : (inner?.parentId ?? null)
    if (!into && within !== box.id) throw new Refused('not-in-case', { caseNumber: box.number })
    if (into && within === box.id) return
    if (into && within !== null) throw new Refused('in-another-case', { caseNumber: this.cases.get(within)?.number ?? null })
    if (asset) {
      if (into && (unmovable.has(asset.status) || isOut(asset))) throw new Refused('not-packable', { status: asset.status })
      effects.set(asset, into ? { caseId: box.id, locationId: box.locationId } : { caseId: null })
    } else if (inner) {
      if (into && (inner.status === 'RETIRED' || this.tree(inner).includes(box))) {
        throw new Refused('not-packable', { status: inner.status })
      }
      effects.set(inner, into ? { parentId: box.id, locationId: box.locationId } : { parentId: null })
    }
  }

  private takeBack(line: ScanLine, effects: Effects): Found {
    const at = this.done.findIndex((one) => one.line.id === line.undoes)
    if (at < 0) {
      const before = this.answered.get(line.undoes!)
      if (!before || before.result === 'OPEN') throw new Open('not-undoable')
      throw new Refused('not-undoable', { why: this.undone.has(line.undoes!) ? 'undone' : 'nothing-done' })
    }
    const undone = this.done[at]!
    // What this device did is known here; what came between from elsewhere the server knows.
    const overtaken = new Refused('not-undoable', { why: 'overtaken' })
    if (undone.line.kind === 'CHECK_IN' && (undone.line.condition ?? 'GOOD') !== 'GOOD') throw overtaken
    const things = [...undone.effects.touched].filter((id) => !this.needs.has(id))
    if (this.done.slice(at + 1).some((one) => things.some((id) => one.effects.touched.has(id)))) throw overtaken
    const found = this.find(undone.line)
    this.done.splice(at, 1)
    this.undone.add(undone.line.id)
    effects.also(() => {
      this.done.splice(at, 0, undone)
      this.undone.delete(undone.line.id)
    })
    undone.effects.reverse(effects)
    return found
  }
}
