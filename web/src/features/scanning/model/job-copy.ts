import type { Counter, Effects } from './effects'
import type { Job, JobAsset, JobCase, JobProduct, Need } from './job'
import { readCode, writtenAs } from './read-code'
import { Open, Refused } from './refusals'
import type { Facts, ScanLine, Thing, ThingKind } from './scan'

export type Found = { kind: ThingKind; id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const roomOf = (need: Need) => need.wanted - need.picked - need.out - need.back - need.missing
export const looseOf = (need: Need, counter: 'picked' | 'out') =>
  (counter === 'picked' ? need.pickedLoose : need.outLoose) ?? need[counter]
export const isOut = (one: JobAsset) => one.out !== null || one.status === 'CHECKED_OUT' || one.status === 'ON_SITE'

/** A job as it stands on this device, and what its codes stand for. */
export class JobCopy {
  readonly job: Job
  readonly needs: Map<string, Need>
  readonly products: Map<string, JobProduct>
  readonly assets: Map<string, JobAsset>
  readonly cases: Map<string, JobCase>
  private readonly codes = new Map<string, Found[]>()

  constructor(job: Job) {
    this.job = job
    this.needs = new Map(job.needs.map((one) => [one.key, one]))
    this.products = new Map(job.products.map((one) => [one.id, one]))
    this.assets = new Map(job.assets.map((one) => [one.id, one]))
    this.cases = new Map(job.cases.map((one) => [one.id, one]))
    for (const { code, kind, id } of job.codes) {
      const found = this.codes.get(code) ?? []
      if (!found.some((one) => one.id === id)) this.codes.set(code, [...found, { kind, id }])
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
      case 'FOREIGN': {
        const bound = this.codes.get((line.code ?? '').trim().toUpperCase())
        if (bound?.length === 1) return bound[0]!
        throw new Refused('foreign-instance', { host: read.host })
      }
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

  /** From now on this code stands for it. */
  bind(text: string, { kind, id }: Found, effects: Effects): void {
    const code = text.toUpperCase()
    const entry = { code, kind, id }
    effects.run(
      () => {
        this.codes.set(code, [{ kind, id }])
        this.job.codes.push(entry)
      },
      () => {
        this.codes.delete(code)
        this.job.codes = this.job.codes.filter((one) => one !== entry)
      },
    )
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

  whose(one: Pick<JobAsset, 'outFor' | 'outForLabel'>): Facts {
    return { eventId: one.outFor, event: one.outForLabel, sameEvent: one.outFor === this.job.event.id }
  }

  /** What asks for this very thing, then what asks for its product, in the order of the lists. */
  wants(productId: string, assetId?: string): Need[] {
    const own = this.job.needs.filter((one) => one.kind === 'ASSET' && one.subjectId === assetId)
    return [...own, ...this.job.needs.filter((one) => one.kind === 'PRODUCT' && one.subjectId === productId)]
  }

  /** The need that it was picked for, else the first that asks for it and has room. */
  needFor(asset: JobAsset): Need | undefined {
    const picked = asset.picked !== null && asset.outFor === this.job.event.id ? this.needs.get(asset.picked) : undefined
    return picked ?? this.wants(asset.productId, asset.id).find((one) => roomOf(one) > 0)
  }

  /** A case and all cases in it, outermost first. */
  tree(root: JobCase): JobCase[] {
    const all = [root]
    for (const one of all) all.push(...this.job.cases.filter((inner) => inner.parentId === one.id && !all.includes(inner)))
    return all
  }

  inside = (box: JobCase) => this.job.assets.filter((one) => one.caseId === box.id)

  /** Every need of a product tells of the same shelves. */
  shelve(productId: string, locationId: string, by: number, effects: Effects): void {
    for (const need of this.wants(productId)) {
      const shelf = need.places.find((one) => one.locationId === locationId)
      if (shelf) effects.add(shelf, 'quantity', by)
    }
  }

  /** Pieces off one shelf; of products that no need asks for the copy does not know what lies there. */
  takeLying(productId: string, locationId: string, quantity: number, effects: Effects): void {
    const shelf = this.wants(productId)
      .flatMap((one) => one.places)
      .find((one) => one.locationId === locationId)
    if (!shelf) throw new Open('not-enough-stock')
    if (shelf.quantity < quantity) throw new Refused('not-enough-stock', { there: shelf.quantity })
    this.shelve(productId, locationId, -quantity, effects)
  }

  /** Takes loose pieces off a counter of the product's needs, in their order; answers how many there were. */
  spread(productId: string, quantity: number, from: 'picked' | 'out', each: (need: Need, some: number) => void): number {
    let left = quantity
    for (const need of this.wants(productId)) {
      const some = Math.min(left, looseOf(need, from))
      if (some > 0) each(need, some)
      left -= some
    }
    return quantity - left
  }

  countLoose(need: Need, counter: 'picked' | 'out', by: number, effects: Effects): void {
    effects.count(need, counter, by)
    effects.add(need, counter === 'picked' ? 'pickedLoose' : 'outLoose', by)
  }

  /** The pieces that are held with a case leave one counter, for another or none. */
  countPiecesOf(box: JobCase, from: 'picked' | 'out', to: Counter | null, effects: Effects): void {
    for (const { key, quantity, along } of box.held ?? []) {
      const need = along ? undefined : this.needs.get(key)
      if (!need) continue
      effects.count(need, from, -quantity)
      if (to) effects.count(need, to, quantity)
    }
    effects.set(box, { held: [] })
  }

  /** A case with all that is in it. */
  bring(root: JobCase, locationId: string, effects: Effects): void {
    const locationName = this.job.locations?.find((one) => one.id === locationId)?.name ?? null
    for (const box of this.tree(root)) {
      effects.set(box, { locationId, locationName })
      for (const asset of this.inside(box)) effects.set(asset, { locationId })
    }
  }

  checkPlace(id: string): void {
    if (!this.job.locations?.some((one) => one.id === id)) throw new Open('unknown-location')
  }
}
