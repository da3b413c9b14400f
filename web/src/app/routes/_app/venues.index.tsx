import { createFileRoute } from '@tanstack/react-router'
import { VenuesPage } from '@/features/venues/components/VenuesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/venues/')({ loader: () => loadWords('venues'), component: VenuesPage })
