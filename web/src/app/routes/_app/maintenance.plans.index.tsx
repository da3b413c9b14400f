import { createFileRoute } from '@tanstack/react-router'
import { PlansPage } from '@/features/maintenance/components/PlansPage'

export const Route = createFileRoute('/_app/maintenance/plans/')({ component: PlansPage })
