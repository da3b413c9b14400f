import { Alert, Box, Card } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { eventInputOf, eventPatch } from '../api/event-input'
import { type Event, eventQuery, touchedByEvents } from '../api/events'
import { isOver } from '../model/phases'
import { EventForm } from './EventForm'

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
  const [despite, setDespite] = useState('')
  const path = `/events/${event.id}`
  const back = () => navigate({ href: path })
  return (
    <Box maw={1080}>
      <TextLink to={path as '/'} size="sm">
        {[event.number, event.name].filter(Boolean).join(' ')}
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
          despite={{ reason: despite, set: setDespite }}
          values={eventInputOf(event)}
          version={event.version}
          disabled={!can('EVENT_EDIT') || isOver(event.phase)}
          save={(values, { changed, version }) =>
            api.patch<Event>(path, eventPatch(values, changed), { version, query: { despite: despite.trim() || undefined } })
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
    </Box>
  )
}
