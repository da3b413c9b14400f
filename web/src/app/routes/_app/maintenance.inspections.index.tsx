import { createFileRoute } from '@tanstack/react-router'
import { InspectionsPage } from '@/features/maintenance/components/InspectionsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/inspections/')({
  loader: () => loadWords('maintenance'),
  component: InspectionsPage,
})
