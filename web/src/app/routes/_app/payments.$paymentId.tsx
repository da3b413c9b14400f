import { createFileRoute } from '@tanstack/react-router'
import { PaymentPage } from '@/features/finance/components/PaymentPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/payments/$paymentId')({ loader: () => loadWords('finance'), component: Page })

function Page() {
  return <PaymentPage id={Route.useParams().paymentId} />
}
