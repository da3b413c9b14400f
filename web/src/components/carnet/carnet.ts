import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Query } from '@/lib/api/client'

export type Lack = 'WEIGHT' | 'VALUE' | 'CURRENCY' | 'ORIGIN'
/** Weight and value are of all its pieces. */
export type Item = {
  number: number
  kind: 'PRODUCT' | 'CASE'
  id: string
  name: string
  pieces: number
  weightGrams: number | null
  value: Money | null
  countryOfOrigin: string | null
  lent: { number: string; partner: string | null } | null
  lacks: Lack[]
}
export type Carnet = {
  items: Item[]
  totals: {
    pieces: number
    weightGrams: number
    weightsUnknown: number
    value: Money
    valuesUnknown: number
    originsUnknown: number
    ownValuesHidden: number
  }
  leftOut: { consumables: number; subHired: number; cases: number; textLines: number; texts: string[] }
}
export type Choice = { list?: string[]; consumables: boolean; subHired: boolean; cases: boolean }

export const carnetQuery = (eventId: string, choice: Choice) =>
  queryOptions({
    queryKey: ['events', eventId, 'carnet', choice],
    queryFn: ({ signal }) => api.get<Carnet>(`/events/${eventId}/carnet`, { signal, query: choice satisfies Query }),
    // What was missing is put right in another tab.
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  })
