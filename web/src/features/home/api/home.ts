import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

/** How much of each sort there is, as far as the person may see it. */
export type Home = { counts: { kind: string; total: number }[] }

export const homeQuery = queryOptions({
  queryKey: ['home', 'counts'],
  queryFn: ({ signal }) => api.get<Home>('/home', { signal }),
  staleTime: 15_000,
})
