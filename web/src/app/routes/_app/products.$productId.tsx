import { createFileRoute } from '@tanstack/react-router'
import { ProductPage } from '@/features/catalogue/components/ProductPage'

export const Route = createFileRoute('/_app/products/$productId')({ component: Page })

function Page() {
  return <ProductPage id={Route.useParams().productId} />
}
