import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { NewPlanPage } from '@/features/maintenance/components/NewPlanPage'

type Search = { product?: string }

import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/plans/new')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    product: typeof search.product === 'string' ? search.product : undefined,
  }),
  loader: () => {
    preloadForms()
    return loadWords('maintenance')
  },
  component: Page,
})

function Page() {
  return <NewPlanPage {...Route.useSearch()} />
}
