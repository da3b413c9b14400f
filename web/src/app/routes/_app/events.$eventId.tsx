import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { EventPage } from '@/features/events/components/EventPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId')({
  loader: () => loadWords('events', 'technical'),
  component: Page,
})

const Technical = later(() => import('@/features/technical/components/TechnicalReport').then((file) => file.TechnicalReport))

function Page() {
  return <EventPage id={Route.useParams().eventId} technical={Technical} />
}
