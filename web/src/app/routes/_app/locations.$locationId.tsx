import { createFileRoute } from '@tanstack/react-router'
import { LocationPage } from '@/features/inventory/components/LocationPage'

export const Route = createFileRoute('/_app/locations/$locationId')({ component: Page })

function Page() {
  return <LocationPage id={Route.useParams().locationId} />
}
