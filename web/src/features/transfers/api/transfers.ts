import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const transferStates = ['DRAFT', 'IN_TRANSIT', 'RECEIVED', 'CANCELLED'] as const
export type TransferState = (typeof transferStates)[number]
export const transferTone = { DRAFT: 'gray', IN_TRANSIT: 'info', RECEIVED: 'ok', CANCELLED: 'gray' } as const
export const outcomeTone = { PENDING: 'info', RECEIVED: 'ok', MISSING: 'bad', SURPLUS: 'violet', PARTLY: 'warn' } as const

type Place = { id: string; name: string }
export type Transfer = {
  id: string
  number: string
  state: TransferState
  from: Place
  to: Place
  plannedOn: string | null
  arrivesOn: string | null
  note: string | null
  lines: number
  pending: number
  differences: number
  createdAt: string
  createdByName: string
  dispatchedAt: string | null
  dispatchedByName: string | null
  receivedAt: string | null
  receivedByName: string | null
  cancelledAt: string | null
  cancelReason: string | null
  version: number
}
export type Line = {
  id: string
  position: number
  kind: 'ASSET' | 'CASE' | 'STOCK'
  itemId: string
  number: string | null
  name: string
  quantity: number
  receivedQuantity: number | null
  fromLocation: Place | null
  outcome: keyof typeof outcomeTone
  note: string | null
}
/** Why a line can not be sent. */
export type Obstacle = {
  /** Not of a transfer that could not begin. */
  lineId: string | null
  item: string
  code: string
  message: string
  /** The number of the transfer or case that has it. */
  holder?: string | null
}
export type Arrived = { lineId: string; quantity: number | null; locationId: string | null; note: string | null }
export type Surplus = { assetId: string; label: string }

export const transferQuery = (id: string) =>
  queryOptions({ queryKey: ['transfers', id], queryFn: ({ signal }) => api.get<Transfer>(`/transfers/${id}`, { signal }) })
export const linesQuery = (id: string) =>
  queryOptions({
    queryKey: ['transfers', id, 'lines'],
    queryFn: async ({ signal }) => (await api.get<Page<Line>>(`/transfers/${id}/lines`, { signal })).items,
  })

/** What a code means that somebody scanned or typed. */
export const resolveCode = (text: string) => api.get<{ kind: string; id: string; label: string }>('/codes', { query: { text } })

/** What a transfer changes elsewhere once it moves. */
export const touchedByTransfers = ['transfers', 'assets', 'cases', 'stock', 'stock-entries', 'history', 'home']

export const LINES_MAX = 2000
const PART = 500
/** Adds by the part, because a request takes only so many. */
export async function addThings(id: string, kind: 'assetIds' | 'caseIds', ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += PART)
    await api.post<Transfer>(`/transfers/${id}/lines`, { [kind]: ids.slice(from, from + PART) })
}

export const itemText = (line: Pick<Line, 'kind' | 'number' | 'name' | 'quantity'>) =>
  line.kind === 'STOCK' ? line.name : [line.number, line.name].filter(Boolean).join(' · ')

export const transferInput = z.object({
  fromId: z.string().min(1),
  toId: z.string().min(1),
  plannedOn: z.string().nullable(),
  arrivesOn: z.string().nullable(),
  note: z.string().max(2000).nullable(),
})
export type TransferInput = z.infer<typeof transferInput>
export const transferInputOf = (transfer: Transfer): TransferInput => ({
  fromId: transfer.from.id,
  toId: transfer.to.id,
  plannedOn: transfer.plannedOn,
  arrivesOn: transfer.arrivesOn,
  note: transfer.note,
})
export const cancellationInput = z.object({ reason: z.string().trim().min(1).max(2000) })
