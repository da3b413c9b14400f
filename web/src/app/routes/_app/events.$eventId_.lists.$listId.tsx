import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { later } from '@/components/later'
import { PullListPage } from '@/features/pulllists/components/PullListPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId_/lists/$listId')({
  loader: () => loadWords('pulllists', 'events', 'carnet', 'availability'),
  component: Page,
})

const WhyFree = later(() => import('@/features/availability/components/WhyFree').then((file) => file.WhyFree))

function Page() {
  const { eventId, listId } = Route.useParams()
  const navigate = useNavigate()
  const gone = (eventId: string) => void navigate({ href: `/events/${eventId}`, replace: true })
  const found = (id: string) => void navigate({ href: `/events/${id}/lists/${listId}`, replace: true })
  return <PullListPage key={listId} listId={listId} eventId={eventId} why={WhyFree} onGone={gone} onFound={found} />
}
