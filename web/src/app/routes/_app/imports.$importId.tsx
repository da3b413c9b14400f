import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/imports/components/ImportPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/imports/$importId')({ loader: () => loadWords('imports'), component: Page })

function Page() {
  return <ImportPage id={Route.useParams().importId} />
}
