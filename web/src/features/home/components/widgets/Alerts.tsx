import { Text, ThemeIcon } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCalendarExclamation,
  IconChevronRight,
  IconPackageOff,
  IconTool,
  IconTruck,
  IconZoomQuestion,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import type { Tone } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { Alert, StockAlerts } from '../../api/boards'
import classes from '../Boards.module.css'
import { Nothing } from './Nothing'

const signs: Record<string, { icon: Icon; tone: Tone }> = {
  shortages: { icon: IconPackageOff, tone: 'bad' },
  'returns-overdue': { icon: IconArrowBackUp, tone: 'bad' },
  'low-stock': { icon: IconPackageOff, tone: 'warn' },
  'inspections-overdue': { icon: IconCalendarExclamation, tone: 'bad' },
  'inspections-due': { icon: IconCalendarExclamation, tone: 'warn' },
  'open-repairs': { icon: IconTool, tone: 'violet' },
  damaged: { icon: IconAlertTriangle, tone: 'bad' },
  lost: { icon: IconZoomQuestion, tone: 'bad' },
  quarantined: { icon: IconBan, tone: 'bad' },
  'in-transit': { icon: IconTruck, tone: 'info' },
}

/** What of the equipment wants somebody's attention, each leading to its list. */
export function Alerts({ stock }: { stock: StockAlerts }) {
  const format = useFormat()
  const { shortages } = stock
  const short = shortages?.events ? [{ kind: 'shortages', count: shortages.events, url: '/shortages' }] : []
  const all = [...short, ...stock.alerts]
  if (all.length === 0) return <Nothing kind="STOCK" />
  return (
    <ul className={classes.alerts}>
      {all.map((alert) => (
        <Line key={alert.kind} alert={alert}>
          {alert.kind === 'shortages' &&
            shortages?.soonest.map((event) => `${event.name} (${format.date(event.from)})`).join(', ')}
        </Line>
      ))}
    </ul>
  )
}

function Line({ alert, children }: { alert: Alert; children?: string | false }) {
  const { t, i18n } = useTranslation()
  const sign = signs[alert.kind] ?? { icon: IconAlertTriangle, tone: 'warn' as Tone }
  const key = `home.alerts.${alert.kind}`
  const words = i18n.exists(`${key}_other`) ? t(key, { count: alert.count }) : `${alert.kind}: ${alert.count}`
  return (
    <li>
      <ThemeIcon variant="light" color={sign.tone} size={34} radius="md" aria-hidden>
        <sign.icon size={18} />
      </ThemeIcon>
      <span className={classes.middle}>
        {alert.url ? (
          <TextLink to={alert.url as '/'} className={classes.cover} c="var(--mantine-color-text)" size="sm" fw={600}>
            {words}
          </TextLink>
        ) : (
          <Text size="sm" fw={600}>
            {words}
          </Text>
        )}
        {children && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {children}
          </Text>
        )}
      </span>
      {alert.url && <IconChevronRight size={16} aria-hidden style={{ opacity: 0.5, marginLeft: 'auto', flex: 'none' }} />}
    </li>
  )
}
