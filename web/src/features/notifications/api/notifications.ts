import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export type Notice = {
  id: string
  kind: string
  title: string
  text?: string | null
  url?: string | null
  at: string
  readAt?: string | null
}
export type Notices = Page<Notice> & { unread?: number }

export const noticesQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => api.get<Notices>('/notifications', { query: { limit: 30 }, signal }),
  refetchInterval: 60_000,
  retry: false,
})
export const readNotice = (id: string) => api.post(`/notifications/${id}/read`)
export const readAllNotices = () => api.post('/notifications/read-all')
