import { createFileRoute } from '@tanstack/react-router'
import { AgeingPage } from '@/features/finance/components/AgeingPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/ageing')({ loader: () => loadWords('finance'), component: AgeingPage })
