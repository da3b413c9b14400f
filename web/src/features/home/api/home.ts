import { queryOptions } from '@tanstack/react-query'
import type { AuditEntry } from '@/components/HistoryList'
import type { Job } from '@/components/JobProgress'
import { api, type Page } from '@/lib/api/client'

/** What of it the person may see: how much there is, how the equipment stands, what wants attention, own work that goes on. */
export type Home = {
  counts: { kind: string; total: number }[]
  assetsByStatus: Record<string, number> | null
  unfit: number | null
  attention: { kind: string; count: number; url: string | null }[]
  jobs: Job[]
}

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => api.get<Home>('/home', { signal }),
  staleTime: 15_000,
  // Work that goes on moves without anybody changing anything.
  refetchInterval: ({ state }) => (state.data?.jobs.length ? 3_000 : false),
})
export const recentQuery = queryOptions({
  queryKey: ['activity', 'recent'],
  queryFn: async ({ signal }) => {
    const { items } = await api.get<Page<AuditEntry>>('/activity', { query: { limit: 40 }, signal })
    // Who signed in is no news on the first page; the activity page has it.
    return items.filter((entry) => entry.action !== 'signed-in').slice(0, 8)
  },
  staleTime: 15_000,
})
