import { queryOptions } from '@tanstack/react-query'
import { api, type Page, type Query } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const countedKinds = ['BULK', 'CONSUMABLE'] as const
export type CountedKind = (typeof countedKinds)[number]
export const entryKinds = ['COUNT', 'ADJUSTMENT', 'RECEIPT', 'ISSUE', 'CONSUMED', 'MOVE', 'PACK', 'UNPACK', 'REVERSAL'] as const
export const reasons = ['FOUND', 'LOST', 'STOLEN', 'DAMAGED', 'EXPIRED', 'CORRECTION', 'OPENING', 'OTHER'] as const
export type Reason = (typeof reasons)[number]

/** How many pieces of a product lie loose at a location. */
export type Level = {
  id: string
  productId: string
  productName: string
  productKind: CountedKind
  categoryId: string | null
  locationId: string
  locationName: string
  quantity: number
  countedAt: string | null
  changedAt: string
  version: number
}
export type Totals = {
  productId: string
  productName: string
  owned: number
  loose: number
  packed: number
  sites: { locationId: string; locationName: string; kind: string; loose: number; packed: number }[]
}
export type Entry = {
  id: string
  productId: string
  productName: string
  locationId: string
  locationName: string
  kind: (typeof entryKinds)[number]
  delta: number
  resulting: number
  reason: Reason | null
  note: string | null
  operationId: string
  pairId: string | null
  reversesId: string | null
  reversedById: string | null
  ref: { kind: string; id: string; label: string } | null
  at: string
  byId: string | null
  byName: string
}
export type Written = { entries: Entry[] }

export const consumableStatuses = ['OK', 'LOW', 'OUT'] as const
export type Consumable = {
  /** The product's id again: rows of a list need one. */
  id: string
  productId: string
  productName: string
  categoryId: string | null
  stock: number
  parLevel: number | null
  reorderPoint: number | null
  reorderQuantity: number | null
  supplier: string | null
  status: (typeof consumableStatuses)[number]
  toOrder: number | null
  lowSince: string | null
  version: number
}
export const consumableTone = { OK: 'ok', LOW: 'warn', OUT: 'bad' } as const

type CountedProduct = { id: string; kind: 'SERIALISED' | CountedKind; name: string; manufacturer: string; model: string }

export const totalsQuery = (productId: string) =>
  queryOptions({
    queryKey: ['stock', 'totals', productId],
    queryFn: ({ signal }) => api.get<Totals>(`/stock/totals/${productId}`, { signal }),
  })
export const stockProductQuery = (productId: string) =>
  queryOptions({
    queryKey: ['products', productId],
    queryFn: ({ signal }) => api.get<CountedProduct>(`/products/${productId}`, { signal }),
  })
export const levelQuery = (id: string) =>
  queryOptions({ queryKey: ['stock', 'level', id], queryFn: ({ signal }) => api.get<Level>(`/stock/${id}`, { signal }) })
export const consumableQuery = (productId: string) =>
  queryOptions({
    queryKey: ['consumables', productId],
    queryFn: ({ signal }) => api.get<Consumable>(`/consumables/${productId}`, { signal }),
  })
export const categoryOptionsQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => api.get<Page<{ id: string; path: string[] }>>('/categories', { signal }),
  staleTime: 120_000,
})

/** A count sheet takes so many lines; so many levels are read for one. */
export const LINES_MAX = 1000

/** All levels that match, page by page, as far as one sheet can hold them. */
export async function loadLevels(query: Query): Promise<Level[]> {
  const found: Level[] = []
  for (let cursor: string | undefined; ; ) {
    const page: Page<Level> = await api.get('/stock', { query: { ...query, limit: 500, cursor } })
    found.push(...page.items)
    if (!page.next || found.length >= LINES_MAX) return found.slice(0, LINES_MAX)
    cursor = page.next
  }
}

/** Which entries to reverse to take back one operation: one of each move's two lines, none that changed nothing. */
export function toReverse(entries: readonly Entry[]): Entry[] {
  const pairs = new Set<string>()
  return entries.filter((entry) => {
    if (entry.delta === 0) return false
    if (!entry.pairId) return true
    if (pairs.has(entry.pairId)) return false
    pairs.add(entry.pairId)
    return true
  })
}
export async function reverseAll(entries: readonly Entry[]): Promise<void> {
  for (const entry of toReverse(entries).reverse()) await api.post(`/stock/entries/${entry.id}/reversal`, {})
}

/** Packing is undone by unpacking, a reversal by doing the thing again. */
export const reversible = (entry: Entry) =>
  entry.delta !== 0 && !entry.reversedById && ['COUNT', 'ADJUSTMENT', 'RECEIPT', 'CONSUMED', 'MOVE'].includes(entry.kind)

const pieces = z.number().int().min(1).max(1_000_000_000)
const chosen = z.string().min(1)
export const adjustmentInput = z.object({
  productId: chosen,
  locationId: chosen,
  direction: z.enum(['ADD', 'TAKE']),
  quantity: pieces,
  reason: z.enum(reasons),
  note: z.string().trim().min(1).max(2000),
})
export type AdjustmentInput = z.infer<typeof adjustmentInput>

export const linesInput = z.object({
  locationId: chosen,
  lines: z.array(z.object({ productId: chosen, name: z.string(), quantity: pieces })).min(1),
  note: z.string().max(2000).nullable(),
})
export const moveInput = linesInput.extend({ toLocationId: chosen })
export type LinesInput = z.infer<typeof linesInput> & { toLocationId?: string }

const amount = z.number().int().min(0).max(1_000_000_000).nullable()
export const reorderInput = z.object({
  parLevel: amount,
  reorderPoint: amount,
  reorderQuantity: z.number().int().min(1).max(1_000_000_000).nullable(),
  supplier: z.string().max(200).nullable(),
})
export type ReorderInput = z.infer<typeof reorderInput>
export const reorderInputOf = ({ parLevel, reorderPoint, reorderQuantity, supplier }: Consumable): ReorderInput => ({
  parLevel,
  reorderPoint,
  reorderQuantity,
  supplier,
})
