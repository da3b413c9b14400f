import { createFileRoute } from '@tanstack/react-router'
import { ExplanationPage } from '@/features/availability/components/ExplanationPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/availability/$productId')({
  loader: () => loadWords('availability'),
  component: Page,
})

function Page() {
  const { productId } = Route.useParams()
  return <ExplanationPage key={productId} id={productId} />
}
