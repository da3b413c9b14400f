import { createFileRoute } from '@tanstack/react-router'
import { RepairsPage } from '@/features/maintenance/components/RepairsPage'

export const Route = createFileRoute('/_app/maintenance/')({ component: RepairsPage })
