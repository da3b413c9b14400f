import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActivityList } from '@/components/ActivityList'
import type { Filled } from '../api/boards'
import { Alerts } from './widgets/Alerts'
import { CrewDays } from './widgets/CrewDays'
import { Pipeline } from './widgets/Pipeline'
import { Standing } from './widgets/Standing'
import { Upcoming } from './widgets/Upcoming'
import { Used } from './widgets/Used'

/** What a widget shows. */
export function WidgetContent({ filled }: { filled: Filled }) {
  const { t } = useTranslation()
  const { upcoming, pipeline, utilisation, stock, crew, activity, equipment } = filled
  if (upcoming) return <Upcoming upcoming={upcoming} />
  if (pipeline) return <Pipeline pipeline={pipeline} />
  if (utilisation) return <Used used={utilisation} />
  if (stock) return <Alerts stock={stock} />
  if (crew) return <CrewDays crew={crew} />
  if (equipment) return <Standing equipment={equipment} />
  // Who signed in is no news on the first page; the activity page has it.
  const entries = (activity ?? []).filter((entry) => entry.action !== 'signed-in').slice(0, 8)
  if (entries.length > 0) return <ActivityList entries={entries} />
  return (
    <Text size="sm" c="dimmed">
      {t('activity.noneText')}
    </Text>
  )
}
