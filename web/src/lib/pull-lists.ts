import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from './api/client'

// Pull lists as the event, the list's own page and the arithmetic over them all know them.

/** Where a group differs from its event, or a line from its group; what is null is inherited. */
export type OwnTimes = {
  from: string | null
  to: string | null
  prepMinutes: number | null
  transitBeforeMinutes: number | null
  transitAfterMinutes: number | null
  turnaroundMinutes: number | null
}
export type PullGroup = { id: string; name: string; note: string | null; times: OwnTimes }
export type PullList = {
  id: string
  eventId: string
  eventNumber: string | null
  eventName: string
  eventPhase: string
  name: string
  note: string | null
  /** Null where it takes the event's, which `takenFrom…` then is. */
  warehouseId: string | null
  takenFromId: string | null
  takenFromName: string | null
  locked: boolean
  unlockedAt: string | null
  unlockedByName: string | null
  unlockReason: string | null
  groups: PullGroup[]
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
  prices: Money[]
}
export type ListTotals = { list: Totals; groups: { groupId: string | null; totals: Totals }[] }

/** All lists of an event. */
export const pullListsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['pull-lists', 'of', eventId],
    queryFn: ({ signal }) => api.get<Page<PullList>>(`/events/${eventId}/pull-lists`, { signal }),
  })
export const totalsQuery = (listId: string) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'totals'],
    queryFn: ({ signal }) => api.get<ListTotals>(`/pull-lists/${listId}/totals`, { signal }),
  })

export type ListValues = { name: string; note: string | null; warehouseId: string | null }
/** `despite`: why a confirmed event is to hold more than is free. */
export type At = { version: number; despite?: string }

export const createList = (eventId: string, list: Partial<ListValues>) =>
  api.post<PullList>(`/events/${eventId}/pull-lists`, list)
export const changeList = (id: string, change: Partial<ListValues>, { version, despite }: Partial<At>) =>
  api.patch<PullList>(`/pull-lists/${id}`, change, { version, query: { despite } })
export const removeList = (id: string, version: number) => api.delete(`/pull-lists/${id}`, { version })
