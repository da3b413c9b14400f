import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { forgetMe, keepMe, keptMe } from '@/features/scanning/model/me-here'
import { isProblem } from '@/lib/api/problem'
import { meQuery } from '@/lib/session'

/** Scan screens open without a network, for whoever signed in here last. */
export async function openScan(queryClient: QueryClient, next: string): Promise<void> {
  try {
    keepMe(await queryClient.ensureQueryData(meQuery))
  } catch (error) {
    if (isProblem(error, 401)) {
      forgetMe()
      throw redirect({ to: '/sign-in', search: { next } })
    }
    const me = keptMe()
    if (!me) throw error
    // Old from the beginning, so that it is asked for again as soon as somebody answers.
    queryClient.setQueryData(meQuery.queryKey, me, { updatedAt: 0 })
  }
}
