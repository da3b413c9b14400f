import { createFileRoute } from '@tanstack/react-router'
import { EventPage } from '@/features/events/components/EventPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId')({ loader: () => loadWords('events'), component: Page })

function Page() {
  return <EventPage id={Route.useParams().eventId} />
}
