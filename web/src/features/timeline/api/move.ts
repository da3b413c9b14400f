import { queryOptions } from '@tanstack/react-query'
import type { Holder } from '@/components/Holders'
import { api } from '@/lib/api/client'
import type { Block, Span } from './timeline'

/** What is lacking, when, and who has it. */
export type Shortage = {
  item: string
  warehouse: string
  quantity: number
  period: Span
  holders: Holder[]
}

/** What an event would lack were it on site then. */
export const lackingThen = (eventId: string, at: Span) =>
  queryOptions({
    queryKey: ['events', eventId, 'shortages', at],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: { shortage: Shortage }[] }>(`/events/${eventId}/shortages`, { query: at, signal })).items.map(
        (one) => one.shortage,
      ),
    staleTime: 10_000,
  })

export type Movable = Span & { id: string; version: number; blocks: (Block & { note: string | null })[] }
export const readEvent = (id: string) => api.get<Movable>(`/events/${id}`)

/** `despite`: why a confirmed event is to hold more than there is. */
export const moveEvent = (event: Pick<Movable, 'id' | 'version'>, to: Span & { blocks?: Block[] }, despite?: string) =>
  api.patch<Movable>(`/events/${event.id}`, to, { version: event.version, query: { despite } })
