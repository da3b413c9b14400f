import { createFileRoute } from '@tanstack/react-router'
import { NotePage } from '@/features/transfers/components/NotePage'

export const Route = createFileRoute('/_app/transfers/$transferId_/note')({ component: Page })

function Page() {
  return <NotePage id={Route.useParams().transferId} />
}
