import { useTranslation } from 'react-i18next'
import type { Fact } from '@/components/DetailPage'
import { TextLink } from '@/components/Link'
import { Tags } from '@/components/Tags'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Event } from '../api/events'

/** What is known of an event, in a column beside it. */
export function useEventFacts(event: Event): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const link = (label: string, name: string | null, to: string, needs: string): Fact | null =>
    name === null
      ? null
      : {
          label,
          value: can(needs) ? (
            <TextLink to={to as '/'} inherit>
              {name}
            </TextLink>
          ) : (
            name
          ),
        }
  const facts: (Fact | null | false)[] = [
    link(t('events.client'), event.clientName, `/clients/${event.clientId}`, 'CLIENT_READ'),
    link(t('events.venue'), event.venueName, `/venues/${event.venueId}`, 'VENUE_READ'),
    event.roomName !== null && { label: t('events.room'), value: event.roomName },
    { label: t('events.planner'), value: event.plannerName ?? '–' },
    link(t('events.warehouse'), event.warehouseName, `/locations/${event.warehouseId}`, 'LOCATION_READ'),
    link(t('events.project'), event.projectName, `/projects/${event.projectId}`, 'EVENT_READ'),
    { label: t('events.type'), value: event.typeName },
    event.value !== null && { label: t('events.value'), value: <span className="num">{format.money(event.value)}</span> },
    event.probabilityPercent !== null && { label: t('events.probability'), value: format.percent(event.probabilityPercent) },
    event.tags.length > 0 && {
      label: t('events.tags'),
      value: <Tags tags={event.tags} />,
    },
    { label: t('events.timeZone'), value: event.timeZone },
    { label: t('events.changed'), value: format.relative(event.changedAt) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
