import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { DealPage } from '@/features/deals/components/DealPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const QuotesOf = later(() => import('@/features/quotes/components/QuotesOf').then((file) => file.QuotesOf))

export const Route = createFileRoute('/_app/deals/$dealId')({
  loader: () => loadWords('deals', 'quotes', 'letters'),
  component: Page,
})

function Page() {
  const can = useCan()
  return <DealPage id={Route.useParams().dealId} quotes={can('QUOTE_READ') ? (id) => <QuotesOf dealId={id} /> : undefined} />
}
