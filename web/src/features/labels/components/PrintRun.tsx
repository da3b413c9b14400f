import { Card, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JobFile } from '@/components/JobFile'
import { JobProgress } from '@/components/JobProgress'

/** A large print run while a job makes it, and its file when that is done. */
export function PrintRun({ jobId }: { jobId: string }) {
  const { t } = useTranslation()
  return (
    <Card>
      <Title order={2} size="h4" mb="sm">
        {t('labels.run')}
      </Title>
      <JobProgress jobId={jobId}>{(job) => <JobFile job={job} />}</JobProgress>
    </Card>
  )
}
