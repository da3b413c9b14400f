import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { NewEventPage } from '@/features/events/components/NewEventPage'
import { loadWords } from '@/lib/i18n'

type Search = { day?: string; project?: string; client?: string; template?: string }
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export const Route = createFileRoute('/_app/events/new')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    day: /^\d{4}-\d{2}-\d{2}$/.test(String(search.day)) ? String(search.day) : undefined,
    project: text(search.project),
    client: text(search.client),
    template: text(search.template),
  }),
  loader: () => {
    preloadForms()
    return loadWords('events')
  },
  component: Page,
})

function Page() {
  return <NewEventPage {...Route.useSearch()} />
}
