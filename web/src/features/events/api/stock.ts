import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Holder } from '@/components/Holders'
import { api } from '@/lib/api/client'
import type { Phase } from '../model/phases'

/** What is lacking, when, and who has it. */
export type Shortage = {
  stock: { kind: 'PRODUCT' | 'CASE'; item: string; warehouse: string }
  item: string
  warehouse: string
  quantity: number
  period: { from: string; to: string }
  lines: string[]
  holders: Holder[]
}
export type EventShortage = {
  eventId: string
  number: string
  name: string
  phase: Phase
  clientName: string | null
  plannerName: string | null
  from: string
  shortage: Shortage
}

/** Stretches in which something is lacking that are not told, and when the first of them begins. */
export type Untold = { stretches: number; from: string }
export type Shortages = { items: EventShortage[]; more: Untold | null }

/** What an event lacks, or would lack were it confirmed now; with times: were it on site then. */
export const shortagesQuery = (eventId: string, at?: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['events', eventId, 'shortages', at ?? null],
    queryFn: ({ signal }) => api.get<Shortages>(`/events/${eventId}/shortages`, { query: at, signal }),
    placeholderData: keepPreviousData,
  })

/** What is promised to any event from now on and is not there, the soonest of it. */
export const allShortagesQuery = queryOptions({
  queryKey: ['events', 'shortages'],
  queryFn: ({ signal }) => api.get<Shortages>('/shortages', { signal }),
  refetchInterval: 30_000,
})

/** Where stock is short, the event comes before the other from now on. */
export const prioritise = (eventId: string, order: { before: string; reason: string }) =>
  api.post<void>(`/events/${eventId}/priority`, order)
