import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { QuotePage } from '@/features/quotes/components/QuotePage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const ClientTab = later(() => import('@/features/portal/components/ClientTab').then((file) => file.ClientTab))
const QuoteMoney = later(() => import('@/features/finance/components/QuoteMoney').then((file) => file.QuoteMoney))

export const Route = createFileRoute('/_app/quotes/$quoteId')({
  loader: () => loadWords('portal', 'quotes', 'finance', 'letters'),
  component: Page,
})

function Page() {
  const can = useCan()
  return (
    <QuotePage
      id={Route.useParams().quoteId}
      client={(props) => <ClientTab {...props} />}
      money={can('INVOICE_READ') ? (id) => <QuoteMoney quoteId={id} /> : undefined}
    />
  )
}
