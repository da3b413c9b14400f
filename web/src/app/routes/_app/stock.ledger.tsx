import { createFileRoute } from '@tanstack/react-router'
import { LedgerPage } from '@/features/stock/components/LedgerPage'

export const Route = createFileRoute('/_app/stock/ledger')({ component: LedgerPage })
