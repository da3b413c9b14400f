import { createFileRoute } from '@tanstack/react-router'
import { StocktakePage } from '@/features/stocktakes/components/StocktakePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/stocktakes/$stocktakeId')({ loader: () => loadWords('stocktakes'), component: Page })

function Page() {
  return <StocktakePage id={Route.useParams().stocktakeId} />
}
