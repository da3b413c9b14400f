import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { ClientPage } from '@/features/clients/components/ClientPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const EventGrid = later(() => import('@/features/events/components/EventGrid').then((file) => file.EventGrid))

export const Route = createFileRoute('/_app/clients/$clientId')({ loader: () => loadWords('events'), component: Page })

const without = ['client', 'planner']

function Page() {
  const can = useCan()
  return (
    <ClientPage
      id={Route.useParams().clientId}
      events={
        can('EVENT_READ')
          ? (id) => (
              <EventGrid fixed={{ client: id }} sort="-from" inAddress={false} height={560} views={false} without={without} />
            )
          : undefined
      }
    />
  )
}
