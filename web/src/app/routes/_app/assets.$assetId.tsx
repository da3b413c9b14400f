import { createFileRoute } from '@tanstack/react-router'
import { AssetPage } from '@/features/inventory/components/AssetPage'

export const Route = createFileRoute('/_app/assets/$assetId')({ component: Page })

function Page() {
  return <AssetPage id={Route.useParams().assetId} />
}
