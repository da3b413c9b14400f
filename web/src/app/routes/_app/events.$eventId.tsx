import { createFileRoute } from '@tanstack/react-router'
import { EventPage } from '@/features/events/components/EventPage'

export const Route = createFileRoute('/_app/events/$eventId')({ component: Page })

function Page() {
  return <EventPage id={Route.useParams().eventId} />
}
