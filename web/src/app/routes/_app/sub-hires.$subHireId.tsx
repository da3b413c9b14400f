import { createFileRoute } from '@tanstack/react-router'
import { SubHirePage } from '@/features/sourcing/components/SubHirePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/sub-hires/$subHireId')({ loader: () => loadWords('sourcing'), component: Page })

function Page() {
  return <SubHirePage id={Route.useParams().subHireId} />
}
