import { createFileRoute } from '@tanstack/react-router'
import { BalancesPage } from '@/features/finance/components/BalancesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/balances')({ loader: () => loadWords('finance'), component: BalancesPage })
