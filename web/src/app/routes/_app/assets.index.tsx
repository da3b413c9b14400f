import { createFileRoute } from '@tanstack/react-router'
import { AssetsPage } from '@/features/inventory/components/AssetsPage'
import { useSendAssets } from '@/features/transfers/components/useSendAssets'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/assets/')({ loader: () => loadWords('transfers'), component: Page })

function Page() {
  const { send, dialog } = useSendAssets()
  return (
    <>
      <AssetsPage more={[send]} />
      {dialog}
    </>
  )
}
