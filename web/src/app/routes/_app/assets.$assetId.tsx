import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { AssetPage } from '@/features/inventory/components/AssetPage'
import { useCan } from '@/lib/session'

const AssetMaintenance = later(() =>
  import('@/features/maintenance/components/ThingMaintenance').then((file) => file.AssetMaintenance),
)

import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/assets/$assetId')({ loader: () => loadWords('maintenance'), component: Page })

function Page() {
  const can = useCan()
  return (
    <AssetPage
      id={Route.useParams().assetId}
      more={can('MAINTENANCE_READ') ? (asset) => <AssetMaintenance assetId={asset.id} /> : undefined}
    />
  )
}
