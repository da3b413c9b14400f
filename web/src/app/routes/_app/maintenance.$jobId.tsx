import { createFileRoute } from '@tanstack/react-router'
import { RepairPage } from '@/features/maintenance/components/RepairPage'

export const Route = createFileRoute('/_app/maintenance/$jobId')({ component: Page })

function Page() {
  return <RepairPage id={Route.useParams().jobId} />
}
