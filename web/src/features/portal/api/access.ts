import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

/** `valid` is false where the contact has another address now, or the client is archived. */
export type Access = {
  contactId: string
  email: string
  valid: boolean
  grantedAt: string
  grantedByName: string
  lastSignInAt: string | null
}
const path = (client: string) => `/clients/${client}/portal-access`
export const accessQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'portal-access'],
    queryFn: ({ signal }) => api.get<Page<Access>>(path(client), { signal }),
  })
export const grantAccess = (client: string, contact: string) => api.put<Access>(`${path(client)}/${contact}`)
export const revokeAccess = (client: string, contact: string) => api.delete(`${path(client)}/${contact}`)
