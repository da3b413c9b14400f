import { createFileRoute } from '@tanstack/react-router'
import { PlanPage } from '@/features/sourcing/components/PlanPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/planned-stock/$planId')({ loader: () => loadWords('sourcing'), component: Page })

function Page() {
  return <PlanPage id={Route.useParams().planId} />
}
