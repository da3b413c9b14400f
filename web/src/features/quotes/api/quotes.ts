import { queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type Named = { id: string; number: string | null; name: string }
export const quoteStates = ['DRAFT', 'IN_APPROVAL', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED'] as const
export type QuoteState = (typeof quoteStates)[number]
export const tones: Record<QuoteState, Tone> = {
  DRAFT: 'gray',
  IN_APPROVAL: 'warn',
  SENT: 'info',
  VIEWED: 'violet',
  ACCEPTED: 'ok',
  DECLINED: 'bad',
  EXPIRED: 'warn',
  SUPERSEDED: 'gray',
}
export const lineKinds = ['PRODUCT', 'KIT', 'CREW', 'TRANSPORT', 'CONSUMABLE', 'SUB_HIRE', 'TEXT', 'PERCENT'] as const
export type LineKind = (typeof lineKinds)[number]
export const units = ['DAY', 'WEEK', 'JOB'] as const
export type Unit = (typeof units)[number]
export const vatCategories = [
  'STANDARD',
  'ZERO_RATED',
  'EXEMPT',
  'REVERSE_CHARGE',
  'INTRA_COMMUNITY',
  'EXPORT',
  'OUTSIDE_SCOPE',
] as const
export type VatRate = { category: (typeof vatCategories)[number]; percent: number }
export type Step = { kind: string; name: string | null; factor: number | null; after: number }
export type Basis = {
  listPrice: number
  source: 'PRICE_LIST' | 'CATALOGUE' | 'PARTS' | 'ENTERED'
  sourceName: string | null
  unit: Unit
  factor: number
  factorName: string | null
  rate: number
  rateName: string | null
  minimum: number | null
}
export type QuoteLine = {
  id: string
  kind: LineKind
  productId: string | null
  kitId: string | null
  code: string | null
  name: string
  note: string | null
  quantity: number
  byParts: boolean
  basis: Basis
  discountPercent: number | null
  percent: number | null
  percentOf: 'EQUIPMENT' | 'ALL' | null
  optional: boolean
  alternativeTo: string | null
  chosen: boolean
  vat: VatRate
  ownVat: boolean
  list: Money
  amount: Money
  net: Money
  unitCost: number | null
  cost: Money | null
  steps: Step[]
}
export type CancellationStep = { days: number; percent: number }
export type Discount = { percent: number | null; amountMinor: number | null }
export type QuoteGroup = { id: string; name: string; discount: Discount; net: Money; lines: QuoteLine[] }
export type QuoteVersion = {
  id: string
  nth: number
  state: QuoteState
  stateSince: string
  currency: string
  exchangeRate: number
  language: string
  hireFrom: string | null
  hireTo: string | null
  chargedDays: number
  validUntil: string | null
  intro: string | null
  terms: string | null
  clientDiscountPercent: number | null
  discount: Discount
  depositPercent: number | null
  /** What is owed where the job is cancelled. */
  cancellation: CancellationStep[]
  vat: VatRate
  groups: QuoteGroup[]
  list: Money
  totals: { sums: { rate: VatRate; net: Money; tax: Money }[]; net: Money; tax: Money; gross: Money }
  deposit: Money
  cost: Money | null
  margin: Money | null
  listDiscountPercent: number
  askedByName: string | null
  refusedReason: string | null
  approvedByName: string | null
  sentAt: string | null
  sentByName: string | null
  viewedAt: string | null
  decidedAt: string | null
  declineReason: string | null
}
export type VersionLine = {
  id: string
  nth: number
  state: QuoteState
  stateSince: string
  net: Money
  gross: Money
  sentAt: string | null
  sentByName: string | null
}
export type Quote = {
  id: string
  template: boolean
  number: string | null
  name: string
  client: Named | null
  contact: Named | null
  deal: Named | null
  event: Named | null
  warehouse: Named | null
  owner: Named | null
  notes: string | null
  /** What its client is charged unless somebody chooses another rate. */
  vatOfClient: VatRate | null
  current: QuoteVersion
  versions: VersionLine[]
  changedAt: string
  version: number
}
export type QuoteRow = {
  id: string
  number: string | null
  name: string
  client: Named | null
  deal: Named | null
  event: Named | null
  owner: Named | null
  nth: number
  state: QuoteState
  hireFrom: string | null
  hireTo: string | null
  validUntil: string | null
  net: Money
  gross: Money
  margin: Money | null
  sentAt: string | null
  changedAt: string
}
export type Resync = { lineId: string; name: string; before: ResyncSide; now: ResyncSide }
export type ResyncSide = { listPrice: number; factor: number; rate: number; amount: Money }
export type LineFree = { lineId: string; wanted: number; firm: number; worst: number; lacking: number }
export type Stock = { from: string | null; to: string | null; warehouseId: string | null; lines: LineFree[] }
export type Difference = {
  lineId: string | null
  line: string | null
  kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  field: string | null
  before: string | null
  now: string | null
}
export type Diff = { before: VersionLine; now: VersionLine; differences: Difference[] }

/** What of a line is written; all groups and lines go together. */
export type LineInput = {
  id?: string
  kind: LineKind
  productId?: string | null
  kitId?: string | null
  name?: string | null
  note?: string | null
  quantity?: number
  byParts?: boolean
  listPrice?: number | null
  unit?: Unit
  discountPercent?: number | null
  percent?: number | null
  percentOf?: 'EQUIPMENT' | 'ALL' | null
  optional?: boolean
  alternativeTo?: string | null
  chosen?: boolean
  vat?: VatRate | null
  unitCost?: number | null
}
export type GroupInput = {
  id?: string
  name: string
  discountPercent: number | null
  discount: Money | null
  lines: LineInput[]
}

export const lineInputOf = (line: QuoteLine): LineInput => ({
  id: line.id,
  kind: line.kind,
  productId: line.productId,
  kitId: line.kitId,
  name: line.name,
  note: line.note,
  quantity: line.quantity,
  byParts: line.byParts,
  // What was looked up stays frozen as long as nobody enters a price.
  listPrice: line.basis.source === 'ENTERED' && line.kind !== 'PERCENT' ? line.basis.listPrice : null,
  unit: line.basis.unit,
  discountPercent: line.discountPercent,
  percent: line.percent,
  percentOf: line.percentOf,
  optional: line.optional,
  alternativeTo: line.alternativeTo,
  chosen: line.chosen,
  vat: line.ownVat ? line.vat : null,
  unitCost: line.unitCost,
})
export const groupsOf = (version: QuoteVersion): GroupInput[] =>
  version.groups.map((group) => ({
    id: group.id,
    name: group.name,
    discountPercent: group.discount.percent,
    discount: amountOf(group.discount, version.currency),
    lines: group.lines.map(lineInputOf),
  }))
export const amountOf = (discount: Discount, currency: string): Money | null =>
  discount.amountMinor === null ? null : { amountMinor: discount.amountMinor, currency }

export const touched = ['quotes', 'history', 'search', 'deals'] as const

export const quoteQuery = (id: string) =>
  queryOptions({ queryKey: ['quotes', id], queryFn: ({ signal }) => api.get<Quote>(`/quotes/${id}`, { signal }) })
export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: ['quotes', 'version', id],
    queryFn: ({ signal }) => api.get<QuoteVersion>(`/quotes/versions/${id}`, { signal }),
  })
