import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { ReportPage } from '@/features/maintenance/components/ReportPage'

type Search = { asset?: string; product?: string }

export const Route = createFileRoute('/_app/maintenance/new')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    asset: typeof search.asset === 'string' ? search.asset : undefined,
    product: typeof search.product === 'string' ? search.product : undefined,
  }),
  loader: preloadForms,
  component: Page,
})

function Page() {
  return <ReportPage {...Route.useSearch()} />
}
