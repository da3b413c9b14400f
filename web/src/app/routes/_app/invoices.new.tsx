import { createFileRoute } from '@tanstack/react-router'
import { NewInvoicePage } from '@/features/finance/components/NewInvoicePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/new')({ loader: () => loadWords('finance'), component: NewInvoicePage })
