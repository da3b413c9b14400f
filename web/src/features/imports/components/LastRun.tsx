import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Job } from '@/components/JobProgress'
import { useFormat } from '@/lib/format'
import type { Upload } from '../api/imports'

/** What became of the last run where it did not end well, and what stays of it. */
export function LastRun({ upload, job }: { upload: Upload; job: Job }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const kept = rowsKept(upload, job)
  const stays = kept ? t('imports.stays', { count: kept, shown: format.number(kept) }) : t('imports.nothingStays')
  if (job.state === 'CANCELLED')
    return (
      <Alert color="info" role="status" title={t('imports.cancelled')}>
        {stays}
      </Alert>
    )
  if (job.state !== 'FAILED') return null
  const refusal = (job.result ?? {}) as { code?: string; facts?: Record<string, unknown> }
  const known = refusal.code && i18n.exists(`problems.codes.${refusal.code}`)
  return (
    <Alert color="bad" role="alert" title={t('imports.failed')}>
      {known ? t(`problems.codes.${refusal.code!}`, refusal.facts ?? {}) : (job.message ?? t('jobs.failed'))} {stays}
    </Alert>
  )
}

/**
 * The good rows are written by the part, and the parts that were written stay; all or nothing, and assets in any case, are one
 * piece, of which nothing stays.
 */
const rowsKept = ({ kind, mapping }: Upload, { done, message }: Job) =>
  mapping?.mode === 'GOOD_ROWS_ONLY' && kind !== 'ASSETS' && message !== 'judging' ? done : 0
