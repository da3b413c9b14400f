import { createFileRoute } from '@tanstack/react-router'
import { TemplatesPage } from '@/features/quotes/components/QuotesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/quotes/templates')({ loader: () => loadWords('quotes'), component: TemplatesPage })
