import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Page, type Query } from '@/lib/api/client'
import type { Phase } from '../model/phases'
import type { Event } from './events'

/** As many as a column shows. */
export const SHOWN = 50

/** A column of the board: the next ones first, of what is closed the last ones. */
export const boardQuery = (phase: Phase, filters: Query) =>
  queryOptions({
    queryKey: ['events', 'board', phase, filters],
    queryFn: ({ signal }) =>
      api.get<Page<Event>>('/events', {
        query: { ...filters, phase, sort: phase === 'CLOSED' ? '-from' : 'from', limit: SHOWN },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
