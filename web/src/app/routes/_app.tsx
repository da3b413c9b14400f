import { createFileRoute, redirect } from '@tanstack/react-router'
import { Shell } from '@/app/Shell'
import { setupQuery } from '@/features/start/api/setup-state'
import { isProblem } from '@/lib/api/problem'
import { meQuery } from '@/lib/session'

/** Everything below this route is for people who have signed in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (!isProblem(error, 401)) throw error
      const setup = await context.queryClient.fetchQuery(setupQuery)
      if (setup.needed) throw redirect({ to: '/setup' })
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    }
  },
  component: Shell,
})
