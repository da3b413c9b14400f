import { createFileRoute } from '@tanstack/react-router'
import { ProductPage } from '@/features/catalogue/components/ProductPage'
import { AssetGrid } from '@/features/inventory/components/AssetGrid'

export const Route = createFileRoute('/_app/products/$productId')({ component: Page })

function Page() {
  return (
    <ProductPage
      id={Route.useParams().productId}
      pieces={(product) =>
        product.kind === 'SERIALISED' && <AssetGrid fixed={{ product: product.id }} inAddress={false} height={560} />
      }
    />
  )
}
