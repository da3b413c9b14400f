import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Span } from '../model/times'
import type { Kind } from './pull-lists'

type Hit = { id: string; kind: string; title: string; subtitle: string; code: string | null; active: boolean }
type Found = { groups: { kind: string; items: Hit[] }[] }
export type Offer = { kind: Exclude<Kind, 'TEXT'>; id: string; name: string; code: string | null; subtitle: string }
export type Numbers = { firm: number; worst: number }
/** What keeps this very asset: somebody, the state it is in, another place, or that all of its type are promised. */
export type Kept =
  | { why: 'HELD'; holder: string }
  | { why: 'UNFIT'; reason: string }
  | { why: 'ELSEWHERE' }
  | { why: 'TYPE_PROMISED' }
export type ThingFree = Numbers & { kept?: Kept }

const kinds: Record<string, Offer['kind']> = { product: 'PRODUCT', kit: 'KIT', case: 'CASE', asset: 'ASSET' }
/** Of each kind, before what is free decides which are shown. */
const FOUND_MAX = 12

export const offersQuery = (text: string) =>
  queryOptions({
    queryKey: ['pull-lists', 'offers', text],
    queryFn: async ({ signal }) => {
      const query = { q: text, kind: Object.keys(kinds), limit: FOUND_MAX }
      const { groups } = await api.get<Found>('/search', { query, signal })
      return groups.flatMap((group) =>
        group.items
          .filter((hit) => hit.active && kinds[hit.kind])
          .map(
            (hit): Offer => ({
              kind: kinds[hit.kind]!,
              id: hit.id,
              name: hit.title,
              code: hit.code,
              subtitle: hit.subtitle,
            }),
          ),
      )
    },
    enabled: text.length > 0,
    staleTime: 30_000,
  })

type Product = { id: string; name: string; numberPrefix: string | null; categoryName: string | null; archivedAt: string | null }

/** What the catalogue says may stand in for a product. */
export const alternativesQuery = (productId: string) =>
  queryOptions({
    queryKey: ['products', productId, 'alternatives'],
    queryFn: ({ signal }) => api.get<Page<Product>>(`/products/${productId}/alternatives`, { signal }),
    select: ({ items }): Offer[] =>
      items
        .filter((one) => !one.archivedAt)
        .map((one) => ({
          kind: 'PRODUCT',
          id: one.id,
          name: one.name,
          code: one.numberPrefix,
          subtitle: one.categoryName ?? '',
        })),
  })

type Line = Numbers & { id: string }

/** Where a line is to be added, and when what stands there is taken: with another time, other numbers. */
export type Target = { listId: string; groupId: string | null; span: Span }

type NewLineFree = Line & { why: Kept['why'] | null; reason: string | null; holder: string | null }

const keptOf = ({ why, reason, holder }: NewLineFree): Kept | undefined => {
  switch (why) {
    case null:
      return undefined
    case 'HELD':
      return { why, holder: holder ?? '' }
    case 'UNFIT':
      return { why, reason: reason ?? '' }
    default:
      return { why }
  }
}

/** What is free of each of them for as long as a new line of it would take it: one question for all. */
export const newLinesQuery = (offers: readonly Offer[], target: Target | undefined) => {
  const of = (kind: Kind) => offers.filter((offer) => offer.kind === kind).map((offer) => offer.id)
  const asked = { product: of('PRODUCT'), kit: of('KIT'), case: of('CASE'), asset: of('ASSET') }
  return queryOptions({
    queryKey: ['availability', 'new-lines', target, asked],
    queryFn: async ({ signal }) => {
      const query = { group: target?.groupId ?? undefined, ...asked }
      const { items } = await api.get<Page<NewLineFree>>(`/pull-lists/${target?.listId}/availability/new-lines`, {
        query,
        signal,
      })
      return new Map<string, ThingFree>(
        items.map((line) => [line.id, { firm: line.firm, worst: line.worst, kept: keptOf(line) }]),
      )
    },
    enabled: Boolean(target) && offers.length > 0,
    staleTime: 10_000,
  })
}

/** What is free of these products then. */
export const numbersQuery = (offers: readonly Offer[], warehouse: string, span: Span) => {
  const product = offers.map((offer) => offer.id)
  return queryOptions({
    queryKey: ['availability', 'offers', warehouse, span, product],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<Page<Line>>('/availability/products', { query: { warehouse, ...span, product }, signal })
      return new Map<string, Numbers>(items.map((line) => [line.id, line]))
    },
    enabled: product.length > 0,
    staleTime: 10_000,
  })
}
