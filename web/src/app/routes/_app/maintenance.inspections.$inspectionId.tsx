import { createFileRoute } from '@tanstack/react-router'
import { InspectionPage } from '@/features/maintenance/components/InspectionPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/inspections/$inspectionId')({
  loader: () => loadWords('maintenance'),
  component: Page,
})

function Page() {
  return <InspectionPage id={Route.useParams().inspectionId} />
}
