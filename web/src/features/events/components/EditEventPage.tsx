import { Alert, Box, Card } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useDespite } from '@/components/useDespite'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { eventInputOf, eventPatch } from '../api/event-input'
import { type Event, eventQuery, touchedByEvents } from '../api/events'
import { isOver } from '../model/phases'
import { EventForm } from './EventForm'
import { useWhen } from './useWhen'

/** What is planned of an event, to be changed. */
export function EditEventPage({ id }: { id: string }) {
  const query = useQuery(eventQuery(id))
  return <QueryState query={query}>{(event) => <Loaded key={event.id} event={event} />}</QueryState>
}

function Loaded({ event }: { event: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByEvents)
  const when = useWhen()(event.timeZone)
  // Whatever is changed, dates, warehouse or turnaround: what is held may not be there then.
  const { attempt, dialog } = useDespite(
    {
      text: t('events.notFreeThen'),
      label: t('events.despite'),
      hint: t('events.despiteHint'),
      action: t('events.goOn'),
    },
    when.moment,
  )
  const path = `/events/${event.id}`
  const back = () => navigate({ href: path })
  return (
    <Box maw={1080}>
      <TextLink to={path as '/'} size="sm">
        <Numbered>{[event.number, event.name].filter(Boolean).join(' ')}</Numbered>
      </TextLink>
      <PageHeader title={t('events.editNamed', { name: event.name })} />
      {isOver(event.phase) && (
        <Alert color="warn" mb="md">
          {t('events.overText')}
        </Alert>
      )}
      <Card padding="lg">
        <EventForm
          event={event}
          values={eventInputOf(event)}
          version={event.version}
          disabled={!can('EVENT_EDIT') || isOver(event.phase)}
          save={(values, { changed, version }) =>
            attempt((despite) => api.patch<Event>(path, eventPatch(values, changed), { version, query: { despite } }))
          }
          reload={async () => {
            const fresh = await api.get<Event>(path)
            return { values: eventInputOf(fresh), version: fresh.version }
          }}
          changes={(changed) => eventPatch({ ...eventInputOf(event), ...changed }, changed)}
          onCancel={() => void back()}
          onSaved={async () => {
            await refresh()
            await back()
          }}
        />
      </Card>
      {dialog}
    </Box>
  )
}
