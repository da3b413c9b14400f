import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { ReportPage } from '@/features/maintenance/components/ReportPage'

type Search = { asset?: string; product?: string }

import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/new')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    asset: typeof search.asset === 'string' ? search.asset : undefined,
    product: typeof search.product === 'string' ? search.product : undefined,
  }),
  loader: () => {
    preloadForms()
    return loadWords('maintenance')
  },
  component: Page,
})

function Page() {
  return <ReportPage {...Route.useSearch()} />
}
