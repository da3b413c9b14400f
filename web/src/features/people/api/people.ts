import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type RoleRef = { id: string; name: string }
export type User = {
  id: string
  name: string
  email: string
  state: 'ACTIVE' | 'SUSPENDED'
  roles: RoleRef[]
  lastSeenAt: string | null
  createdAt: string
  version: number
}
export type Invitation = {
  id: string
  email: string
  name: string
  roles: RoleRef[]
  link: string | null
  expiresAt: string
  mailed?: boolean
}
export type Role = { id: string; name: string; builtIn: string | null; permissions: string[]; users: number; version: number }
export type Permission = { name: string; group: string; description: string }

export const userInput = z.object({
  name: z.string().trim().min(1).max(200),
  roleIds: z.array(z.string()).min(1),
  state: z.enum(['ACTIVE', 'SUSPENDED']),
})
export type UserInput = z.infer<typeof userInput>
export const userInputOf = (user: User): UserInput => ({
  name: user.name,
  roleIds: user.roles.map((role) => role.id),
  state: user.state,
})
export const getUser = (id: string) => api.get<User>(`/users/${id}`)
export const changeUser = (id: string, changed: Partial<UserInput>, version: number | undefined) =>
  api.patch<User>(`/users/${id}`, changed, { version })
export const makeResetLink = (id: string) =>
  api.post<{ link: string; expiresAt: string; mailed?: boolean }>(`/users/${id}/password-reset`)

export const invitationInput = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(200),
  roleIds: z.array(z.string()).min(1),
})
export type InvitationInput = z.infer<typeof invitationInput>
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api.get<Page<Invitation>>('/invitations', { signal }),
})
export const invite = (input: InvitationInput) => api.post<Invitation>('/invitations', input)
export const withdraw = (id: string) => api.delete(`/invitations/${id}`)

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => api.get<Page<Role>>('/roles', { signal }),
})
export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => api.get<Page<Permission>>('/permissions', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
export const roleInput = z.object({ name: z.string().trim().min(1).max(100), permissions: z.array(z.string()) })
export type RoleInput = z.infer<typeof roleInput>
export const createRole = (input: RoleInput) => api.post<Role>('/roles', input)
export const changeRole = (id: string, changed: Partial<RoleInput>, version: number | undefined) =>
  api.patch<Role>(`/roles/${id}`, changed, { version })
export const removeRole = (role: Role) => api.delete(`/roles/${role.id}`, { version: role.version })
