import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type PullList = {
  id: string
  eventId: string
  name: string
  note: string | null
  locked: boolean
  lines: number
  changedAt: string
  version: number
}
/** What something is not known of is left out of that sum and counted. */
export type Totals = {
  lines: number
  pieces: number
  weightGrams: number
  weightsUnknown: number
  volumeCubicMillimetres: number
  volumesUnknown: number
  powerWatts: number
  powersUnknown: number
  values: Money[]
  valuesUnknown: number
}

export const touchedByLists = ['pull-lists', 'history'] as const

export const pullListsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['pull-lists', 'of', eventId],
    queryFn: ({ signal }) => api.get<Page<PullList>>(`/events/${eventId}/pull-lists`, { signal }),
  })
export const totalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['pull-lists', id, 'totals'],
    queryFn: ({ signal }) => api.get<{ list: Totals }>(`/pull-lists/${id}/totals`, { signal }),
  })

export const listInput = z.object({ name: z.string().trim().min(1).max(100), note: z.string().max(5000).nullable() })
export type ListInput = { name: string; note: string | null }
export const createList = (eventId: string, input: ListInput) => api.post<PullList>(`/events/${eventId}/pull-lists`, input)
export const changeList = (id: string, changed: Partial<ListInput>, version: number | undefined) =>
  api.patch<PullList>(`/pull-lists/${id}`, changed, { version })
export const removeList = (list: PullList) => api.delete(`/pull-lists/${list.id}`, { version: list.version })

/** Several lists together: each sum, and of how many pieces it says nothing. */
export function sumOf(all: readonly Totals[]): Totals {
  const values = new Map<string, number>()
  for (const { values: monies } of all)
    for (const { amountMinor, currency } of monies) values.set(currency, (values.get(currency) ?? 0) + amountMinor)
  const sum = (field: Exclude<keyof Totals, 'values'>) => all.reduce((total, one) => total + Number(one[field]), 0)
  return {
    lines: sum('lines'),
    pieces: sum('pieces'),
    weightGrams: sum('weightGrams'),
    weightsUnknown: sum('weightsUnknown'),
    volumeCubicMillimetres: sum('volumeCubicMillimetres'),
    volumesUnknown: sum('volumesUnknown'),
    powerWatts: sum('powerWatts'),
    powersUnknown: sum('powersUnknown'),
    values: [...values].map(([currency, amountMinor]) => ({ amountMinor, currency })),
    valuesUnknown: sum('valuesUnknown'),
  }
}
