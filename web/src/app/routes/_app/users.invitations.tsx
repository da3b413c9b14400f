import { createFileRoute } from '@tanstack/react-router'
import { InvitationsPage } from '@/features/people/components/InvitationsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/users/invitations')({ loader: () => loadWords('people'), component: InvitationsPage })
