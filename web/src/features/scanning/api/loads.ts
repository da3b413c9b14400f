import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

/** One thing, or so many pieces; a case with all that is in it. */
export type LoadItem = {
  kind: 'ASSET' | 'CASE' | 'PRODUCT'
  id: string
  label: string
  name: string
  quantity: number
  weightGrams: number
  weightsUnknown: number
  volumeCubicMillimetres: number | null
  at: string
  /** Null where pieces were counted. */
  back: boolean | null
}
/** What left on one vehicle; null where none was named. */
export type Load = {
  vehicle: string | null
  pieces: number
  weightGrams: number
  weightsUnknown: number
  volumeCubicMillimetres: number
  volumesUnknown: number
  items: LoadItem[]
}

export const loadsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['scanning', 'loads', eventId],
    queryFn: async ({ signal }) => (await api.get<{ loads: Load[] }>(`/scanning/jobs/${eventId}/loads`, { signal })).loads,
  })

export const eventNameQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['events', eventId],
    queryFn: ({ signal }) => api.get<{ id: string; number: string | null; name: string }>(`/events/${eventId}`, { signal }),
  })
