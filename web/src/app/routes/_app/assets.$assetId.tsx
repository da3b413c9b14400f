import { createFileRoute } from '@tanstack/react-router'
import { AssetPage } from '@/features/inventory/components/AssetPage'
import { AssetMaintenance } from '@/features/maintenance/components/ThingMaintenance'
import { useCan } from '@/lib/session'

export const Route = createFileRoute('/_app/assets/$assetId')({ component: Page })

function Page() {
  const can = useCan()
  return (
    <AssetPage
      id={Route.useParams().assetId}
      more={can('MAINTENANCE_READ') ? (asset) => <AssetMaintenance assetId={asset.id} /> : undefined}
    />
  )
}
