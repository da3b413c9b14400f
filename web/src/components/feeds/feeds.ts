import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

/** What a calendar is of that is not of one thing. */
export const ownScopes = ['MINE', 'COMPANY'] as const
export type Scope = (typeof ownScopes)[number] | 'EVENT' | 'PROJECT' | 'VENUE' | 'PRODUCT' | 'ASSET' | 'CASE' | 'WAREHOUSE'
export type Feed = {
  id: string
  name: string
  scope: Scope
  subjectId: string | null
  subjectName: string | null
  createdAt: string
  usedAt: string | null
  usedBy: string | null
}
/** The address is told this once. */
export type MadeFeed = { feed: Feed; url: string }
/** The one thing that a calendar is of. */
export type Subject = { scope: Exclude<Scope, 'MINE' | 'COMPANY'>; id: string; name: string }

export const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: ({ signal }) => api.get<Page<Feed>>('/calendar-feeds', { signal }),
})
export const makeFeed = (feed: { name: string; scope: Scope; subjectId: string | null }) =>
  api.post<MadeFeed>('/calendar-feeds', feed)
export const revokeFeed = (id: string) => api.delete(`/calendar-feeds/${id}`)
