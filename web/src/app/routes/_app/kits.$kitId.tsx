import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { KitPage } from '@/features/catalogue/components/KitPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const KitFree = later(() => import('@/features/availability/components/KitFree').then((file) => file.KitFree))

export const Route = createFileRoute('/_app/kits/$kitId')({ loader: () => loadWords('availability'), component: Page })

function Page() {
  const can = useCan()
  return (
    <KitPage
      id={Route.useParams().kitId}
      free={can('ASSET_READ') && can('LOCATION_READ') ? (kit) => <KitFree kitId={kit.id} /> : undefined}
    />
  )
}
