import { createFileRoute } from '@tanstack/react-router'
import { QuotesPage } from '@/features/quotes/components/QuotesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/quotes/')({ loader: () => loadWords('quotes'), component: QuotesPage })
