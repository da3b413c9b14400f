import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

export type Hit = { id: string; kind: string; title: string; subtitle?: string | null; code?: string | null; url?: string | null }
export type SearchAnswer = { groups: { kind: string; total: number; items: Hit[] }[] }

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/search', { query: { q, limit: 6 }, signal }),
    enabled: q.length > 0,
    staleTime: 10_000,
    placeholderData: (old) => old,
  })
