import { queryOptions } from '@tanstack/react-query'
import { api, type Money } from '@/lib/api/client'

import type { Shortage } from './stock'

export type Remedy =
  | 'SUBSTITUTE'
  | 'OTHER_WAREHOUSE'
  | 'TRANSFER'
  | 'MOVE_EVENT'
  | 'MOVE_LINES'
  | 'SHORTEN_TURNAROUND'
  | 'SUB_HIRE'
  | 'BUY'
  | 'REDUCE'
  | 'PRIORITISE'
export type Because =
  | 'COMPATIBLE'
  | 'COMES_FROM_AFAR'
  | 'LEAVES_SOON'
  | 'CLIENT_MUST_AGREE'
  | 'LESS_ON_SITE'
  | 'LITTLE_TIME'
  | 'CLIENT_GETS_LESS'
  | 'UNANSWERED'
  | 'MUST_ARRIVE'
  | 'HURTS_OTHERS'
  | 'HURTS_NOBODY'
export type Risk = {
  level: 'LOW' | 'MEDIUM' | 'HIGH'
  because: Because
  minutes: number | null
  hurts: { eventId: string; label: string; item: string; quantity: number }[]
}
/** What happens to one line; a new one has no id. */
export type LineChange = {
  event: string
  list: string
  lineId: string | null
  name: string
  before: number
  after: number
  from: string | null
  to: string | null
}
export type Part = {
  remedy: Remedy
  covers: number
  cost: Money | null
  costBasis: 'NONE' | 'TRANSFER' | 'LAST_SUB_HIRE' | 'HIRE_PRICE' | 'REPLACEMENT_VALUE' | 'UNKNOWN'
  risk: Risk
  otherId: string | null
  name: string | null
  days: number | null
  from: string | null
  to: string | null
  lines: LineChange[]
}
/** One thing that can be done, or several that go together; gone when the lists or what is free change. */
export type Offer = {
  id: string
  rank: number
  covers: number
  cost: Money | null
  margin: Money | null
  risk: Risk
  needsReason: boolean
  /** Whoever takes it says which partner is asked. */
  needsPartner: boolean
  parts: Part[]
}
export type Menu = {
  shortage: Shortage
  locked: boolean
  /** What a partner was asked for, or has promised. */
  asked: { subHireId: string; number: string; partner: string; quantity: number; accepted: boolean }[]
  offers: Offer[]
}
/** What an offer wants to know besides. */
export type Answers = { reason?: string; partnerId?: string }
export type Resolution = {
  id: string
  eventId: string
  item: string
  warehouse: string
  lacking: number
  covers: number
  parts: Part[]
  reason: string | null
  appliedAt: string
  appliedByName: string
  undoneAt: string | null
  undoneByName: string | null
}

export type Lacking = { eventId: string; stock: Shortage['stock'] }

/** What can be done about one shortage of an event, best first. */
export const remediesQuery = ({ eventId, stock }: Lacking) =>
  queryOptions({
    queryKey: ['events', eventId, 'remedies', stock.item, stock.warehouse],
    queryFn: ({ signal }) =>
      api.get<{ items: Menu[]; more: number }>(`/events/${eventId}/remedies`, {
        query: { item: stock.item, warehouse: stock.warehouse },
        signal,
      }),
    staleTime: 0,
    // What was offered before something was done is not offered any more: never shown again, not even for a moment.
    gcTime: 0,
  })

/** What was done about the shortages of an event, the newest first. */
export const resolutionsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['events', eventId, 'resolutions'],
    queryFn: ({ signal }) => api.get<{ items: Resolution[] }>(`/events/${eventId}/resolutions`, { signal }),
  })

export const resolve = ({ eventId, stock }: Lacking, offer: string, answers: Answers) =>
  api.post<Resolution>(`/events/${eventId}/resolutions`, {
    itemId: stock.item,
    warehouseId: stock.warehouse,
    offer,
    ...answers,
  })

export const undoResolution = (one: Pick<Resolution, 'eventId' | 'id'>) =>
  api.post<Resolution>(`/events/${one.eventId}/resolutions/${one.id}/undo`)

/** What a resolution changes besides the events. */
export const touchedByResolutions = [
  'events',
  'history',
  'availability',
  'pull-lists',
  'sub-hires',
  'planned-stock',
  'transfers',
] as const
