import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from '@/lib/api/problem'
import { announceSignedOut } from '@/lib/session'

/** A 401 anywhere means the session ended: the shell asks for the password without losing the page. */
const onError = (error: unknown) => {
  if (isProblem(error, 'sign-in-required')) announceSignedOut()
}

export const makeQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'offlineFirst',
        retry: (failures, error) => failures < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500),
      },
      mutations: { networkMode: 'always' },
    },
  })
