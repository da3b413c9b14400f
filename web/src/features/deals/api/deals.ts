import { queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Money, type Page, type Query } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type Named = { id: string; name: string }
export const dealStates = ['OPEN', 'WON', 'LOST'] as const
export type DealState = (typeof dealStates)[number]
export type Stage = {
  id: string
  name: string
  state: DealState
  probabilityPercent: number
  /** Deals come here when a quote of theirs is sent. */
  quoteSent: boolean
}
export type Pipeline = {
  id: string
  name: string
  standard: boolean
  stages: Stage[]
  archivedAt: string | null
  changedAt: string
  version: number
}
export type Deal = {
  id: string
  number: string
  name: string
  client: Named
  contact: Named | null
  pipeline: Named
  stage: Named
  state: DealState
  stageSince: string
  value: Money | null
  probabilityPercent: number | null
  chancePercent: number
  weighted: Money | null
  expectedClose: string | null
  eventFrom: string | null
  eventTo: string | null
  venue: Named | null
  event: { id: string; number: string | null; name: string } | null
  owner: Named | null
  competitor: string | null
  lostReason: string | null
  notes: string | null
  closedAt: string | null
  createdAt: string
  changedAt: string
  version: number
}
export type Sum = { value: Money; weighted: Money }
export type BoardColumn = { stage: Stage; total: number; sums: Sum[]; deals: Deal[] }
export type Board = { pipeline: Pipeline; closedSince: string; columns: BoardColumn[] }
export type Month = { month: string | null; open: number; value: Money; weighted: Money; won: Money }

export const tones: Record<DealState, Tone> = { OPEN: 'info', WON: 'ok', LOST: 'gray' }
/** Where a deal may go from a state, as the server has it. */
export const successors: Record<DealState, readonly DealState[]> = {
  OPEN: ['OPEN', 'WON', 'LOST'],
  WON: ['OPEN'],
  LOST: ['OPEN'],
}
export const takes = (deal: Pick<Deal, 'state' | 'stage'>, stage: Stage) =>
  deal.stage.id !== stage.id && successors[deal.state].includes(stage.state)

export const touched = ['deals', 'history', 'search', 'clients'] as const

export const dealQuery = (id: string) =>
  queryOptions({ queryKey: ['deals', id], queryFn: ({ signal }) => api.get<Deal>(`/deals/${id}`, { signal }) })
export const pipelinesQuery = queryOptions({
  queryKey: ['deals', 'pipelines'],
  queryFn: ({ signal }) => api.get<Page<Pipeline>>('/pipelines', { signal }),
  staleTime: 60_000,
})
export const boardQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deals', 'board', query],
    queryFn: ({ signal }) => api.get<Board>('/deals/board', { query, signal }),
  })
export const forecastQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deals', 'forecast', query],
    queryFn: ({ signal }) => api.get<Page<Month>>('/deals/forecast', { query, signal }),
  })

export type Move = { stageId: string; lostReason?: string; competitor?: string | null }
export const moveDeal = (deal: Pick<Deal, 'id' | 'version'>, move: Move) =>
  api.post<Deal>(`/deals/${deal.id}/stage`, move, { version: deal.version })

const day = z.string().nullable()
const id = z.string().nullable()
export const dealInput = z.object({
  name: z.string().trim().min(1).max(200),
  clientId: z.string().min(1),
  contactId: id,
  stageId: id,
  value: z.object({ amountMinor: z.number().min(0), currency: z.string() }).nullable(),
  probabilityPercent: z.number().int().min(0).max(100).nullable(),
  expectedClose: day,
  eventFrom: day,
  eventTo: day,
  venueId: id,
  eventId: id,
  ownerId: id,
  competitor: z.string().max(200).nullable(),
  notes: z.string().max(10_000).nullable(),
})
export type DealInput = {
  name: string
  clientId: string | null
  contactId: string | null
  stageId: string | null
  value: Money | null
  probabilityPercent: number | null
  expectedClose: string | null
  eventFrom: string | null
  eventTo: string | null
  venueId: string | null
  eventId: string | null
  ownerId: string | null
  competitor: string | null
  notes: string | null
}
export const emptyDeal: DealInput = {
  name: '',
  clientId: null,
  contactId: null,
  stageId: null,
  value: null,
  probabilityPercent: null,
  expectedClose: null,
  eventFrom: null,
  eventTo: null,
  venueId: null,
  eventId: null,
  ownerId: null,
  competitor: null,
  notes: null,
}
export const dealInputOf = (deal: Deal): DealInput => ({
  name: deal.name,
  clientId: deal.client.id,
  contactId: deal.contact?.id ?? null,
  stageId: deal.stage.id,
  value: deal.value,
  probabilityPercent: deal.probabilityPercent,
  expectedClose: deal.expectedClose,
  eventFrom: deal.eventFrom,
  eventTo: deal.eventTo,
  venueId: deal.venue?.id ?? null,
  eventId: deal.event?.id ?? null,
  ownerId: deal.owner?.id ?? null,
  competitor: deal.competitor,
  notes: deal.notes,
})
