import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

export type SetupState = { needed: boolean; companyName?: string | null; logoFileId?: string | null; resetByMail?: boolean }

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal }),
  staleTime: 60_000,
})
