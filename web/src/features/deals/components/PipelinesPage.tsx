import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Pipeline, pipelinesQuery, tones, touched } from '../api/deals'
import { DealsTabs } from './DealsTabs'

const PipelineDialog = later(() => import('./PipelineDialog').then((file) => file.PipelineDialog))

/** The pipelines that deals go through, each with its stages. */
export function PipelinesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const query = useQuery(pipelinesQuery)
  const [open, setOpen] = useState<{ pipeline: Pipeline | null }>()
  const editable = can('PIPELINE_EDIT')
  const archive = async (pipeline: Pipeline) => {
    try {
      await api.post(`/pipelines/${pipeline.id}/${pipeline.archivedAt ? 'restore' : 'archive'}`)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  return (
    <DealsTabs tab="/deals/pipelines">
      <Stack gap="md">
        {editable && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('deals.pipelinesText')}
            </Text>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setOpen({ pipeline: null })}
            >
              {t('deals.newPipeline')}
            </Button>
          </Group>
        )}
        <QueryState query={query}>
          {({ items }) => (
            <>
              {items.map((pipeline) => (
                <Card key={pipeline.id} padding="md" component="section" aria-label={pipeline.name}>
                  <Group justify="space-between" gap="sm" mb="sm">
                    <Group gap="xs">
                      <Text fw={600} component="h2">
                        {pipeline.name}
                      </Text>
                      {pipeline.standard && <StatusBadge tone="info">{t('deals.standard')}</StatusBadge>}
                      {pipeline.archivedAt && <StatusBadge tone="gray">{t('deals.archived')}</StatusBadge>}
                    </Group>
                    {editable && (
                      <Group gap="xs">
                        <Button size="xs" variant="default" onClick={() => setOpen({ pipeline })}>
                          {t('deals.editPipeline')}
                        </Button>
                        {!pipeline.standard && (
                          <Button size="xs" variant="subtle" onClick={() => void archive(pipeline)}>
                            {t(pipeline.archivedAt ? 'deals.restore' : 'deals.archive')}
                          </Button>
                        )}
                      </Group>
                    )}
                  </Group>
                  <Group gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
                    {pipeline.stages.map((stage) => (
                      <li key={stage.id}>
                        <StatusBadge tone={tones[stage.state]}>
                          {`${stage.name} · ${format.percent(stage.probabilityPercent)}`}
                        </StatusBadge>
                      </li>
                    ))}
                  </Group>
                </Card>
              ))}
            </>
          )}
        </QueryState>
      </Stack>
      {open && <PipelineDialog pipeline={open.pipeline} onClose={() => setOpen(undefined)} />}
    </DealsTabs>
  )
}
