import { Card } from '@mantine/core'
import { IconCalendarPlus, IconCalendarShare, IconFolders } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useUpkeep } from '@/components/useUpkeep'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Project, projectInputOf, projectQuery, touchedByProjects } from '../api/projects'

const ProjectForm = later(() => import('./ProjectForm').then((file) => file.ProjectForm))

const FeedDialog = later(() => import('@/components/feeds/FeedDialog').then((file) => file.FeedDialog))

type Props = { id: string /** Its events; they are another feature's. */; events: (project: Project) => ReactNode }

/** One project with its events. */
export function ProjectPage({ id, events }: Props) {
  const query = useQuery(projectQuery(id))
  return <QueryState query={query}>{(project) => <Loaded key={project.id} project={project} events={events} />}</QueryState>
}

function Loaded({ project, events }: { project: Project; events: Props['events'] }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByProjects)
  const [subscribing, setSubscribing] = useState(false)
  const path = `/projects/${project.id}`
  const upkeep = useUpkeep({
    list: 'projects',
    thing: project,
    needs: 'EVENT_EDIT',
    words: {
      archive: t('projects.archive'),
      restore: t('projects.restore'),
      remove: t('projects.remove'),
      removeTitle: t('projects.removeTitle', { name: project.name }),
      removeText: t('projects.removeText'),
    },
    verbs: { archive: 'archival', restore: 'restoration' },
    refresh,
  })
  return (
    <>
      <DetailPage
        parent={{ to: '/projects', label: t('projects.projects') }}
        title={project.name}
        subtitle={[project.number, t(`projects.kinds.${project.kind}`), project.clientName].filter(Boolean).join(' · ')}
        picture={<IconFolders size={44} stroke={1.3} color={project.colour ?? undefined} aria-hidden />}
        badges={project.archivedAt && <StatusBadge tone="gray">{t('projects.archived')}</StatusBadge>}
        primary={{
          label: t('projects.addEvent'),
          icon: IconCalendarPlus,
          needs: 'EVENT_EDIT',
          run: () =>
            void navigate({
              href: `/events/new?project=${project.id}${project.clientId ? `&client=${project.clientId}` : ''}`,
            }),
        }}
        actions={[{ label: t('feeds.subscribe'), icon: IconCalendarShare, run: () => setSubscribing(true) }, ...upkeep]}
        facts={useFacts(project)}
        tabs={[
          { id: 'events', label: t('projects.tabs.events'), count: project.events, content: events(project) },
          {
            id: 'details',
            label: t('projects.tabs.details'),
            content: (
              <Card padding="lg">
                <ProjectForm
                  values={projectInputOf(project)}
                  version={project.version}
                  clientName={project.clientName}
                  disabled={!can('EVENT_EDIT')}
                  save={(_, { changed, version }) => api.patch<Project>(path, changed, { version })}
                  reload={async () => {
                    const fresh = await api.get<Project>(path)
                    return { values: projectInputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('projects.saved'))
                  }}
                />
              </Card>
            ),
          },
          {
            id: 'files',
            label: t('projects.tabs.files'),
            content: <SubjectFiles kind="project" id={project.id} firstRole="DOCUMENT" />,
          },
          { id: 'history', label: t('projects.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {subscribing && (
        <FeedDialog subject={{ scope: 'PROJECT', id: project.id, name: project.name }} onClose={() => setSubscribing(false)} />
      )}
    </>
  )
}

function useFacts(project: Project): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const facts: (Fact | false)[] = [
    project.clientName !== null && {
      label: t('projects.client'),
      value: can('CLIENT_READ') ? (
        <TextLink to={`/clients/${project.clientId}` as '/'} inherit>
          {project.clientName}
        </TextLink>
      ) : (
        project.clientName
      ),
    },
    { label: t('projects.events'), value: format.number(project.events) },
    project.firstAt !== null && {
      label: t('projects.when'),
      value: `${format.date(project.firstAt)} – ${format.date(project.lastAt)}`,
    },
    project.notes !== null && {
      label: t('projects.notes'),
      value: <span style={{ whiteSpace: 'pre-line' }}>{project.notes}</span>,
    },
    { label: t('projects.changed'), value: format.relative(project.changedAt) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
