import { createFileRoute } from '@tanstack/react-router'
import { ForecastPage } from '@/features/deals/components/ForecastPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/deals/forecast')({ loader: () => loadWords('deals'), component: ForecastPage })
