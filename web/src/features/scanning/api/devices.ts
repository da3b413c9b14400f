import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export type Device = {
  id: string
  name: string
  userId: string
  userName: string
  enrolledAt: string
  lastSeenAt: string | null
  revokedAt: string | null
}

export const devicesQuery = queryOptions({
  queryKey: ['scanning-devices'],
  queryFn: ({ signal }) => api.get<Page<Device>>('/scanning/devices', { query: { limit: 100 }, signal }),
})

export const inviteDevice = (name: string) =>
  api.post<{ url: string; token: string; expiresAt: string }>('/scanning/devices/invitations', { name })

/** Signs this browser in as whoever showed the code. */
export const enrolHere = (token: string) => api.post<Device>('/scanning/devices', { token, name: null })
export const revokeDevice = (id: string) => api.delete(`/scanning/devices/${id}`)
