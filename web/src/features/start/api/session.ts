import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import type { Me } from '@/lib/session'
import { z } from '@/lib/validation'

export const signInInput = z.object({ email: z.email(), password: z.string().min(1) })
export type SignInInput = z.infer<typeof signInInput>
export const signIn = (input: SignInInput) => api.post<Me>('/session', input)

export const joinInput = z.object({ name: z.string().trim().min(1).max(200), password: z.string().min(10) })
export type JoinInput = z.infer<typeof joinInput>
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () =>
      api.get<{ email: string; name: string; companyName: string }>(`/invitations/by-token/${encodeURIComponent(token)}`),
    retry: false,
  })
export const join = (token: string, input: JoinInput) => api.post<Me>(`/invitations/by-token/${encodeURIComponent(token)}`, input)

export const forgotInput = z.object({ email: z.email() })
export type ForgotInput = z.infer<typeof forgotInput>
export const forgot = (input: ForgotInput) => api.post('/password-resets', input)

export const resetInput = z.object({ password: z.string().min(10) })
export const resetQuery = (token: string) =>
  queryOptions({
    queryKey: ['password-reset', token],
    queryFn: () => api.get<{ email: string }>(`/password-resets/${encodeURIComponent(token)}`),
    retry: false,
  })
export const resetPassword = (token: string, password: string) =>
  api.post(`/password-resets/${encodeURIComponent(token)}`, { password })
