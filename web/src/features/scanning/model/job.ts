import type { ThingKind } from './scan'
import type { Sheet } from './sheet'

/** A job as it is downloaded; docs/specs/scanning.md names every field. */
export type JobEvent = {
  id: string
  number: string
  name: string
  phase: string
  clientName: string | null
  venueName: string | null
  timeZone: string
  from: string | null
  to: string | null
  endsOn: string | null
  warehouseId: string | null
  warehouseName: string | null
  /** Whether somebody who made nothing ready looks over it before it leaves; `at`: when that was done. */
  check?: { wanted: boolean; scans: number; at: string | null; byName: string | null } | null
}
export type Shelf = { locationId: string; name: string; path: string[]; walkingOrder: number | null; quantity: number }
export type Need = {
  key: string
  lineId: string | null
  listName: string | null
  groupName: string | null
  kind: 'PRODUCT' | 'ASSET' | 'CASE'
  subjectId: string
  name: string
  code: string | null
  kitName: string | null
  note: string | null
  extra: boolean
  wanted: number
  picked: number
  out: number
  back: number
  missing: number
  /** Of these, counted pieces that are in no case. */
  pickedLoose?: number
  outLoose?: number
  places: Shelf[]
}
export type FreeText = { lineId: string; listName: string | null; text: string; quantity: number | null }
export type JobProduct = { id: string; kind: string; name: string; code: string | null; photoFileId: string | null }
export type UnfitReason = { code: string; message: string }
export type JobAsset = {
  id: string
  number: string
  productId: string
  status: string
  /** The event that it is picked or out for. */
  outFor: string | null
  outForLabel: string | null
  /** The key of the need that it was picked for, or is out for. */
  picked: string | null
  out: string | null
  /** It goes with its case, and its need counts the case. */
  along: boolean
  /** Who made it ready, or let it go, and when. */
  byName?: string | null
  heldAt?: string | null
  quarantined: string | null
  unfit: UnfitReason[]
  /** The first day on which it may not go any more. */
  inspectionDueOn: string | null
  caseId: string | null
  locationId: string | null
}
export type HeldPieces = { key: string; productId: string; quantity: number; along: boolean }
export type JobCase = {
  id: string
  number: string
  name: string
  status: string
  fixed: boolean
  parentId: string | null
  locationId: string | null
  locationName: string | null
  pieces: { productId: string; quantity: number }[]
  /** What it holds directly, also of what did not change. */
  assetIds?: string[]
  /** Of its pieces those that were picked, or are out, with it. */
  held?: HeldPieces[]
  outFor: string | null
  outForLabel: string | null
  picked: string | null
  out: string | null
  along: boolean
  byName?: string | null
  heldAt?: string | null
}
export type JobLocation = { id: string; name: string; code: string | null; parentId: string | null; walkingOrder: number | null }
export type JobCode = { code: string; kind: ThingKind; id: string }

export type Job = {
  version: string
  delta: boolean
  event: JobEvent
  addresses: string[]
  needs: Need[]
  texts: FreeText[]
  products: JobProduct[]
  assets: JobAsset[]
  cases: JobCase[]
  locations?: JobLocation[]
  codes: JobCode[]
  /** Of the scans that were asked about those that this holds. */
  counted?: string[]
  /** Products that may stand in for what is wanted. */
  alternatives?: { productId: string; alternativeId: string }[]
  /** What is ticked off, where this is no event's. */
  sheet?: Sheet
}

const byId = <T extends { id: string }>(old: T[], changed: T[]): T[] => {
  const all = new Map(old.map((one) => [one.id, one]))
  for (const one of changed) all.set(one.id, one)
  return [...all.values()]
}

/** What is packed where it stands changes its case alone: the cases say what they hold. */
function packedAs(assets: JobAsset[], cases: JobCase[]): JobAsset[] {
  const within = new Map(cases.flatMap((box) => (box.assetIds ?? []).map((id) => [id, box.id] as const)))
  const told = new Set(cases.filter((box) => box.assetIds).map((box) => box.id))
  return assets.map((one) => {
    const caseId = within.get(one.id) ?? (one.caseId && told.has(one.caseId) ? null : one.caseId)
    return caseId === one.caseId ? one : { ...one, caseId }
  })
}

/** The copy with what changed since; a whole answer takes its place. */
export function withDelta(old: Job | undefined, news: Job): Job {
  if (!news.delta || !old) return { ...news, delta: false }
  // The codes of a thing that changed are told anew, so that one taken away from it is gone.
  const told = new Set([...news.assets, ...news.cases, ...news.codes].map((one) => one.id))
  return {
    ...news,
    delta: false,
    products: byId(old.products, news.products),
    assets: packedAs(byId(old.assets, news.assets), news.cases),
    cases: byId(old.cases, news.cases),
    locations: byId(old.locations ?? [], news.locations ?? []),
    codes: [...old.codes.filter((one) => !told.has(one.id)), ...news.codes],
  }
}

/** An empty job, to judge by where there is none: it knows the addresses of this company and nothing else. */
export const noJob = (addresses: string[]): Job => ({
  version: '',
  delta: false,
  event: {
    id: '',
    number: '',
    name: '',
    phase: '',
    clientName: null,
    venueName: null,
    timeZone: 'UTC',
    from: null,
    to: null,
    endsOn: null,
    warehouseId: null,
    warehouseName: null,
  },
  addresses,
  needs: [],
  texts: [],
  products: [],
  assets: [],
  cases: [],
  locations: [],
  codes: [],
})
