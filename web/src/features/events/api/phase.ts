import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import type { Phase } from '../model/phases'
import type { Event, OwnPhase } from './events'

export type Missing = { code: string; message: string }
export type Next = { phase: Phase; ownPhases: OwnPhase[]; back: boolean; permitted: boolean; missing: Missing[] }
/** Where an event is, and where it may go. */
export type Way = { phase: Phase; ownPhaseId: string | null; since: string; ownPhases: OwnPhase[]; next: Next[] }

export const wayQuery = (id: string) =>
  queryOptions({ queryKey: ['events', id, 'phase'], queryFn: ({ signal }) => api.get<Way>(`/events/${id}/phase`, { signal }) })

/** `despite`: why it is confirmed though not everything is free. */
export type Move = { phase?: Phase; ownPhaseId?: string; reason?: string; despite?: string }
export const moveEvent = (id: string, move: Move) => api.post<Event>(`/events/${id}/phase`, move)
export const optionEvent = (id: string, until: string) => api.post<Event>(`/events/${id}/option`, { until })
export const endOption = (id: string) => api.post<Event>(`/events/${id}/option-end`)
