import { createFileRoute } from '@tanstack/react-router'
import { KitPage } from '@/features/catalogue/components/KitPage'

export const Route = createFileRoute('/_app/kits/$kitId')({ component: Page })

function Page() {
  return <KitPage id={Route.useParams().kitId} />
}
