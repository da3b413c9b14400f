import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import type { Phase } from '../model/phases'
import type { Event, OwnPhase } from './events'
import type { Shortage } from './stock'

/** `count` and `names`: of how many things, and the first of them, `things` where each has a page; `shortages`: where it is stock. */
export type Missing = {
  code: string
  message: string
  count: number
  names: string[]
  things?: { kind: string; id: string; label: string }[]
  shortages: Shortage[]
}
export type Next = {
  phase: Phase
  ownPhases: OwnPhase[]
  back: boolean
  permitted: boolean
  needsReason: boolean
  missing: Missing[]
}
/** Where an event is, and where it may go. */
export type Way = { phase: Phase; ownPhaseId: string | null; since: string; ownPhases: OwnPhase[]; next: Next[] }

export const wayQuery = (id: string) =>
  queryOptions({ queryKey: ['events', id, 'phase'], queryFn: ({ signal }) => api.get<Way>(`/events/${id}/phase`, { signal }) })

/** `reason`: why it is cancelled or taken back; `despite`: why it goes on though not everything is there. */
export type Move = { phase?: Phase; ownPhaseId?: string; reason?: string; despite?: string }
export const moveEvent = (id: string, move: Move) => api.post<Event>(`/events/${id}/phase`, move)
export const optionEvent = (id: string, until: string) => api.post<Event>(`/events/${id}/option`, { until })
export const endOption = (id: string) => api.post<Event>(`/events/${id}/option-end`)
