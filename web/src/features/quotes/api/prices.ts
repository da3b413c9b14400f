import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Unit, VatRate } from './quotes'

export type PriceList = {
  id: string
  name: string
  currency: string
  clientTags: string[]
  validFrom: string | null
  validTo: string | null
  discountPercent: number | null
  prices: number
  archivedAt: string | null
  version: number
}
export type Price = {
  productId: string | null
  kitId: string | null
  code: string | null
  name: string
  unit: Unit
  price: number
  minimum: number | null
}
export type Curve = {
  id: string
  name: string
  points: { days: number; factor: number }[]
  furtherDay: number
  standard: boolean
  categoryIds: string[]
  version: number
}
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export type HireRate = {
  id: string
  name: string
  from: string | null
  to: string | null
  weekdays: (typeof weekdays)[number][]
  factor: number
  version: number
}
export type QuoteSettings = {
  validityDays: number
  vat: VatRate
  depositPercent: number | null
  cancellation: { days: number; percent: number }[]
  discountPercent: number
  roles: { roleId: string; name: string; discountPercent: number | null }[]
  intro: string | null
  terms: string | null
  introDe: string | null
  termsDe: string | null
  version: number
}

export const touched = ['prices', 'history'] as const
const all = <T>(key: string, path: string) =>
  queryOptions({ queryKey: ['prices', key], queryFn: ({ signal }) => api.get<Page<T>>(path, { signal }) })
export const listsQuery = all<PriceList>('lists', '/price-lists')
export const curvesQuery = all<Curve>('curves', '/factor-curves')
export const ratesQuery = all<HireRate>('rates', '/hire-rates')
export const pricesQuery = (id: string) => all<Price>(`of-${id}`, `/price-lists/${id}/prices`)
export const settingsQuery = queryOptions({
  queryKey: ['prices', 'settings'],
  queryFn: ({ signal }) => api.get<QuoteSettings>('/quote-settings', { signal }),
})
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => api.get<Page<{ id: string; name: string; path: string[] }>>('/categories', { signal }),
})
