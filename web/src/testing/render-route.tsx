import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Providers } from '@/app/Providers'
import { makeRouter } from '@/app/router'
import { makeQueryClient } from '@/lib/query-client'

/** Opens an address of the real app against the fake server: `const { user, router } = renderRoute('/assets?q=sm58')`. */
export function renderRoute(address: string) {
  const queryClient = makeQueryClient()
  queryClient.setDefaultOptions({ queries: { retry: false, staleTime: 30_000 } })
  const router = makeRouter(queryClient, createMemoryHistory({ initialEntries: [address] }))
  const view = render(
    <Providers queryClient={queryClient} test>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { ...view, router, queryClient, user: userEvent.setup() }
}
