import { createFileRoute } from '@tanstack/react-router'
import { LocationPage } from '@/features/inventory/components/LocationPage'
import { useSendAssets } from '@/features/transfers/components/useSendAssets'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/locations/$locationId')({ loader: () => loadWords('transfers'), component: Page })

function Page() {
  const { send, dialog } = useSendAssets()
  return (
    <>
      <LocationPage id={Route.useParams().locationId} more={[send]} />
      {dialog}
    </>
  )
}
