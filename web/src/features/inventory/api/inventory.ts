import { queryOptions } from '@tanstack/react-query'
import { type OwnFields, ownInput, ownInputOf } from '@/components/form/own-fields'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const statuses = [
  'AVAILABLE',
  'RESERVED',
  'CHECKED_OUT',
  'ON_SITE',
  'CHECKED_IN',
  'DAMAGED',
  'IN_REPAIR',
  'LOST',
  'RETIRED',
  'SOLD',
  'TRANSFERRED',
] as const
export type AssetStatus = (typeof statuses)[number]
export const depreciations = ['NONE', 'STRAIGHT_LINE', 'DECLINING_BALANCE'] as const

export type LocationRef = { id: string; name: string; code: string | null; kind: LocationKind; path: string[] }
export type ProductRef = {
  id: string
  name: string
  manufacturer: string
  model: string
  categoryId: string | null
  categoryName: string | null
}
export type UnfitReason = { code: string; text: string; since: string | null }

export type AssetLine = {
  id: string
  number: string
  serial: string | null
  product: ProductRef
  status: AssetStatus
  statusSince: string
  condition: string
  location: LocationRef | null
  purchaseDate: string | null
  supplier: string | null
  purchaseCost: Money | null
  insuranceValue: Money | null
  bookValue: Money | null
  firmware: string | null
  quarantined: boolean
  fit: boolean
  unfitReasons: UnfitReason[]
  outFor: string | null
  version: number
  createdAt: string
}

export type Alias = { code: string; symbology: string | null; note: string | null; addedAt: string }
export type Asset = AssetLine & {
  homeLocation: LocationRef | null
  depreciation: (typeof depreciations)[number]
  usefulLifeMonths: number | null
  residualValue: Money | null
  decliningPercent: number | null
  notes: string | null
  custom: OwnFields
  quarantinedAt: string | null
  quarantineReason: string | null
  lostAt: string | null
  disposedAt: string | null
  disposedTo: string | null
  disposalPrice: Money | null
  disposalReason: string | null
  aliases: Alias[]
  nextActions: string[]
}

export type Movement = {
  at: string
  actorName: string
  from: LocationRef | null
  to: LocationRef | null
  fromStatus: AssetStatus | null
  toStatus: AssetStatus
  reason: string | null
  reference: string | null
}
export type Condition = { name: string; label: string; usable: boolean; builtIn: boolean; assets: number; version: number }

export const locationKinds = ['WAREHOUSE', 'ZONE', 'SHELF', 'BIN', 'VENUE', 'TRUCK', 'REPAIR_SHOP', 'PARTNER', 'TRANSIT'] as const
export type LocationKind = (typeof locationKinds)[number]
export type LocationNode = {
  id: string
  kind: LocationKind
  name: string
  code: string | null
  position: number
  walkingOrder: number | null
  archived: boolean
  assetsBeneath: number
  version: number
  children: LocationNode[]
}
export type Location = {
  id: string
  parentId: string | null
  kind: LocationKind
  name: string
  code: string | null
  address: string | null
  path: string[]
  warehouseId: string
  walkingOrder: number | null
  archivedAt: string | null
  assetsHere: number
  assetsBeneath: number
  version: number
}

export const assetQuery = (id: string) =>
  queryOptions({ queryKey: ['assets', id], queryFn: ({ signal }) => api.get<Asset>(`/assets/${id}`, { signal }) })
export const conditionsQuery = queryOptions({
  queryKey: ['conditions'],
  queryFn: ({ signal }) => api.get<Page<Condition>>('/conditions', { signal }),
  staleTime: 120_000,
})
export const locationTreeQuery = queryOptions({
  queryKey: ['locations', 'tree'],
  queryFn: ({ signal }) => api.get<Page<LocationNode>>('/locations/tree', { signal }),
})
export const locationQuery = (id: string) =>
  queryOptions({ queryKey: ['locations', id], queryFn: ({ signal }) => api.get<Location>(`/locations/${id}`, { signal }) })

const money = z.object({ amountMinor: z.number().int().min(0), currency: z.string() }).nullable()
const line = (max: number) => z.string().max(max).nullable()
const details = {
  serial: line(100),
  condition: z.string().nullable(),
  homeLocationId: z.string().nullable(),
  purchaseDate: z.string().nullable(),
  supplier: line(200),
  purchaseCost: money,
  insuranceValue: money,
  depreciation: z.enum(depreciations).nullable(),
  usefulLifeMonths: z.number().int().min(1).max(1200).nullable(),
  residualValue: money,
  decliningPercent: z.number().min(0.01).max(99.99).nullable(),
  firmware: line(100),
  notes: line(10_000),
  custom: ownInput,
}
export const assetInput = z.object({ number: z.string().trim().min(1).max(50), ...details })
export type AssetInput = z.infer<typeof assetInput>
export const assetInputOf = (asset: Asset): AssetInput => ({
  number: asset.number,
  serial: asset.serial,
  condition: asset.condition,
  homeLocationId: asset.homeLocation?.id ?? null,
  purchaseDate: asset.purchaseDate,
  supplier: asset.supplier,
  purchaseCost: asset.purchaseCost,
  insuranceValue: asset.insuranceValue,
  depreciation: asset.depreciation,
  usefulLifeMonths: asset.usefulLifeMonths,
  residualValue: asset.residualValue,
  decliningPercent: asset.decliningPercent,
  firmware: asset.firmware,
  notes: asset.notes,
  custom: ownInputOf(asset.custom),
})

export const statusTone = (status: AssetStatus) =>
  (
    ({
      AVAILABLE: 'ok',
      RESERVED: 'brand',
      CHECKED_OUT: 'info',
      ON_SITE: 'info',
      CHECKED_IN: 'violet',
      DAMAGED: 'bad',
      IN_REPAIR: 'warn',
      LOST: 'bad',
      RETIRED: 'gray',
      SOLD: 'gray',
      TRANSFERRED: 'gray',
    }) as const
  )[status]
export const placeText = (place: LocationRef | null) => (place ? place.path.join(' › ') : '–')

/** Everything below a location of the tree, in the tree's order. */
export function idsWithin(nodes: LocationNode[], id: string): string[] {
  const all = (node: LocationNode): string[] => node.children.flatMap((child) => [child.id, ...all(child)])
  for (const node of nodes) {
    if (node.id === id) return all(node)
    const found = idsWithin(node.children, id)
    if (found.length) return found
  }
  return []
}
