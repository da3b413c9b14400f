import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { LoadProblem } from './QueryState'
import { showProblem } from './toasts'

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
export type Job = {
  id: string
  kind: string
  title: string
  state: JobState
  done: number
  total: number | null
  message: string | null
  createdAt: string
  startedAt: string | null
  endedAt: string | null
  result: unknown
  cancelRequested?: boolean
}

export const isOver = (job: Job) => job.state === 'DONE' || job.state === 'FAILED' || job.state === 'CANCELLED'

export const jobQuery = (jobId: string) =>
  queryOptions({ queryKey: ['jobs', jobId], queryFn: ({ signal }) => api.get<Job>(`/jobs/${jobId}`, { signal }) })

/** Long work while it runs: how far, what it says, a way to stop it. One may leave the page; it goes on. */
export function JobProgress({
  jobId,
  onDone,
  children,
}: {
  jobId: string
  onDone?: (job: Job) => void
  children?: (job: Job) => ReactNode
}) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const query = useQuery({
    ...jobQuery(jobId),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 700),
    staleTime: 0,
  })
  const told = useRef(false)
  const job = query.data
  useEffect(() => {
    if (!job || !isOver(job) || told.current) return
    told.current = true
    onDone?.(job)
  }, [job, onDone])
  if (query.isError && !job) return <LoadProblem error={query.error} retry={() => void query.refetch()} />
  if (!job) return <Progress value={0} animated aria-label={t('common.loading')} />
  const cancel = async () => {
    try {
      queryClient.setQueryData(['jobs', jobId], await api.post<Job>(`/jobs/${jobId}/cancellation`))
    } catch (error) {
      showProblem(text(error))
    }
  }
  const share = job.total ? Math.min(100, (job.done / job.total) * 100) : job.state === 'DONE' ? 100 : 0
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {job.title}
        </Text>
        <Text size="sm" c="dimmed" className="num" role="status">
          {t(`jobs.states.${job.state}`)}
          {job.total ? ` · ${format.number(job.done)} / ${format.number(job.total)}` : ''}
        </Text>
      </Group>
      <Progress
        value={job.total || job.state !== 'RUNNING' ? share : 100}
        animated={!isOver(job)}
        striped={!isOver(job) && !job.total}
        color={job.state === 'FAILED' ? 'bad' : job.state === 'CANCELLED' ? 'gray' : 'brand'}
        aria-label={job.title}
      />
      {job.message && job.state !== 'FAILED' && (
        <Text size="sm" c="dimmed">
          {i18n.exists(`jobs.steps.${job.message}`) ? t(`jobs.steps.${job.message}`) : job.message}
        </Text>
      )}
      {job.state === 'FAILED' && <Alert color="bad">{job.message || t('jobs.failed')}</Alert>}
      {!isOver(job) && (
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t('jobs.mayLeave')}
          </Text>
          <Button size="xs" variant="default" onClick={cancel} disabled={job.cancelRequested}>
            {job.cancelRequested ? t('jobs.stopping') : t('jobs.cancel')}
          </Button>
        </Group>
      )}
      {isOver(job) && children?.(job)}
    </Stack>
  )
}
