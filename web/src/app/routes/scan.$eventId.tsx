import { createFileRoute } from '@tanstack/react-router'
import { ScanPage } from '@/features/scanning/components/ScanPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/$eventId')({ loader: () => loadWords('scanning'), component: Page })

function Page() {
  const { eventId } = Route.useParams()
  return <ScanPage key={eventId} eventId={eventId} />
}
