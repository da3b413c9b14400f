import { createFileRoute } from '@tanstack/react-router'
import { CodePage } from '@/features/codes/components/CodePage'

export const Route = createFileRoute('/kit/$uuid')({ component: CodeRoute })

function CodeRoute() {
  return <CodePage uuid={Route.useParams().uuid} />
}
