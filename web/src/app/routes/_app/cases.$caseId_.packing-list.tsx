import { createFileRoute } from '@tanstack/react-router'
import { PackingListPage } from '@/features/cases/components/PackingListPage'

export const Route = createFileRoute('/_app/cases/$caseId_/packing-list')({ component: Page })

function Page() {
  return <PackingListPage id={Route.useParams().caseId} />
}
