import { Button, Modal, Progress, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column } from '@/components/grid/types'
import { JobFile } from '@/components/JobFile'
import { isOver, type Job, JobProgress } from '@/components/JobProgress'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'

const tones: Record<Job['state'], Tone> = { QUEUED: 'gray', RUNNING: 'info', DONE: 'ok', FAILED: 'bad', CANCELLED: 'gray' }

export function JobsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState<Job | null>(null)
  const cancel = async (job: Job) => {
    try {
      await api.post(`/jobs/${job.id}/cancellation`)
    } catch (error) {
      showProblem(text(error))
    }
    await queryClient.invalidateQueries({ queryKey: ['jobs'] })
  }
  const columns: Column<Job>[] = [
    {
      id: 'title',
      header: t('jobs.work'),
      cell: (job) => <b style={{ fontWeight: 550 }}>{job.title}</b>,
      width: 280,
      grow: true,
      card: 'title',
    },
    {
      id: 'state',
      header: t('jobs.state'),
      cell: (job) => <StatusBadge tone={tones[job.state]}>{t(`jobs.states.${job.state}`)}</StatusBadge>,
      width: 130,
      card: 'badge',
    },
    {
      id: 'progress',
      header: t('jobs.progress'),
      width: 220,
      cell: (job) =>
        job.total ? (
          <span style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
            <Progress value={(job.done / job.total) * 100} size="sm" w={90} aria-label={t('jobs.progress')} />
            <span className="num">
              {format.number(job.done)} / {format.number(job.total)}
            </span>
          </span>
        ) : (
          (job.message ?? '–')
        ),
    },
    { id: 'createdAt', header: t('jobs.asked'), cell: (job) => format.relative(job.createdAt), sort: 'createdAt', width: 160 },
    { id: 'endedAt', header: t('jobs.ended'), cell: (job) => (job.endedAt ? format.relative(job.endedAt) : '–'), width: 160 },
    {
      id: 'cancel',
      header: t('common.actions'),
      width: 120,
      cell: (job) =>
        isOver(job) ? null : (
          <Button size="compact-sm" variant="subtle" onClick={() => void cancel(job)}>
            {t('jobs.cancel')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <PageHeader title={t('jobs.title')} text={t('jobs.text')} />
      <DataGrid<Job>
        list="jobs"
        label={t('jobs.title')}
        columns={columns}
        defaultSort="-createdAt"
        rowLabel={(job) => job.title}
        onOpen={setOpened}
        searchable={false}
        views={false}
        refreshEvery={3_000}
        empty={<EmptyState icon={IconListCheck} title={t('jobs.none')} text={t('jobs.noneText')} />}
      />
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={<Text fw={650}>{t('jobs.job')}</Text>}>
        {opened && (
          <JobProgress jobId={opened.id} onDone={() => void queryClient.invalidateQueries({ queryKey: ['jobs', 'grid'] })}>
            {(job) => <JobFile job={job} />}
          </JobProgress>
        )}
      </Modal>
    </>
  )
}
