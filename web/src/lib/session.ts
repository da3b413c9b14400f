import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

export type Theme = 'AUTO' | 'LIGHT' | 'DARK'

export type Me = {
  id: string
  name: string
  email: string
  locale: string
  timeZone: string
  theme: Theme
  roles: { id: string; name: string }[]
  permissions: string[]
  company: { name: string; currency: string; timeZone: string; locale: string; baseUrl: string | null; logoFileId: string | null }
  version: number
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/me', { signal }),
  staleTime: 300_000,
})

/** Who is signed in. Only below the signed-in shell, which has loaded it; elsewhere use `useQuery(meQuery)`. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('useMe outside the signed-in shell')
  return data
}

/** Whether the signed-in person may do something. The server decides again; this only hides what would be refused. */
export function useCan(): (permission: string | readonly string[] | undefined) => boolean {
  const { data } = useQuery(meQuery)
  return (permission) => {
    if (!permission) return true
    const wanted = typeof permission === 'string' ? [permission] : permission
    return wanted.some((one) => data?.permissions.includes(one))
  }
}

const listeners = new Set<() => void>()
export const onSignedOut = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const announceSignedOut = () => {
  for (const listener of listeners) listener()
}
