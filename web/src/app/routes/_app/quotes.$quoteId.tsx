import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { QuotePage } from '@/features/quotes/components/QuotePage'
import { loadWords } from '@/lib/i18n'

const ClientTab = later(() => import('@/features/portal/components/ClientTab').then((file) => file.ClientTab))

export const Route = createFileRoute('/_app/quotes/$quoteId')({ loader: () => loadWords('portal', 'quotes'), component: Page })

function Page() {
  return <QuotePage id={Route.useParams().quoteId} client={(props) => <ClientTab {...props} />} />
}
