import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { PortalGate } from '@/features/portal/components/PortalGate'
import { PortalHome } from '@/features/portal/components/PortalHome'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/portal/')({
  loader: () => {
    preloadForms()
    return loadWords('portal')
  },
  component: Page,
})

function Page() {
  return <PortalGate>{(guest, front) => <PortalHome guest={guest} front={front} />}</PortalGate>
}
