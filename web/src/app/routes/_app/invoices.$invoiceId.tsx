import { createFileRoute } from '@tanstack/react-router'
import { InvoicePage } from '@/features/finance/components/InvoicePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/$invoiceId')({
  loader: () => loadWords('finance', 'letters'),
  component: Page,
})

function Page() {
  return <InvoicePage id={Route.useParams().invoiceId} />
}
