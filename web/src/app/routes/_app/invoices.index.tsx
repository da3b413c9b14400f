import { createFileRoute } from '@tanstack/react-router'
import { InvoicesPage } from '@/features/finance/components/InvoicesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/')({ loader: () => loadWords('finance'), component: InvoicesPage })
