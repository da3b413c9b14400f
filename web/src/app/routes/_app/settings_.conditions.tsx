import { createFileRoute } from '@tanstack/react-router'
import { ConditionsPage } from '@/features/inventory/components/ConditionsPage'

export const Route = createFileRoute('/_app/settings_/conditions')({ component: ConditionsPage })
