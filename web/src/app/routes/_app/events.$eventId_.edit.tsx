import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { EditEventPage } from '@/features/events/components/EditEventPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/$eventId_/edit')({
  loader: () => {
    preloadForms()
    return loadWords('events')
  },
  component: Page,
})

function Page() {
  return <EditEventPage id={Route.useParams().eventId} />
}
