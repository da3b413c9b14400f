import { createFileRoute } from '@tanstack/react-router'
import { ExplanationPage } from '@/features/availability/components/ExplanationPage'

export const Route = createFileRoute('/_app/availability/$productId')({ component: Page })

function Page() {
  const { productId } = Route.useParams()
  return <ExplanationPage key={productId} id={productId} />
}
