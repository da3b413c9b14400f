import { createFileRoute } from '@tanstack/react-router'
import { QuotePage } from '@/features/quotes/components/QuotePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/quotes/$quoteId')({ loader: () => loadWords('quotes'), component: Page })

function Page() {
  return <QuotePage id={Route.useParams().quoteId} />
}
