import { createFileRoute } from '@tanstack/react-router'
import { EntryPage } from '@/features/finance/components/EntryPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/$entryId')({ loader: () => loadWords('finance'), component: Page })

function Page() {
  return <EntryPage id={Route.useParams().entryId} />
}
