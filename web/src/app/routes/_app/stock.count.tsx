import { createFileRoute } from '@tanstack/react-router'
import { CountPage } from '@/features/stock/components/CountPage'

type Search = { product?: string; location?: string; selection?: boolean }

export const Route = createFileRoute('/_app/stock/count')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    product: typeof search.product === 'string' ? search.product : undefined,
    location: typeof search.location === 'string' ? search.location : undefined,
    selection: search.selection === true || search.selection === 'true' ? true : undefined,
  }),
  component: Page,
})

function Page() {
  return <CountPage {...Route.useSearch()} />
}
