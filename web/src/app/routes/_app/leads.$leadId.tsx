import { createFileRoute } from '@tanstack/react-router'
import { LeadPage } from '@/features/leads/components/LeadPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/leads/$leadId')({ loader: () => loadWords('leads'), component: Page })

function Page() {
  return <LeadPage id={Route.useParams().leadId} />
}
