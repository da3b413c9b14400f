import { queryOptions } from '@tanstack/react-query'
import type { OwnFields } from '@/components/form/own-fields'
import { api, type Money, type Page } from '@/lib/api/client'
import type { Phase } from '../model/phases'

export const blockKinds = ['SETUP', 'SHOW', 'STRIKE'] as const
export type BlockKind = (typeof blockKinds)[number]
export type Block = { id: string | null; kind: BlockKind; stage: string | null; from: string; to: string; note: string | null }

/** Minutes that things are taken for besides the time on site. */
export type Occupancy = {
  prepMinutes: number
  transitBeforeMinutes: number
  transitAfterMinutes: number
  turnaroundMinutes: number
}

export type Event = {
  id: string
  template: boolean
  /** Templates have none. */
  number: string | null
  name: string
  projectId: string | null
  projectName: string | null
  clientId: string | null
  clientName: string | null
  venueId: string | null
  venueName: string | null
  roomId: string | null
  roomName: string | null
  plannerId: string | null
  plannerName: string | null
  /** Where it is prepared and whose stock it takes. */
  warehouseId: string | null
  warehouseName: string | null
  typeId: string
  typeName: string
  colour: string | null
  phase: Phase
  ownPhaseId: string | null
  ownPhaseName: string | null
  phaseSince: string
  optionedUntil: string | null
  cancelledAt: string | null
  cancelReason: string | null
  tags: string[]
  timeZone: string
  from: string
  to: string
  occupancy: Occupancy
  occupiedFrom: string
  occupiedTo: string
  blocks: Block[]
  notes: string | null
  custom: OwnFields
  value: Money | null
  probabilityPercent: number | null
  seriesId: string | null
  createdAt: string
  changedAt: string
  version: number
}

export type OwnPhase = { id: string; name: string; phase: Phase }
export type EventType = {
  id: string
  name: string
  colour: string | null
  standard: boolean
  workflow: OwnPhase[]
  archivedAt: string | null
  version: number
}

/** What every change to an event may touch. */
export const touchedByEvents = ['events', 'projects', 'history'] as const

export const eventQuery = (id: string) =>
  queryOptions({ queryKey: ['events', id], queryFn: ({ signal }) => api.get<Event>(`/events/${id}`, { signal }) })

/** All tags in use, to choose from. */
export const eventTagsQuery = queryOptions({
  queryKey: ['events', 'tags'],
  queryFn: ({ signal }) => api.get<Page<string>>('/events/tags', { signal }),
})

export const eventTypesQuery = queryOptions({
  queryKey: ['event-types'],
  queryFn: ({ signal }) => api.get<Page<EventType>>('/event-types', { signal }),
  staleTime: 60_000,
})

export const eventSettingsQuery = queryOptions({
  queryKey: ['events', 'settings'],
  queryFn: ({ signal }) => api.get<{ occupancy: Occupancy }>('/events/settings', { signal }),
  staleTime: 60_000,
})

/** As much of a venue as an event asks of it. */
export type Venue = { id: string; name: string; timeZone: string; rooms: { id: string; name: string; capacity: number | null }[] }
export const venueQuery = (id: string) =>
  queryOptions({
    queryKey: ['venues', id],
    queryFn: ({ signal }) => api.get<Venue>(`/venues/${id}`, { signal }),
    staleTime: 60_000,
  })

/** The other dates of a series, by their beginning. */
export const seriesQuery = (seriesId: string) =>
  queryOptions({
    queryKey: ['events', 'series', seriesId],
    queryFn: ({ signal }) => api.get<Page<Event>>('/events', { query: { series: seriesId, sort: 'from', limit: 200 }, signal }),
  })

export type Copy = {
  name?: string
  startsOn?: string
  template?: boolean
  pullLists?: boolean
  checklists?: boolean
}
export const copyEvent = (id: string, copy: Copy) => api.post<Event>(`/events/${id}/copies`, copy)
export type Series = { rhythm: 'WEEKLY' | 'MONTHLY'; every: number; count: number | null; until: string | null }
export const makeSeries = (id: string, series: Series) => api.post<Page<Event>>(`/events/${id}/series`, series)

/** What events are made from. */
export const templatesQuery = queryOptions({
  queryKey: ['events', 'templates'],
  queryFn: ({ signal }) => api.get<Page<Event>>('/events', { query: { template: true, sort: 'name', limit: 200 }, signal }),
})
