import { createFileRoute } from '@tanstack/react-router'
import { RepairPage } from '@/features/maintenance/components/RepairPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/$jobId')({ loader: () => loadWords('maintenance'), component: Page })

function Page() {
  return <RepairPage id={Route.useParams().jobId} />
}
