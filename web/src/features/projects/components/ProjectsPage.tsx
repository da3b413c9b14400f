import { IconFolders } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, FilterDef } from '@/components/grid/types'
import { archivedColumn, changedColumn } from '@/components/grid/usualColumns'
import { ListPage } from '@/components/ListPage'
import { later } from '@/components/later'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { emptyProject, kinds, type Project, touchedByProjects } from '../api/projects'
import { ColourMark } from './ColourMark'

const ProjectForm = later(() => import('./ProjectForm').then((file) => file.ProjectForm))

/** Tours, festivals and series: events that belong together. */
export function ProjectsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByProjects)
  const clients = can('CLIENT_READ')
  const columns = useMemo<Column<Project>[]>(
    () => [
      { id: 'number', header: t('projects.number'), cell: (one) => one.number, sort: 'number', width: 100, card: 'subtitle' },
      {
        id: 'name',
        header: t('projects.name'),
        cell: (one) => (
          <b style={{ fontWeight: 550 }}>
            <ColourMark colour={one.colour} />
            {one.name}
          </b>
        ),
        sort: 'name',
        width: 260,
        grow: true,
        card: 'title',
      },
      { id: 'kind', header: t('projects.kind'), cell: (one) => t(`projects.kinds.${one.kind}`), width: 110 },
      { id: 'client', header: t('projects.client'), cell: (one) => one.clientName ?? '–', width: 230, grow: true },
      { id: 'events', header: t('projects.events'), cell: (one) => format.number(one.events), align: 'end', width: 100 },
      {
        id: 'when',
        header: t('projects.when'),
        cell: (one) => (one.firstAt && one.lastAt ? format.dates(one.firstAt, one.lastAt) : '–'),
        width: 230,
      },
      changedColumn(t('projects.changed'), format),
      archivedColumn(t('projects.state'), t('projects.archived')),
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'kind',
        label: t('projects.kind'),
        kind: 'options',
        options: kinds.map((one) => ({ value: one, label: t(`projects.kinds.${one}`) })),
      },
      ...(clients ? [{ id: 'client', label: t('projects.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
      { id: 'archived', label: t('projects.archived'), kind: 'boolean' },
    ],
    [t, clients],
  )
  return (
    <ListPage<Project>
      list="projects"
      title={t('projects.projects')}
      text={t('projects.projectsText')}
      columns={columns}
      filters={filters}
      defaultSort="-number"
      rowLabel={(one) => `${one.number} ${one.name}`}
      empty={{ icon: IconFolders, title: t('projects.none'), text: t('projects.noneText') }}
      create={{
        label: t('projects.newProject'),
        needs: 'EVENT_EDIT',
        form: (close) => (
          <ProjectForm
            values={emptyProject}
            inDialog
            submitLabel={t('projects.create')}
            onCancel={close}
            save={(values) => api.post<Project>('/projects', values)}
            onSaved={async (one) => {
              await refresh()
              await navigate({ href: `/projects/${one.id}` })
            }}
          />
        ),
      }}
    />
  )
}
