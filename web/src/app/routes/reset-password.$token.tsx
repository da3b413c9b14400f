import { createFileRoute } from '@tanstack/react-router'
import { PasswordResetPage } from '@/features/start/components/PasswordResetPage'

export const Route = createFileRoute('/reset-password/$token')({ component: TokenRoute })

function TokenRoute() {
  return <PasswordResetPage token={Route.useParams().token} />
}
