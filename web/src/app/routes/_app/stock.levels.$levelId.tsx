import { createFileRoute } from '@tanstack/react-router'
import { LevelPage } from '@/features/stock/components/LevelPage'

export const Route = createFileRoute('/_app/stock/levels/$levelId')({ component: Page })

function Page() {
  return <LevelPage id={Route.useParams().levelId} />
}
