import { createFileRoute } from '@tanstack/react-router'
import { StocktakesPage } from '@/features/stocktakes/components/StocktakesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/stocktakes/')({ loader: () => loadWords('stocktakes'), component: StocktakesPage })
