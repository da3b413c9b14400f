import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { VenuePage } from '@/features/venues/components/VenuePage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const EventGrid = later(() => import('@/features/events/components/EventGrid').then((file) => file.EventGrid))

export const Route = createFileRoute('/_app/venues/$venueId')({ loader: () => loadWords('venues', 'events'), component: Page })

const without = ['venue', 'planner']

function Page() {
  const can = useCan()
  return (
    <VenuePage
      id={Route.useParams().venueId}
      events={
        can('EVENT_READ')
          ? (id) => (
              <EventGrid fixed={{ venue: id }} sort="-from" inAddress={false} height={560} views={false} without={without} />
            )
          : undefined
      }
    />
  )
}
