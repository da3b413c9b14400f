import { createFileRoute } from '@tanstack/react-router'
import { PaymentsPage } from '@/features/finance/components/PaymentsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/payments')({ loader: () => loadWords('finance'), component: PaymentsPage })
