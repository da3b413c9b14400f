import { type Job, type JobAsset, type JobCase, type JobCode, type JobLocation, type JobProduct, noJob } from './job'
import type { ThingKind } from './scan'

/** Which sheet, and where it is kept. */
export type SheetRef = { of: 'stocktake' | 'transfer'; id: string }

export type SheetKind = 'COUNT' | 'LOAD' | 'RECEIVE'

/** What is expected, or is on the transfer. `settled`: arrived before, or known to be missing. */
export type SheetLine = {
  kind: ThingKind
  subjectId: string
  locationId: string | null
  caseId: string | null
  expected: number
  settled: boolean
}

/** What was found; `along` with its case, by one scan. */
export type SheetTick = {
  kind: ThingKind
  subjectId: string
  locationId: string | null
  caseId: string | null
  quantity: number
  along: boolean
  byName: string
}

/** A count, or a transfer, as it is ticked off; docs/specs/scanning.md names every field. */
export type Sheet = {
  kind: SheetKind
  id: string
  number: string
  state: string
  name: string
  placeId: string
  lines: SheetLine[]
  ticks: SheetTick[]
  stock: { productId: string; locationId: string; quantity: number }[]
}

/** As it is downloaded. */
export type SheetCopy = Sheet & {
  version: string
  addresses: string[]
  products: JobProduct[]
  assets: JobAsset[]
  cases: JobCase[]
  locations: JobLocation[]
  codes: JobCode[]
}

/** A copy to judge by, like that of a job which wants nothing. */
export function jobOfSheet({ version, addresses, products, assets, cases, locations, codes, ...sheet }: SheetCopy): Job {
  const none = noJob(addresses)
  const event = { ...none.event, number: sheet.number, name: sheet.name }
  return { ...none, version, event, products, assets, cases, locations, codes, sheet }
}
