import { createFileRoute } from '@tanstack/react-router'
import { SheetPage } from '@/features/scanning/components/SheetPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/stocktake/$sheetId')({ loader: () => loadWords('scanning'), component: Page })

function Page() {
  const { sheetId } = Route.useParams()
  return <SheetPage key={sheetId} of="stocktake" id={sheetId} />
}
