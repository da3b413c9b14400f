import { queryOptions } from '@tanstack/react-query'
import type { AuditEntry } from '@/components/HistoryList'
import { api, type Page } from '@/lib/api/client'

/** Counts by kind of what the person may see, and what wants attention, with how many and where to look. */
export type Home = {
  counts: { kind: string; total: number }[]
  attention: { kind: string; count: number; url?: string | null }[]
}

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => api.get<Home>('/home', { signal }),
  staleTime: 15_000,
})
export const recentQuery = queryOptions({
  queryKey: ['activity', 'recent'],
  queryFn: ({ signal }) => api.get<Page<AuditEntry>>('/activity', { query: { limit: 8 }, signal }),
  staleTime: 15_000,
})
