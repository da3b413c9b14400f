import { queryOptions } from '@tanstack/react-query'
import { api, type Money } from '@/lib/api/client'
import type { UnfitReason } from '@/lib/unfit'
import { z } from '@/lib/validation'

export const contentsKinds = ['PER_JOB', 'FIXED'] as const
export const statuses = ['OPEN', 'CLOSED', 'OUT_OF_SERVICE', 'RETIRED'] as const
export type CaseStatus = (typeof statuses)[number]
export const statusTone = { OPEN: 'ok', CLOSED: 'info', OUT_OF_SERVICE: 'bad', RETIRED: 'gray' } as const

/** Nothing is guessed: what is not known is left out of a sum and counted. */
export type Measures = {
  weightGrams: number
  weightsUnknown: number
  payloadGrams: number
  overloadedByGrams: number | null
  volumeCubicMillimetres: number | null
  values: Money[]
  valuesUnknown: number
}
export type FlightCase = {
  id: string
  number: string
  name: string
  contentsKind: (typeof contentsKinds)[number]
  productId: string | null
  productName: string | null
  tareWeightGrams: number | null
  lengthMillimetres: number | null
  widthMillimetres: number | null
  heightMillimetres: number | null
  payloadGramsMax: number | null
  stackable: boolean
  locationId: string
  locationName: string
  parentId: string | null
  parentNumber: string | null
  status: CaseStatus
  statusNote: string | null
  notes: string | null
  aliases: string[]
  assets: number
  pieces: number
  cases: number
  createdAt: string
  changedAt: string
  version: number
  measures: Measures
}
export type Contents = {
  assets: {
    assetId: string
    number: string
    serial: string | null
    status: string
    productId: string
    productName: string
    weightGrams: number | null
    value: Money | null
    unfitReasons: UnfitReason[]
    packedAt: string
  }[]
  stock: {
    productId: string
    productName: string
    quantity: number
    weightGrams: number | null
    value: Money | null
    packedAt: string
  }[]
  cases: {
    caseId: string
    number: string
    name: string
    status: CaseStatus
    tareWeightGrams: number | null
    value: Money | null
  }[]
}
export type Expected = {
  productId: string | null
  assetId: string | null
  caseId: string | null
  quantity: number
  label: string
  productOfAsset: string | null
  note: string | null
}
export type ContentsCheck = {
  caseId: string
  number: string
  complete: boolean
  lines: {
    productId: string | null
    assetId: string | null
    caseId: string | null
    label: string
    expected: number
    present: number
    lacking: number
  }[]
  extras: { productId: string | null; caseId: string | null; label: string; quantity: number }[]
  sentences: string[]
  inner: ContentsCheck[]
}
export type PackingList = {
  caseId: string
  number: string
  name: string
  status: CaseStatus
  locationName: string
  company: string | null
  link: string | null
  at: string
  measures: Measures
  lines: {
    kind: 'CASE' | 'ASSETS' | 'STOCK'
    depth: number
    name: string
    numbers: string[]
    quantity: number
    weightGrams: number | null
  }[]
}
/** An asset, or so many pieces of a counted product, or a case. */
export type PackItem = { assetId: string } | { productId: string; quantity: number; locationId?: string } | { caseId: string }

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', id], queryFn: ({ signal }) => api.get<FlightCase>(`/cases/${id}`, { signal }) })
export const contentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'contents'],
    queryFn: ({ signal }) => api.get<Contents>(`/cases/${id}/contents`, { signal }),
  })
export const expectedQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'expected'],
    queryFn: ({ signal }) => api.get<{ items: Expected[] }>(`/cases/${id}/expected`, { signal }),
  })
export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'check'],
    queryFn: ({ signal }) => api.get<ContentsCheck>(`/cases/${id}/check`, { signal }),
  })
export const packingListQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'packing-list'],
    queryFn: ({ signal }) => api.get<PackingList>(`/cases/${id}/packing-list`, { signal }),
  })

/** What a code means that somebody scanned or typed. */
export type Found = { kind: string; id: string; label: string }
export const resolveCode = (text: string) => api.get<Found>('/codes', { query: { text } })

export const pack = (caseId: string, items: PackItem[]) => api.post<Contents>(`/cases/${caseId}/contents`, { items })
export const unpack = (caseId: string, items: PackItem[], toLocationId?: string | null) =>
  api.post<Contents>(`/cases/${caseId}/unpackings`, { items, toLocationId: toLocationId ?? null })

/** Everything that lies in a case, as lines to pack or unpack. */
export const itemsOf = (contents: Contents): PackItem[] => [
  ...contents.assets.map(({ assetId }) => ({ assetId })),
  ...contents.stock.map(({ productId, quantity }) => ({ productId, quantity })),
  ...contents.cases.map(({ caseId }) => ({ caseId })),
]

/** Assets of one product together, in the order in which the server lists them. */
export function byProduct(assets: Contents['assets']) {
  const groups = new Map<string, { productId: string; productName: string; assets: Contents['assets'] }>()
  for (const asset of assets) {
    const group = groups.get(asset.productId) ?? { productId: asset.productId, productName: asset.productName, assets: [] }
    group.assets.push(asset)
    groups.set(asset.productId, group)
  }
  return [...groups.values()]
}

const line = (max: number) => z.string().max(max).nullable()
const grams = z.number().int().min(0).max(100_000_000).nullable()
const millimetres = z.number().int().min(1).max(100_000).nullable()
const details = {
  name: z.string().trim().min(1).max(200),
  contentsKind: z.enum(contentsKinds),
  productId: z.string().nullable(),
  tareWeightGrams: grams,
  lengthMillimetres: millimetres,
  widthMillimetres: millimetres,
  heightMillimetres: millimetres,
  payloadGramsMax: z.number().int().min(1).max(100_000_000).nullable(),
  stackable: z.boolean(),
  notes: line(5000),
  aliases: z.array(z.string().max(100)).max(50),
}
export const caseInput = z.object({ number: z.string().trim().min(1).max(50), ...details })
export type CaseInput = z.infer<typeof caseInput>
export const newCaseInput = z.object({ number: line(50), locationId: z.string().min(1), ...details })
export type NewCaseInput = z.infer<typeof newCaseInput>

export const caseInputOf = (one: FlightCase): CaseInput => ({
  number: one.number,
  name: one.name,
  contentsKind: one.contentsKind,
  productId: one.productId,
  tareWeightGrams: one.tareWeightGrams,
  lengthMillimetres: one.lengthMillimetres,
  widthMillimetres: one.widthMillimetres,
  heightMillimetres: one.heightMillimetres,
  payloadGramsMax: one.payloadGramsMax,
  stackable: one.stackable,
  notes: one.notes,
  aliases: one.aliases,
})