export const stockQuery = (quote: Quote) =>
  queryOptions({
    queryKey: ['availability', 'quote', quote.id, quote.version],
    queryFn: ({ signal }) => api.get<Stock>(`/quotes/${quote.id}/stock`, { signal }),
    staleTime: 10_000,
    refetchInterval: 30_000,
  })
export const diffQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['quotes', id, 'diff', from, to],
    queryFn: ({ signal }) => api.get<Diff>(`/quotes/${id}/diff`, { query: { from, to }, signal }),
  })
export const resyncQuery = (quote: Quote) =>
  queryOptions({
    queryKey: ['quotes', quote.id, 'resync', quote.version],
    queryFn: ({ signal }) => api.get<Page<Resync>>(`/quotes/${quote.id}/resync`, { signal }),
    gcTime: 0,
  })

type Hit = { id: string; kind: string; title: string; subtitle: string; code: string | null; active: boolean }
export type Offer = { kind: 'PRODUCT' | 'KIT'; id: string; name: string; code: string | null }
/** Products and kits that a text may mean. */
export const offersQuery = (text: string) =>
  queryOptions({
    queryKey: ['quotes', 'offers', text],
    queryFn: async ({ signal }): Promise<Offer[]> => {
      const found = await api.get<{ groups: { items: Hit[] }[] }>('/search', {
        query: { q: text, kind: ['product', 'kit'], limit: 6 },
        signal,
      })
      return found.groups
        .flatMap((group) => group.items)
        .filter((hit) => hit.active)
        .map((hit) => ({ kind: hit.kind === 'kit' ? 'KIT' : 'PRODUCT', id: hit.id, name: hit.title, code: hit.code }))
    },
    enabled: text.length > 0,
    staleTime: 30_000,
  })
