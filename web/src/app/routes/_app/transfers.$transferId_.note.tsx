import { createFileRoute } from '@tanstack/react-router'
import { NotePage } from '@/features/transfers/components/NotePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/transfers/$transferId_/note')({
  loader: () => loadWords('transfers'),
  component: Page,
})

function Page() {
  return <NotePage id={Route.useParams().transferId} />
}
