import { createFileRoute } from '@tanstack/react-router'
import { InspectionsPage } from '@/features/maintenance/components/InspectionsPage'

export const Route = createFileRoute('/_app/maintenance/inspections/')({ component: InspectionsPage })
