import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MoneyField, NumberField, RemoteSelect, SelectField, TagsField, TextAreaField, TextField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { later } from '@/components/later'
import { useCan, useMe } from '@/lib/session'
import { instantOf } from '@/lib/wall'
import { timeZones } from '@/lib/zones'
import { type EventInput, eventInput } from '../api/event-input'
import { type Event, eventTagsQuery, eventTypesQuery, type Venue, venueQuery } from '../api/events'
import { daysBetween, shifted } from '../model/blocks'
import { occupied } from '../model/occupancy'
import { BlockRows } from './BlockRows'
import classes from './Events.module.css'
import { ShortagePreview } from './Shortages'
import { useWhen } from './useWhen'

const OwnFields = later(() => import('@/components/form/OwnFields').then((file) => file.OwnFields))

type Props = Pick<
  ResourceFormProps<EventInput, Event>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'changes' | 'submitLabel' | 'onCancel' | 'disabled'
> & {
  /** The event that is changed: it knows what those it points to are called. */
  event?: Event
}

const fieldNames = {
  'value.amountMinor': 'value',
  'value.currency': 'value',
}

/** All that is planned about an event besides its equipment: what, for whom, where, when, and what it may bring. */
export function EventForm({ event, ...props }: Props) {
  const { t } = useTranslation()
  return (
    <ResourceForm<EventInput, Event> schema={eventInput} fieldNames={fieldNames} {...props}>
      <What event={event} />
      <Section title={t('events.where')}>
        <Where event={event} />
      </Section>
      <Section title={t('events.when')}>
        <OnSite />
        {event && !event.template && <Moved event={event} />}
        <BlockRows />
      </Section>
      <Section title={t('events.occupancy')} text={t('events.occupancyText')}>
        <Taken />
      </Section>
      <Section title={t('events.worth')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <MoneyField name="value" label={t('events.value')} description={t('events.valueHint')} />
          <NumberField
            name="probabilityPercent"
            label={t('events.probability')}
            description={t('events.probabilityHint')}
            unit="%"
            min={0}
            max={100}
          />
        </SimpleGrid>
        <TextAreaField name="notes" label={t('events.notes')} rows={4} maxLength={20_000} />
      </Section>
      <div className={classes.section}>
        <OwnFields disabled={props.disabled} hint={t('events.ownHint')} />
      </div>
    </ResourceForm>
  )
}

function Section(props: { title: string; text?: string; children: ReactNode }) {
  return (
    <Stack gap="md" className={classes.section}>
      <div>
        <Title order={2} size="h5">
          {props.title}
        </Title>
        {props.text && (
          <Text size="sm" c="dimmed">
            {props.text}
          </Text>
        )}
      </div>
      {props.children}
    </Stack>
  )
}

function What({ event }: { event?: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const types = useQuery(eventTypesQuery)
  const data = (types.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))
  // One that is archived stays what it is until somebody chooses another.
  if (event && !data.some((one) => one.value === event.typeId)) data.push({ value: event.typeId, label: event.typeName })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextField name="name" label={t('events.name')} required autoFocus maxLength={200} />
      <SelectField name="typeId" label={t('events.type')} data={data} required />
      {can('CLIENT_READ') && (
        <RemoteSelect
          name="clientId"
          label={t('events.client')}
          description={t('events.clientHint')}
          endpoint="/clients"
          query={{ archived: false }}
          chosenLabel={event?.clientName ?? undefined}
        />
      )}
      <RemoteSelect
        name="projectId"
        label={t('events.project')}
        description={t('events.projectHint')}
        endpoint="/projects"
        chosenLabel={event?.projectName ?? undefined}
      />
      <Planner event={event} />
      <EventTags />
    </SimpleGrid>
  )
}

