import { Button, Modal, Text } from '@mantine/core'
import { IconFolders, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
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
  const [creating, setCreating] = useState(false)
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
        width: 280,
        grow: true,
        card: 'title',
      },
      { id: 'kind', header: t('projects.kind'), cell: (one) => t(`projects.kinds.${one.kind}`), width: 110 },
      { id: 'client', header: t('projects.client'), cell: (one) => one.clientName ?? '–', width: 200 },
      { id: 'events', header: t('projects.events'), cell: (one) => format.number(one.events), align: 'end', width: 140 },
      {
        id: 'when',
        header: t('projects.when'),
        cell: (one) => (one.firstAt ? `${format.date(one.firstAt)} – ${format.date(one.lastAt)}` : '–'),
        width: 230,
      },
      {
        id: 'changedAt',
        header: t('projects.changed'),
        cell: (one) => format.relative(one.changedAt),
        sort: 'changedAt',
        width: 140,
        hidden: true,
        card: 'none',
      },
      {
        id: 'state',
        header: t('projects.state'),
        cell: (one) => (one.archivedAt ? <StatusBadge tone="gray">{t('projects.archived')}</StatusBadge> : null),
        width: 110,
        card: 'badge',
      },
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
  const create = can('EVENT_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('projects.newProject')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('projects.projects')} text={t('projects.projectsText')}>
        {create}
      </PageHeader>
      <DataGrid<Project>
        list="projects"
        label={t('projects.projects')}
        columns={columns}
        filters={filters}
        defaultSort="-number"
        rowHref={(one) => `/projects/${one.id}`}
        rowLabel={(one) => `${one.number} ${one.name}`}
        empty={
          <EmptyState icon={IconFolders} title={t('projects.none')} text={t('projects.noneText')}>
            {create}
          </EmptyState>
        }
      />
      <Modal
        opened={creating}
        onClose={() => setCreating(false)}
        size="lg"
        title={<Text fw={650}>{t('projects.newProject')}</Text>}
      >
        <ProjectForm
          values={emptyProject}
          inDialog
          submitLabel={t('projects.create')}
          onCancel={() => setCreating(false)}
          save={(values) => api.post<Project>('/projects', values)}
          onSaved={async (one) => {
            await refresh()
            await navigate({ href: `/projects/${one.id}` })
          }}
        />
      </Modal>
    </>
  )
}
