import { createFileRoute } from '@tanstack/react-router'
import { TransferPage } from '@/features/transfers/components/TransferPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/transfers/$transferId')({ loader: () => loadWords('transfers'), component: Page })

function Page() {
  return <TransferPage id={Route.useParams().transferId} />
}
