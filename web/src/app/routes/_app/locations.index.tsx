import { createFileRoute } from '@tanstack/react-router'
import { LocationsPage } from '@/features/inventory/components/LocationsPage'

export const Route = createFileRoute('/_app/locations/')({ component: LocationsPage })
