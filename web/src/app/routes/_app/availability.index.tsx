import { createFileRoute } from '@tanstack/react-router'
import { AvailabilityPage } from '@/features/availability/components/AvailabilityPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/availability/')({
  loader: () => loadWords('availability'),
  component: AvailabilityPage,
})
