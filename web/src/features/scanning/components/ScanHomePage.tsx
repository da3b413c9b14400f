import { Alert, Badge, Button, Progress, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconListSearch, IconSearch, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink, TextLink } from '@/components/Link'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useMe } from '@/lib/session'
import { held } from '@/offline/held'
import { downloadJob, type JobLine, jobsQuery } from '../api/scanning'
import { heldJobKey, heldJobs, holdJob } from '../model/held-jobs'
import { totalOf } from '../model/progress'
import { scanJournal } from '../model/scan-journal'
import { readSettings } from '../model/settings'
import { Notices } from './Notices'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { modeOf } from './ScanPage'
import { SheetList } from './SheetList'
import { Stray } from './Stray'
import { useStation } from './useStation'

/** Which job, or look something up. */
export function ScanHomePage() {
  const { t } = useTranslation()
  const me = useMe()
  const problemText = useProblemText()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 250)
  const jobs = useQuery(jobsQuery(q))
  const [settings] = useState(readSettings)
  const { state } = useStation(null, 'LOOK_UP', settings)
  const [copies, setCopies] = useState<JobLine[]>([])
  const [busy, setBusy] = useState<string | null>(null)
  const [full, setFull] = useState(false)
  const look = useCallback(() => void heldJobs(me.id).then(setCopies), [me.id])
  useEffect(look, [look])

  const keep = async (eventId: string) => {
    setBusy(eventId)
    setFull(false)
    try {
      const covers = await scanJournal().coveredSeq(me.id)
      const sent = (await scanJournal().toSend(me.id, 50)).map((one) => one.id)
      const value = await downloadJob(eventId, { sent })
      void navigator.storage?.persist?.()
      const done = await holdJob(me.id, value, covers, new Date().toISOString())
      setFull(!done)
    } catch (problem) {
      if (!isProblem(problem)) throw problem
      await jobs.refetch()
    } finally {
      setBusy(null)
      look()
    }
  }
  const drop = async (eventId: string) => {
    await held.remove(me.id, heldJobKey(eventId))
    look()
  }

  const here = new Set(copies.map((one) => one.eventId))
  const cut = jobs.isError && isProblem(jobs.error, 0)
  const lines: JobLine[] = jobs.data?.items ?? (cut ? copies.filter((one) => matches(one, q)) : [])
  return (
    <ScanFrame title={t('scanning.title')} back="/" state={state}>
      <main className={classes.page} id="main">
        <Notices state={state} />
        <ButtonLink to="/scan/look-up" h={64} size="lg" leftSection={<IconListSearch size={24} aria-hidden />}>
          {t('scanning.lookUpAny')}
        </ButtonLink>
        <TextInput
          size="lg"
          aria-label={t('scanning.findJob')}
          placeholder={t('scanning.findJob')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {cut && <Text c="dimmed">{t('scanning.onlyHeld')}</Text>}
        {full && (
          <Alert color="bad" role="alert" title={t('scanning.noRoom.title')}>
            {t('scanning.noRoom.text')}
          </Alert>
        )}
        {jobs.isError && !cut && (
          <Alert color="bad" role="alert" title={t('common.loadFailed')}>
            {problemText(jobs.error)}
          </Alert>
        )}
        <ul className={classes.lines} aria-label={t('scanning.jobs')}>
          {lines.map((job) => (
            <li key={job.eventId} className={classes.line}>
              <JobText job={job} />
              <Button
                variant="default"
                h={52}
                px="sm"
                flex="none"
                loading={busy === job.eventId}
                aria-label={t(here.has(job.eventId) ? 'scanning.dropOf' : 'scanning.holdOf', { job: job.number })}
                onClick={() => void (here.has(job.eventId) ? drop(job.eventId) : keep(job.eventId))}
              >
                {here.has(job.eventId) ? <IconTrash size={22} aria-hidden /> : <IconDownload size={22} aria-hidden />}
              </Button>
            </li>
          ))}
        </ul>
        {lines.length === 0 && !jobs.isPending && (
          <EmptyState
            icon={IconListSearch}
            title={t('scanning.noJobs')}
            text={t(cut ? 'scanning.noJobsHeld' : 'scanning.noJobsText')}
          />
        )}
        <SheetList q={q} />
        <Stray state={state} />
      </main>
    </ScanFrame>
  )
}

function JobText({ job }: { job: JobLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const mode = modeOf(job.phase)
  const { done, of } = totalOf([{ key: '', ...job }], mode)
  return (
    <span className={classes.lineText}>
      <TextLink to="/scan/$eventId" params={{ eventId: job.eventId }} fw={650} py={4} display="block">
        {job.number} · {job.name}
      </TextLink>
      <Text size="sm" c="dimmed" component="span" display="block">
        {[job.venueName ?? job.clientName, job.from && format.dateTime(job.from)].filter(Boolean).join(' · ')}
      </Text>
      <Badge mt={4} color={mode === 'CHECK_IN' ? 'violet' : 'info'}>
        {t(`scanning.phase.${job.phase}`)}
      </Badge>{' '}
      <Text span size="sm" className="num" fw={600}>
        {t('scanning.count', { done, of })}
      </Text>
      <Progress value={of === 0 ? 0 : (100 * done) / of} size={6} mt={6} aria-label={t(`scanning.done.${mode}`)} />
    </span>
  )
}

const matches = (job: JobLine, q: string) => `${job.number} ${job.name}`.toLowerCase().includes(q.trim().toLowerCase())
