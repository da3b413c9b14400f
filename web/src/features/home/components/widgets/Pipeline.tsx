import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { minorToNumber, useFormat } from '@/lib/format'
import type { PipelineValue } from '../../api/boards'
import classes from '../Boards.module.css'
import { Figure } from './Figure'
import { Nothing } from './Nothing'

export function Pipeline({ pipeline }: { pipeline: PipelineValue }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { open, stages, won, lost } = pipeline
  if (stages.every((stage) => stage.deals === 0) && won.deals + lost.deals === 0) return <Nothing kind="PIPELINE" />
  const main = open[0]
  // Bars of one currency can be compared; the others are told in words.
  const size = (stage: PipelineValue['stages'][number]) => {
    const sum = stage.sums.find((one) => one.value.currency === main?.value.currency)
    return sum ? { value: minorToNumber(sum.value), weighted: minorToNumber(sum.weighted) } : { value: 0, weighted: 0 }
  }
  const most = Math.max(1, ...stages.map((stage) => size(stage).value))
  return (
    <>
      <div className={classes.figures}>
        {open.slice(0, 2).map((sum) => (
          <Figure
            key={sum.value.currency}
            label={t('home.widgets.PIPELINE.open')}
            value={format.money(sum.value)}
            note={t('home.widgets.PIPELINE.weighted', { money: format.money(sum.weighted) })}
          />
        ))}
        <Figure
          label={t('home.widgets.PIPELINE.won', { day: format.date(pipeline.since) })}
          value={won.sums[0] ? format.money(won.sums[0]) : format.number(won.deals)}
          note={t('home.widgets.PIPELINE.wonDeals', { won: format.number(won.deals), lost: format.number(lost.deals) })}
        />
      </div>
      <ul className={classes.stages}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" truncate>
                {stage.pipelineName ? `${stage.pipelineName} · ${stage.name}` : stage.name}
                <Text span size="xs" c="dimmed" ml={6} className="num">
                  {t('home.widgets.PIPELINE.deals', { count: stage.deals })}
                </Text>
              </Text>
              <Text size="sm" className="num" style={{ whiteSpace: 'nowrap' }}>
                {stage.sums.map((sum) => format.money(sum.value)).join(' + ')}
              </Text>
            </Group>
            <div className={classes.bar} aria-hidden>
              <i style={{ width: `${(size(stage).value / most) * 100}%` }} />
              <b style={{ width: `${(size(stage).weighted / most) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs" mt="xs">
        <Text size="xs" c={pipeline.overdue > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
          {t('home.widgets.PIPELINE.overdue', { count: pipeline.overdue })}
        </Text>
        <TextLink to={'/deals/forecast' as '/'} size="xs">
          {t('home.widgets.PIPELINE.forecast')}
        </TextLink>
      </Group>
    </>
  )
}
