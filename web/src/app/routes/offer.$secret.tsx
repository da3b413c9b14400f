import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { OfferPage } from '@/features/portal/components/OfferPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/offer/$secret')({
  loader: () => {
    preloadForms()
    return loadWords('portal')
  },
  component: Page,
})

function Page() {
  return <OfferPage secret={Route.useParams().secret} />
}
