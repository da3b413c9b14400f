import { queryOptions } from '@tanstack/react-query'
import { api, type Page, type Query } from '@/lib/api/client'

export type Free = { firm: number; worst: number; expected: number }
export type Line = Free & { id: string }
export type Step = { from: string; firm: number; worst: number }
export type Standing = 'ENQUIRY' | 'QUOTED' | 'OPTION' | 'CONFIRMED' | 'CANCELLED'
/** One plus or minus: `from` null is since always, `to` null is for good, `late` is how long it is taken because it is not back. */
export type Entry = {
  reason: string
  standing: Standing | null
  /** What the subject is: asset, case, transfer, event, sub-hire and the like; product where pieces are counted. */
  kind: string
  subject: string
  label: string
  quantity: number
  from: string | null
  to: string | null
  late: string | null
  since: string
}
/** `more`: how many entries there are besides, which the numbers count too. */
export type Explanation = { period: { from: string; to: string }; knownAt: string; free: Free; entries: Entry[]; more: number }
export type Warehouse = { id: string; name: string }

/** What is asked: one warehouse over `[from, to)`, as instants. */
export type Question = { warehouse: string; from: string; to: string }

/** As the catalogue lists it; the explorer needs no more of it. */
export type Product = {
  id: string
  kind: 'SERIALISED' | 'BULK' | 'CONSUMABLE'
  name: string
  manufacturer: string
  model: string
  categoryName: string | null
}
export type FreeProduct = Product & { free: Free }

const none: Free = { firm: 0, worst: 0, expected: 0 }

export const warehousesQuery = queryOptions({
  queryKey: ['locations', 'warehouses'],
  queryFn: ({ signal }) =>
    api.get<Page<Warehouse>>('/locations', { query: { kind: 'WAREHOUSE', sort: 'name', limit: 200 }, signal }),
  staleTime: 60_000,
})

export const categoryOptionsQuery = queryOptions({
  queryKey: ['categories', 'options'],
  queryFn: ({ signal }) => api.get<Page<{ id: string; path: string[] }>>('/categories', { query: { limit: 500 }, signal }),
  staleTime: 60_000,
})

export const productQuery = (id: string) =>
  queryOptions({ queryKey: ['products', id], queryFn: ({ signal }) => api.get<Product>(`/products/${id}`, { signal }) })

const linesOf = (question: Question, product: string[] | undefined, signal?: AbortSignal) =>
  api.get<Page<Line>>('/availability/products', { query: { ...question, product }, signal })

const withNumbers = (products: Product[], lines: Line[]): FreeProduct[] => {
  const known = new Map(lines.map((line) => [line.id, line]))
  return products.map((product) => ({ ...product, free: known.get(product.id) ?? none }))
}

/** A page of products with the numbers of all of them, which are asked for at once. */
export async function freeProducts(question: Question, query: Query, signal?: AbortSignal): Promise<Page<FreeProduct>> {
  const page = await api.get<Page<Product>>('/products', { query, signal })
  if (page.items.length === 0) return { ...page, items: [] }
  const lines = await linesOf(
    question,
    page.items.map((product) => product.id),
    signal,
  )
  return { ...page, items: withNumbers(page.items, lines.items) }
}

/** Every product that the filters let through, with its numbers: the whole catalogue's in one answer. */
export async function allFreeProducts(question: Question, query: Query, signal?: AbortSignal): Promise<FreeProduct[]> {
  const { limit: _limit, offset: _offset, ...filters } = query
  const lines = linesOf(question, undefined, signal)
  const products: Product[] = []
  for (let more = true; more; ) {
    const page = await api.get<Page<Product>>('/products', {
      query: { ...filters, limit: 500, offset: products.length || undefined },
      signal,
    })
    products.push(...page.items)
    more = page.items.length > 0 && products.length < page.total
  }
  return withNumbers(products, (await lines).items)
}

/** Those of them of which too few are free, if only in the worst case. Nothing is listed when no number is below zero. */
export async function shortProducts(question: Question, query: Query, signal?: AbortSignal): Promise<Page<FreeProduct>> {
  const lines = (await linesOf(question, undefined, signal)).items
  const short = lines.some(isShort) ? (await allFreeProducts(question, query, signal)).filter((row) => isShort(row.free)) : []
  const offset = Number(query.offset ?? 0)
  return { items: short.slice(offset, offset + Number(query.limit ?? 100)), total: short.length, next: null }
}
export const isShort = (free: Free) => free.firm < 0 || free.worst < 0

/** What stock is counted of: a product, or a case with fixed contents as one. */
export type Item = { kind: 'PRODUCT' | 'CASE'; id: string }

export const timelineQuery = ({ kind, id }: Item, question: Question) =>
  queryOptions({
    queryKey: ['availability', 'timeline', id, question],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Step>>('/availability/timeline', { query: { kind, item: id, ...question }, signal })).items,
    staleTime: 10_000,
    refetchInterval: 30_000,
  })

export const explanationQuery = ({ kind, id }: Item, question: Question, knownAt: string | null) =>
  queryOptions({
    queryKey: ['availability', 'explanation', id, question, knownAt],
    queryFn: ({ signal }) =>
      api.get<Explanation>('/availability/explanation', { query: { kind, item: id, ...question, knownAt }, signal }),
    staleTime: 10_000,
    // The past stays as it was.
    refetchInterval: knownAt ? false : 30_000,
  })

/** A product in a kit: so many pieces each kit takes of it, are free, and make so many kits. */
export type KitPart = { product: string; name: string; required: number; pieces: Free; kits: Free }
export type KitExplanation = { itemByItem: boolean; free: Free; components: KitPart[] }

export const kitQuery = (kit: string, question: Question, knownAt: string | null) =>
  queryOptions({
    queryKey: ['availability', 'kit', kit, question, knownAt],
    queryFn: ({ signal }) => api.get<KitExplanation>(`/availability/kits/${kit}`, { query: { ...question, knownAt }, signal }),
    staleTime: 10_000,
    refetchInterval: knownAt ? false : 30_000,
  })
