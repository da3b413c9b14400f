import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { DealPage } from '@/features/deals/components/DealPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const QuotesOf = later(() => import('@/features/quotes/components/QuotesOf').then((file) => file.QuotesOf))

const ProfitOfEvent = later(() => import('@/features/finance/components/ProfitCard').then((file) => file.ProfitOfEvent))

export const Route = createFileRoute('/_app/deals/$dealId')({
  loader: () => loadWords('deals', 'quotes', 'letters', 'finance'),
  component: Page,
})

function Page() {
  const can = useCan()
  return (
    <DealPage
      id={Route.useParams().dealId}
      quotes={can('QUOTE_READ') ? (id) => <QuotesOf dealId={id} /> : undefined}
      money={can('COST_READ') ? (id) => <ProfitOfEvent eventId={id} /> : undefined}
    />
  )
}
