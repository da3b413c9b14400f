import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Query } from '@/lib/api/client'
import type { Phase } from '../model/phases'
import type { Block } from './events'

/** As much of an event as a calendar draws. */
export type Entry = {
  id: string
  number: string
  name: string
  phase: Phase
  ownPhaseName: string | null
  optionedUntil: string | null
  projectId: string | null
  projectName: string | null
  clientName: string | null
  venueName: string | null
  plannerId: string | null
  plannerName: string | null
  colour: string | null
  timeZone: string
  from: string
  to: string
  occupiedFrom: string
  occupiedTo: string
  blocks: Block[]
}
/** `more`: some were left out. */
export type Calendar = { entries: Entry[]; more: boolean }

export const calendarQuery = (query: Query) =>
  queryOptions({
    queryKey: ['events', 'calendar', query],
    queryFn: ({ signal }) => api.get<Calendar>('/events/calendar', { query, signal }),
    placeholderData: keepPreviousData,
  })
