import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { EventCard, Filled } from '../../api/boards'
import classes from '../Boards.module.css'
import { Nothing } from './Nothing'

const tones: Record<string, Tone> = { ENQUIRY: 'gray', QUOTED: 'info', CONFIRMED: 'brand', ON_SITE: 'ok', CLOSED: 'gray' }

export function Upcoming({ upcoming }: { upcoming: NonNullable<Filled['upcoming']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { events, total, until } = upcoming
  if (events.length === 0) return <Nothing kind="UPCOMING" values={{ day: format.date(until) }} />
  return (
    <>
      <ul className={classes.rows}>
        {events.map((event) => (
          <Row key={event.id} event={event} />
        ))}
      </ul>
      {total > events.length && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('home.widgets.UPCOMING.others', { number: format.number(total - events.length), day: format.date(until) })}
        </Text>
      )}
    </>
  )
}

function Row({ event }: { event: EventCard }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const from = new Date(event.from)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(format.locale, { ...options, timeZone: event.timeZone }).format(from)
  const phase = `history.values.${event.phase}`
  return (
    <li>
      <span className={classes.day} style={event.colour ? { borderLeftColor: event.colour } : undefined} aria-hidden>
        <b className="num">{part({ day: 'numeric' })}</b>
        <span>{part({ month: 'short' }).replace('.', '')}</span>
      </span>
      <span className={classes.middle}>
        <TextLink to={`/events/${event.id}` as '/'} className={classes.cover} c="var(--mantine-color-text)" size="sm" fw={600}>
          {event.name}
        </TextLink>
        <Text size="xs" c="dimmed" truncate>
          {[format.dates(event.from, event.to), event.venueName ?? event.clientName].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <span className={classes.signs}>
        {event.lacking > 0 && (
          <StatusBadge tone="bad">{t('home.widgets.UPCOMING.lacking', { count: event.lacking })}</StatusBadge>
        )}
        <StatusBadge tone={tones[event.phase] ?? 'violet'}>
          {event.ownPhaseName ?? (i18n.exists(phase) ? t(phase) : event.phase)}
        </StatusBadge>
      </span>
    </li>
  )
}
