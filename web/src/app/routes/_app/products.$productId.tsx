import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { later } from '@/components/later'
import { ProductPage } from '@/features/catalogue/components/ProductPage'
import { useSendAssets } from '@/features/transfers/components/useSendAssets'
import { useCan } from '@/lib/session'

const ProductMaintenance = later(() =>
  import('@/features/maintenance/components/ThingMaintenance').then((file) => file.ProductMaintenance),
)

const RegisterDialog = later(() => import('@/features/inventory/components/RegisterDialog').then((file) => file.RegisterDialog))

const AssetGrid = later(() => import('@/features/inventory/components/AssetGrid').then((file) => file.AssetGrid))

const FreeCard = later(() => import('@/features/availability/components/FreeCard').then((file) => file.FreeCard))

import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/products/$productId')({
  loader: () => loadWords('maintenance', 'transfers', 'availability'),
  component: Page,
})

function Page() {
  const can = useCan()
  const { send, dialog } = useSendAssets()
  const [registering, setRegistering] = useState<{ id: string; name: string } | null>(null)
  return (
    <>
      <ProductPage
        id={Route.useParams().productId}
        onRegister={setRegistering}
        pieces={(product) =>
          product.kind === 'SERIALISED' && (
            <AssetGrid fixed={{ product: product.id }} inAddress={false} height={560} more={[send]} />
          )
        }
        aside={can('ASSET_READ') && can('LOCATION_READ') ? (product) => <FreeCard productId={product.id} /> : undefined}
        more={can('MAINTENANCE_READ') ? (product) => <ProductMaintenance productId={product.id} /> : undefined}
      />
      {dialog}
      {registering && <RegisterDialog product={registering} onClose={() => setRegistering(null)} />}
    </>
  )
}
