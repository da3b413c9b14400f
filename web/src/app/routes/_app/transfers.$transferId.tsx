import { createFileRoute } from '@tanstack/react-router'
import { TransferPage } from '@/features/transfers/components/TransferPage'

export const Route = createFileRoute('/_app/transfers/$transferId')({ component: Page })

function Page() {
  return <TransferPage id={Route.useParams().transferId} />
}
