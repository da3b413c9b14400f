import { Group, Text, ThemeIcon } from '@mantine/core'
import {
  type Icon,
  IconActivity,
  IconBox,
  IconCalendarEvent,
  IconChartBar,
  IconCircleCheck,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WidgetKind } from '../../api/boards'

const signs: Record<WidgetKind, Icon> = {
  UPCOMING: IconCalendarEvent,
  PIPELINE: IconTargetArrow,
  UTILISATION: IconChartBar,
  STOCK: IconCircleCheck,
  CREW: IconUsers,
  ACTIVITY: IconActivity,
  EQUIPMENT: IconBox,
}

/** A widget with nothing to show says so, and what would be here. */
export function Nothing({ kind, values }: { kind: WidgetKind; values?: Record<string, string> }) {
  const { t } = useTranslation()
  const Sign = signs[kind]
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon variant="light" color={kind === 'STOCK' ? 'ok' : 'gray'} size={34} radius="md" aria-hidden>
        <Sign size={18} />
      </ThemeIcon>
      <Text size="sm" c={kind === 'STOCK' ? undefined : 'dimmed'}>
        {t(`home.widgets.${kind}.none`, values)}
      </Text>
    </Group>
  )
}
