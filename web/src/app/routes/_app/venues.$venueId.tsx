import { createFileRoute } from '@tanstack/react-router'
import { VenuePage } from '@/features/venues/components/VenuePage'

export const Route = createFileRoute('/_app/venues/$venueId')({ component: Page })

function Page() {
  return <VenuePage id={Route.useParams().venueId} />
}
