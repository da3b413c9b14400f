import { Box, Card, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownInputOf } from '@/components/form/own-fields'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useRefresh } from '@/components/useRefresh'
import { api, type Page } from '@/lib/api/client'
import { useMe } from '@/lib/session'
import { dayAfter, wallOf } from '@/lib/wall'
import { type EventInput, newEventBody } from '../api/event-input'
import { type Event, eventSettingsQuery, eventTypesQuery, templatesQuery, touchedByEvents } from '../api/events'
import { CopyForm } from './CopyForm'
import { EventForm } from './EventForm'

/** A new event on a day, in a project, for a client: from nothing or from a template. */
export function NewEventPage(props: { day?: string; project?: string; client?: string; template?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const refresh = useRefresh(touchedByEvents)
  const settings = useQuery(eventSettingsQuery)
  const types = useQuery(eventTypesQuery)
  const templates = useQuery(templatesQuery)
  const [templateId, setTemplateId] = useState(props.template ?? null)
  const template = templates.data?.items.find((one) => one.id === templateId)
  const zone = me.company.timeZone || 'UTC'
  const day = props.day ?? dayAfter(wallOf(new Date().toISOString(), zone), 7)
  const made = async (event: Event) => {
    await refresh()
    await navigate({ href: `/events/${event.id}` })
  }
  const cancel = () => void navigate({ href: '/events' })
  return (
    <Box maw={1080}>
      <TextLink to={'/events' as '/'} size="sm">
        {t('events.events')}
      </TextLink>
      <PageHeader title={t('events.newEvent')} text={t('events.newEventText')} />
      {templates.data && templates.data.items.length > 0 && (
        <Select
          mb="md"
          maw={420}
          label={t('events.beginWith')}
          data={[
            { value: '', label: t('events.beginEmpty') },
            ...templates.data.items.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={templateId ?? ''}
          onChange={(id) => setTemplateId(id || null)}
          searchable={templates.data.items.length > 8}
        />
      )}
      <Card padding="lg">
        {template ? (
          <CopyForm key={template.id} event={template} day={day} onCancel={cancel} onMade={made} />
        ) : (
          <QueryState query={settings} lines={8}>
            {({ occupancy }) => (
              <EventForm
                values={emptyEvent({ ...props, day }, occupancy, types.data, me.id, zone)}
                submitLabel={t('events.create')}
                onCancel={cancel}
                save={(values) => api.post<Event>('/events', newEventBody(values))}
                onSaved={made}
              />
            )}
          </QueryState>
        )}
      </Card>
    </Box>
  )
}

const emptyEvent = (
  { day, project, client }: { day: string; project?: string; client?: string },
  occupancy: EventInput['occupancy'],
  types: Page<{ id: string; standard: boolean }> | undefined,
  plannerId: string,
  timeZone: string,
): EventInput => ({
  name: '',
  projectId: project ?? null,
  clientId: client ?? null,
  venueId: null,
  roomId: null,
  plannerId,
  warehouseId: null,
  typeId: types?.items.find((one) => one.standard)?.id ?? '',
  tags: [],
  timeZone,
  from: `${day}T08:00`,
  to: `${day}T23:00`,
  occupancy,
  blocks: [],
  notes: null,
  custom: ownInputOf({}),
  value: null,
  probabilityPercent: null,
})
