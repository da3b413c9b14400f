import { createFileRoute, redirect } from '@tanstack/react-router'
import { later } from '@/components/later'
import { EventPage } from '@/features/events/components/EventPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

export const Route = createFileRoute('/_app/events/$eventId')({
  // The code on a printed pull list means that list.
  beforeLoad: ({ params: { eventId }, search }) => {
    const { list } = search as { list?: unknown }
    if (typeof list === 'string' && list !== '')
      throw redirect({ to: '/events/$eventId/lists/$listId', params: { eventId, listId: list }, replace: true })
  },
  loader: () => loadWords('events', 'technical', 'carnet', 'finance'),
  component: Page,
})

const Technical = later(() => import('@/features/technical/components/TechnicalReport').then((file) => file.TechnicalReport))

const MoneyTab = later(() => import('@/features/finance/components/MoneyTab').then((file) => file.MoneyTab))

function Page() {
  const can = useCan()
  return (
    <EventPage
      id={Route.useParams().eventId}
      technical={Technical}
      money={can('COST_READ') ? (id) => <MoneyTab eventId={id} /> : undefined}
    />
  )
}
