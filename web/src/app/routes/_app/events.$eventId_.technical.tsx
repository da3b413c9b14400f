import { createFileRoute } from '@tanstack/react-router'
import { TechnicalPage } from '@/features/technical/components/TechnicalPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId_/technical')({
  loader: () => loadWords('technical'),
  component: Page,
})

function Page() {
  return <TechnicalPage eventId={Route.useParams().eventId} />
}
