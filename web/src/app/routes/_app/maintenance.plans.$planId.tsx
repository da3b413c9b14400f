import { createFileRoute } from '@tanstack/react-router'
import { PlanPage } from '@/features/maintenance/components/PlanPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/plans/$planId')({
  loader: () => loadWords('maintenance'),
  component: Page,
})

function Page() {
  return <PlanPage id={Route.useParams().planId} />
}
