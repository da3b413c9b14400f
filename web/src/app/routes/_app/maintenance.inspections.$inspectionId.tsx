import { createFileRoute } from '@tanstack/react-router'
import { InspectionPage } from '@/features/maintenance/components/InspectionPage'

export const Route = createFileRoute('/_app/maintenance/inspections/$inspectionId')({ component: Page })

function Page() {
  return <InspectionPage id={Route.useParams().inspectionId} />
}