/** Anybody for who sees the users; otherwise oneself, or who it is. */
function Planner({ event }: { event?: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const me = useMe()
  const common = { name: 'plannerId', label: t('events.planner'), description: t('events.plannerHint') }
  if (can('USER_READ'))
    return (
      <RemoteSelect
        {...common}
        endpoint="/users"
        query={{ state: 'ACTIVE' }}
        chosenLabel={event ? (event.plannerName ?? undefined) : me.name}
      />
    )
  const data = [{ value: me.id, label: me.name }]
  if (event?.plannerId && event.plannerId !== me.id)
    data.push({ value: event.plannerId, label: event.plannerName ?? event.plannerId })
  return <SelectField {...common} data={data} />
}

function Where({ event }: { event?: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const { setValue } = useFormContext<EventInput>()
  const venueId = useWatch<EventInput>({ name: 'venueId' }) as string | null
  const venue = useQuery({ ...venueQuery(venueId ?? ''), enabled: Boolean(venueId) && can('VENUE_READ') })
  const rooms = (venue.data?.rooms ?? []).map((room) => ({ value: room.id, label: room.name }))
  // The one it has is named before the venue's others are there.
  if (!venue.data && event?.roomId && event.roomName && venueId === event.venueId)
    rooms.push({ value: event.roomId, label: event.roomName })
  if (!can('VENUE_READ')) return null
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <RemoteSelect
        name="venueId"
        label={t('events.venue')}
        description={t('events.venueHint')}
        endpoint="/venues"
        query={{ archived: false }}
        chosenLabel={event && venueId === event.venueId ? (event.venueName ?? undefined) : undefined}
        onPicked={(_, item) => {
          setValue('roomId', null, { shouldDirty: true })
          const zone = (item as Venue | undefined)?.timeZone
          if (zone) setValue('timeZone', zone, { shouldDirty: true })
        }}
      />
      <SelectField
        name="roomId"
        label={t('events.room')}
        description={venueId && venue.data && rooms.length === 0 ? t('events.noRooms') : undefined}
        data={rooms}
        disabled={rooms.length === 0}
      />
      {can('LOCATION_READ') && (
        <RemoteSelect
          name="warehouseId"
          label={t('events.warehouse')}
          description={t('events.warehouseHint')}
          endpoint="/locations"
          query={{ kind: 'WAREHOUSE', archived: false }}
          chosenLabel={event?.warehouseName ?? undefined}
        />
      )}
    </SimpleGrid>
  )
}

/** Another day takes the end and the blocks along; another hour does not. */
function OnSite() {
  const { t } = useTranslation()
  const { getValues, setValue } = useFormContext<EventInput>()
  const moved = (before: string, after: string) => {
    if (!after) return
    const { to, blocks } = getValues()
    const set = { shouldDirty: true }
    if (!to) return setValue('to', `${after.slice(0, 10)}T23:00`, set)
    const days = before ? daysBetween(before, after) : 0
    if (days === 0) return
    setValue('to', shifted(to, days), set)
    setValue(
      'blocks',
      blocks.map((block) => ({ ...block, from: shifted(block.from, days), to: shifted(block.to, days) })),
      set,
    )
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
      <MomentField name="from" label={t('events.onSiteFrom')} description={t('events.onSiteHint')} required onLeft={moved} />
      <MomentField name="to" label={t('events.onSiteTo')} required />
      <SelectField
        name="timeZone"
        label={t('events.timeZone')}
        description={t('events.timeZoneHint')}
        data={timeZones()}
        searchable
        required
      />
    </SimpleGrid>
  )
}

/** What the event would lack at the times that are entered now, once they are others. */
function Moved({ event }: { event: Event }) {
  const [from, to, timeZone] = useWatch<EventInput>({ name: ['from', 'to', 'timeZone'] }) as [string, string, string]
  const [begins, ends] = [instantOf(from, timeZone), instantOf(to, timeZone)]
  const same = Date.parse(begins ?? '') === Date.parse(event.from) && Date.parse(ends ?? '') === Date.parse(event.to)
  if (!begins || !ends || begins >= ends || same) return null
  return <ShortagePreview eventId={event.id} from={begins} to={ends} timeZone={timeZone} />
}

function Taken() {
  const { t } = useTranslation()
  const when = useWhen()
  const [from, to, timeZone, occupancy] = useWatch<EventInput>({
    name: ['from', 'to', 'timeZone', 'occupancy'],
  }) as unknown as [string, string, string, EventInput['occupancy']]
  const [begins, ends] = [instantOf(from, timeZone), instantOf(to, timeZone)]
  const sound = begins && ends && begins < ends && Object.values(occupancy).every((one) => typeof one === 'number')
  const hours = { unit: 'h', scale: 60, decimals: 2, min: 0, max: 1_440, required: true }
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" style={{ alignItems: 'end' }}>
        <NumberField name="occupancy.prepMinutes" label={t('events.legs.prep')} {...hours} />
        <NumberField name="occupancy.transitBeforeMinutes" label={t('events.legs.there')} {...hours} />
        <NumberField name="occupancy.transitAfterMinutes" label={t('events.legs.back')} {...hours} />
        <NumberField name="occupancy.turnaroundMinutes" label={t('events.legs.turnaround')} {...hours} />
      </SimpleGrid>
      {sound && (
        <Text size="sm" role="status">
          {t('events.takenFor', { span: when(timeZone).span(occupied({ from: begins, to: ends, occupancy })) })}
        </Text>
      )}
    </>
  )
}

function EventTags() {
  const { t } = useTranslation()
  const tags = useQuery(eventTagsQuery)
  return <TagsField name="tags" label={t('events.tags')} suggestions={tags.data?.items} />
}
