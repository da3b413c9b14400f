import { createFileRoute, useLocation } from '@tanstack/react-router'
import { PrintPage } from '@/features/labels/components/PrintPage'

export const Route = createFileRoute('/_app/labels/')({ component: LabelsRoute })

function LabelsRoute() {
  return <PrintPage search={useLocation({ select: (location) => location.searchStr })} />
}
