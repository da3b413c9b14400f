import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

/** What is lacking, when, and who has it. */
export type Shortage = {
  item: string
  warehouse: string
  quantity: number
  period: { from: string; to: string }
  lines: string[]
  holders: { owner: string; label: string; quantity: number }[]
}
type EventShortage = { eventId: string; shortage: Shortage }

/** What an event lacks, or would lack were it confirmed now; with times: were it on site then. */
export const shortagesQuery = (eventId: string, at?: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['events', eventId, 'shortages', at ?? null],
    queryFn: ({ signal }) => api.get<{ items: EventShortage[] }>(`/events/${eventId}/shortages`, { query: at, signal }),
    placeholderData: keepPreviousData,
  })
