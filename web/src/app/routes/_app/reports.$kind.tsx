import { createFileRoute } from '@tanstack/react-router'
import { ReportPage } from '@/features/reports/components/ReportPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/reports/$kind')({ loader: () => loadWords('reports'), component: Page })

function Page() {
  const { kind } = Route.useParams()
  return <ReportPage path={kind} />
}
