import { createFileRoute } from '@tanstack/react-router'
import { PricesPage } from '@/features/quotes/components/PricesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/quotes/prices')({ loader: () => loadWords('quotes'), component: PricesPage })
