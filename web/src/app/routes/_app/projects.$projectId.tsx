import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { ProjectPage } from '@/features/projects/components/ProjectPage'
import { loadWords } from '@/lib/i18n'

const EventGrid = later(() => import('@/features/events/components/EventGrid').then((file) => file.EventGrid))

export const Route = createFileRoute('/_app/projects/$projectId')({
  loader: () => loadWords('projects', 'events'),
  component: Page,
})

const without = ['project', 'planner']

function Page() {
  return (
    <ProjectPage
      id={Route.useParams().projectId}
      events={(project) => (
        <EventGrid fixed={{ project: project.id }} inAddress={false} height={560} views={false} without={without} />
      )}
    />
  )
}
