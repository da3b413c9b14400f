import { createFileRoute } from '@tanstack/react-router'
import { LoadsPage } from '@/features/scanning/components/LoadsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId_/loads')({
  loader: () => loadWords('loads'),
  component: Page,
})

function Page() {
  return <LoadsPage eventId={Route.useParams().eventId} />
}
