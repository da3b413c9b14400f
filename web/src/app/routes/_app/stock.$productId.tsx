import { createFileRoute } from '@tanstack/react-router'
import { StockProductPage } from '@/features/stock/components/StockProductPage'

export const Route = createFileRoute('/_app/stock/$productId')({ component: Page })

function Page() {
  return <StockProductPage id={Route.useParams().productId} />
}
