import { createFileRoute } from '@tanstack/react-router'
import { PlanPage } from '@/features/maintenance/components/PlanPage'

export const Route = createFileRoute('/_app/maintenance/plans/$planId')({ component: Page })

function Page() {
  return <PlanPage id={Route.useParams().planId} />
}
