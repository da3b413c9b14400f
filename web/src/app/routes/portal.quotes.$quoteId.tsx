import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { PortalGate } from '@/features/portal/components/PortalGate'
import { PortalQuote } from '@/features/portal/components/PortalQuote'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/portal/quotes/$quoteId')({
  loader: () => {
    preloadForms()
    return loadWords('portal')
  },
  component: Page,
})

function Page() {
  const { quoteId } = Route.useParams()
  return <PortalGate>{(guest) => <PortalQuote id={quoteId} guest={guest} />}</PortalGate>
}
