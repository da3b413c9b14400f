import { createFileRoute } from '@tanstack/react-router'
import { AssetsPage } from '@/features/inventory/components/AssetsPage'
import { useSendAssets } from '@/features/transfers/components/useSendAssets'

export const Route = createFileRoute('/_app/assets/')({ component: Page })

function Page() {
  const { send, dialog } = useSendAssets()
  return (
    <>
      <AssetsPage more={[send]} />
      {dialog}
    </>
  )
}
