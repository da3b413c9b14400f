import { createFileRoute } from '@tanstack/react-router'
import { EnrolPage } from '@/features/scanning/components/EnrolPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/device/$token')({ loader: () => loadWords('scanning'), component: Page })

function Page() {
  return <EnrolPage token={Route.useParams().token} />
}
