import { createFileRoute } from '@tanstack/react-router'
import { CasePage } from '@/features/cases/components/CasePage'

export const Route = createFileRoute('/_app/cases/$caseId')({ component: Page })

function Page() {
  return <CasePage id={Route.useParams().caseId} />
}
