import { Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { download } from '@/lib/download'
import type { Job } from './JobProgress'

/** Which kinds of jobs make a file, where it is and how long it lies there. */
const files: Partial<Record<string, { path: (job: Job) => string; keptHours: number }>> = {
  labels: { path: ({ id }) => `/label-runs/${id}/file`, keptHours: 24 },
}

/** The file that a job made, while the server keeps it. */
export function JobFile({ job }: { job: Job }) {
  const { t } = useTranslation()
  const file = files[job.kind]
  if (!file || job.state !== 'DONE' || !job.endedAt) return null
  if (Date.now() - Date.parse(job.endedAt) > file.keptHours * 3_600_000) return null
  return (
    <Stack gap="xs" align="flex-start">
      <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={() => download(file.path(job))}>
        {t('jobs.file')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('jobs.fileKept', { count: file.keptHours })}
      </Text>
    </Stack>
  )
}
