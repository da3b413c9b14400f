import { createFileRoute } from '@tanstack/react-router'
import { RecordPage } from '@/features/maintenance/components/RecordPage'

type Search = { plan?: string; asset?: string; round?: boolean }

import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/record')({
  loader: () => loadWords('maintenance'),
  validateSearch: (search: Record<string, unknown>): Search => ({
    plan: typeof search.plan === 'string' ? search.plan : undefined,
    asset: typeof search.asset === 'string' ? search.asset : undefined,
    round: search.round === true || search.round === 'true' ? true : undefined,
  }),
  component: Page,
})

function Page() {
  return <RecordPage {...Route.useSearch()} />
}
