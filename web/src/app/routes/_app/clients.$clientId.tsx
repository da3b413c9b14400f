import { createFileRoute } from '@tanstack/react-router'
import { ClientPage } from '@/features/clients/components/ClientPage'

export const Route = createFileRoute('/_app/clients/$clientId')({ component: Page })

function Page() {
  return <ClientPage id={Route.useParams().clientId} />
}
