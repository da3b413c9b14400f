import { createFileRoute } from '@tanstack/react-router'
import { DealPage } from '@/features/deals/components/DealPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/deals/$dealId')({ loader: () => loadWords('deals'), component: Page })

function Page() {
  return <DealPage id={Route.useParams().dealId} />
}
