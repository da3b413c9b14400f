import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '@/features/finance/components/AccountsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/accounts')({ loader: () => loadWords('finance'), component: AccountsPage })
