import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export type Notice = {
  id: string
  type: string
  /** In English, for a type this app does not know yet. */
  text: string
  subject: { kind: string; id: string | null; label: string } | null
  facts: Record<string, string | number>
  at: string
  readAt: string | null
}

export const noticesQuery = queryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ signal }) => api.get<Page<Notice>>('/notifications', { query: { limit: 30 }, signal }),
})
export const allNoticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'all', unread],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Notice>>('/notifications', { query: { limit: 50, unread: unread || undefined, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }) => (await api.get<{ unread: number }>('/notifications/unread', { signal })).unread,
  // The stream tells at once; this catches up where a proxy swallows streams.
  refetchInterval: 120_000,
})
export const readNotice = (id: string) => api.post(`/notifications/${id}/read`)
export const readAllNotices = () => api.post('/notifications/read-all')

export const mailWays = ['OFF', 'AT_ONCE', 'DAILY'] as const
export type MailWay = (typeof mailWays)[number]
export type Preference = { type: string; inApp: boolean; mail?: MailWay }
export type Preferences = { items: Preference[]; mailReady?: boolean; version: number }
export const preferencesQuery = queryOptions({
  queryKey: ['notifications', 'preferences'],
  queryFn: ({ signal }) => api.get<Preferences>('/notifications/preferences', { signal }),
})
export const changePreferences = (items: Preferences['items'], version: number) =>
  api.put<Preferences>('/notifications/preferences', { items }, { version })
