import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** Fetches again what a change has touched, by the first word of its key. */
export function useRefresh(keys: readonly string[]) {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  }, [queryClient, keys])
}
