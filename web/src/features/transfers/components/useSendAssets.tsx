import { IconTruckDelivery } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction, Selection } from '@/components/grid/types'

// Lists of assets are everywhere; the dialog comes when somebody asks for it.
const SendDialog = lazy(() => import('./SendDialog').then(({ SendDialog }) => ({ default: SendDialog })))

/** What the lists of assets offer for the ticked ones: a transfer that begins with them. */
export function useSendAssets(): { send: BulkAction; dialog: ReactNode } {
  const { t } = useTranslation()
  const [selection, setSelection] = useState<Selection | null>(null)
  return {
    send: { id: 'transfer', label: t('transfers.send'), icon: IconTruckDelivery, needs: 'MOVE', run: setSelection },
    dialog: selection && (
      <Suspense fallback={null}>
        <SendDialog selection={selection} onClose={() => setSelection(null)} />
      </Suspense>
    ),
  }
}
