import { createFileRoute } from '@tanstack/react-router'
import { AvailabilityPage } from '@/features/availability/components/AvailabilityPage'

export const Route = createFileRoute('/_app/availability/')({ component: AvailabilityPage })
