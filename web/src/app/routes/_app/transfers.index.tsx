import { createFileRoute } from '@tanstack/react-router'
import { TransfersPage } from '@/features/transfers/components/TransfersPage'

export const Route = createFileRoute('/_app/transfers/')({ component: TransfersPage })
