import { createFileRoute } from '@tanstack/react-router'
import { VenuesPage } from '@/features/venues/components/VenuesPage'

export const Route = createFileRoute('/_app/venues/')({ component: VenuesPage })
