import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/imports/components/ImportPage'

export const Route = createFileRoute('/_app/imports/$importId')({ component: Page })

function Page() {
  return <ImportPage id={Route.useParams().importId} />
}
