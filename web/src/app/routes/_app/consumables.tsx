import { createFileRoute } from '@tanstack/react-router'
import { ConsumablesPage } from '@/features/stock/components/ConsumablesPage'

export const Route = createFileRoute('/_app/consumables')({ component: ConsumablesPage })
