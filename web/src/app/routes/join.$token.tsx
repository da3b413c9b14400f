import { createFileRoute } from '@tanstack/react-router'
import { AcceptInvitationPage } from '@/features/start/components/AcceptInvitationPage'

export const Route = createFileRoute('/join/$token')({ component: TokenRoute })

function TokenRoute() {
  return <AcceptInvitationPage token={Route.useParams().token} />
}
