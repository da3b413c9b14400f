import { createFileRoute } from '@tanstack/react-router'
import { MonthsPage } from '@/features/finance/components/MonthsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/months')({ loader: () => loadWords('finance'), component: MonthsPage })
