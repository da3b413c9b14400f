import { createFileRoute } from '@tanstack/react-router'
import { InvitationsPage } from '@/features/people/components/InvitationsPage'

export const Route = createFileRoute('/_app/users/invitations')({ component: InvitationsPage })
