import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Me } from '@/lib/session'
import { z } from '@/lib/validation'

export const profileInput = z.object({
  name: z.string().trim().min(1).max(200),
  locale: z.enum(['en', 'de']),
  timeZone: z.string().min(1),
  theme: z.enum(['AUTO', 'LIGHT', 'DARK']),
})
export type ProfileInput = z.infer<typeof profileInput>
export const changeProfile = (changed: Partial<ProfileInput>, version: number | undefined) =>
  api.patch<Me>('/me', changed, { version })

export const passwordInput = z.object({ currentPassword: z.string().min(1), newPassword: z.string().min(10) })
export type PasswordInput = z.infer<typeof passwordInput>
export const changePassword = (input: PasswordInput) => api.post('/me/password', input)

export type Session = {
  id: string
  current: boolean
  createdAt: string
  lastSeenAt: string
  ip: string | null
  userAgent: string | null
}
export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => api.get<Page<Session>>('/me/sessions', { signal }),
})
export const endSession = (id: string) => api.delete(`/me/sessions/${id}`)
export const endOtherSessions = () => api.delete('/me/sessions')