export type Numbers = { id: string; firm: number; worst: number }
/** What is free of the products among them in the quote's time. */
export const numbersQuery = (offers: readonly Offer[], stock: Stock | undefined) => {
  const product = offers.filter((one) => one.kind === 'PRODUCT').map((one) => one.id)
  return queryOptions({
    queryKey: ['availability', 'quote-offers', stock?.warehouseId, stock?.from, stock?.to, product],
    queryFn: async ({ signal }) => {
      const query = { warehouse: stock?.warehouseId, from: stock?.from, to: stock?.to, product }
      const { items } = await api.get<Page<Numbers>>('/availability/products', { query, signal })
      return new Map(items.map((one) => [one.id, one]))
    },
    enabled: Boolean(stock?.warehouseId && stock.from) && product.length > 0,
    staleTime: 10_000,
  })
}

const day = z.string().nullable()
const id = z.string().nullable()
export const headInput = z.object({
  name: z.string().trim().min(1).max(200),
  clientId: id,
  contactId: id,
  dealId: id,
  eventId: id,
  warehouseId: id,
  ownerId: id,
  currency: z.string().length(3),
  exchangeRate: z.number().min(0.00000001),
  language: z.enum(['en', 'de']),
  hireFrom: day,
  hireTo: day,
  chargedDays: z.number().int().min(1).max(3660),
  validUntil: day,
  clientDiscountPercent: z.number().min(0).max(100).nullable(),
  discountPercent: z.number().min(0).max(100).nullable(),
  discount: z.object({ amountMinor: z.number().min(0), currency: z.string() }).nullable(),
  depositPercent: z.number().min(0).max(100).nullable(),
  cancellation: z.array(z.object({ days: z.number().int().min(0).max(3660), percent: z.number().min(0).max(100) })),
  vatCategory: z.enum(vatCategories),
  vatPercent: z.number().min(0).max(100),
  intro: z.string().max(10_000).nullable(),
  terms: z.string().max(20_000).nullable(),
  notes: z.string().max(10_000).nullable(),
})
export type HeadInput = z.infer<typeof headInput>
export const headOf = (quote: Quote): HeadInput => {
  const v = quote.current
  return {
    name: quote.name,
    clientId: quote.client?.id ?? null,
    contactId: quote.contact?.id ?? null,
    dealId: quote.deal?.id ?? null,
    eventId: quote.event?.id ?? null,
    warehouseId: quote.warehouse?.id ?? null,
    ownerId: quote.owner?.id ?? null,
    currency: v.currency,
    exchangeRate: v.exchangeRate,
    language: v.language === 'de' ? 'de' : 'en',
    hireFrom: v.hireFrom,
    hireTo: v.hireTo,
    chargedDays: v.chargedDays,
    validUntil: v.validUntil,
    clientDiscountPercent: v.clientDiscountPercent,
    discountPercent: v.discount.percent,
    discount: amountOf(v.discount, v.currency),
    depositPercent: v.depositPercent,
    cancellation: v.cancellation,
    vatCategory: v.vat.category,
    vatPercent: v.vat.percent,
    intro: v.intro,
    terms: v.terms,
    notes: quote.notes,
  }
}
/** As the server takes it: category and rate together. */
export const headBody = (values: HeadInput, changed: Partial<HeadInput>) => {
  const { vatCategory, vatPercent, ...others } = changed
  return vatCategory === undefined && vatPercent === undefined
    ? others
    : { ...others, vat: { category: values.vatCategory, percent: values.vatCategory === 'STANDARD' ? values.vatPercent : 0 } }
}
