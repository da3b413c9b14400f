import { Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, NumberField, SelectField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import type { Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import { dayAfter, instantOf, wallOf } from '@/lib/wall'
import { type Event, makeSeries, type Series, touchedByEvents } from '../api/events'
import { optionEvent } from '../api/phase'
import { seriesDays } from '../model/series'
import { CopyForm } from './CopyForm'
import type { EventDialog } from './EventPage'

/** What is made from an event, and how long its dates are held. */
export function EventDialogs({ event, dialog, onClose }: { event: Event; dialog: EventDialog; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByEvents)
  const title = {
    copy: t('events.copyTitle', { name: event.name }),
    template: t('events.makeTemplate'),
    series: t('events.seriesTitle', { name: event.name }),
    option: t('events.optionTitle', { name: event.name }),
  }[dialog]
  const open = async (made: Event) => {
    await refresh()
    onClose()
    await navigate({ href: `/events/${made.id}` })
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{title}</Text>}>
      {dialog === 'copy' && <CopyForm event={event} inDialog template={event.template} onCancel={onClose} onMade={open} />}
      {dialog === 'template' && <CopyForm event={event} inDialog template onCancel={onClose} onMade={open} />}
      {dialog === 'series' && <SeriesForm event={event} onClose={onClose} onChanged={refresh} />}
      {dialog === 'option' && <OptionForm event={event} onClose={onClose} onChanged={refresh} />}
    </Modal>
  )
}

type FormProps = { event: Event; onClose: () => void; onChanged: () => Promise<unknown> }

const seriesInput = z.object({
  rhythm: z.enum(['WEEKLY', 'MONTHLY']),
  every: z.number().min(1).max(100),
  ends: z.enum(['COUNT', 'UNTIL']),
  count: z.number().min(2).max(200).nullable(),
  until: z.string().nullable(),
})
type SeriesInput = Omit<Series, 'rhythm'> & { rhythm: 'WEEKLY' | 'MONTHLY'; ends: 'COUNT' | 'UNTIL' }
const ruleOf = ({ rhythm, every, ends, count, until }: SeriesInput): Series => ({
  rhythm,
  every,
  count: ends === 'COUNT' ? count : null,
  until: ends === 'UNTIL' ? until : null,
})

/** More events like this one, each so many weeks or months later, with the days they begin on. */
function SeriesForm({ event, onClose, onChanged }: FormProps) {
  const { t } = useTranslation()
  const first = wallOf(event.from, event.timeZone).slice(0, 10)
  return (
    <ResourceForm<SeriesInput, Page<Event>>
      schema={seriesInput}
      values={{ rhythm: 'WEEKLY', every: 1, ends: 'COUNT', count: 6, until: dayAfter(first, 42) }}
      inDialog
      submitLabel={t('events.makeSeries')}
      onCancel={onClose}
      save={(values) => makeSeries(event.id, ruleOf(values))}
      onSaved={async ({ total }) => {
        await onChanged()
        showDone(t('events.seriesMade', { count: total }))
        onClose()
      }}
    >
      <SimpleGrid cols={2} spacing="md">
        <NumberField name="every" label={t('events.every')} min={1} max={100} required />
        <SelectField
          name="rhythm"
          label={t('events.rhythm')}
          required
          data={[
            { value: 'WEEKLY', label: t('events.rhythms.WEEKLY') },
            { value: 'MONTHLY', label: t('events.rhythms.MONTHLY') },
          ]}
        />
        <SelectField
          name="ends"
          label={t('events.seriesEnds')}
          required
          data={[
            { value: 'COUNT', label: t('events.seriesCount') },
            { value: 'UNTIL', label: t('events.seriesUntil') },
          ]}
        />
        <End />
      </SimpleGrid>
      <SeriesPreview first={first} />
    </ResourceForm>
  )
}

function End() {
  const { t } = useTranslation()
  const ends = useWatch<SeriesInput>({ name: 'ends' })
  return ends === 'COUNT' ? (
    <NumberField name="count" label={t('events.howMany')} description={t('events.howManyHint')} min={2} max={200} required />
  ) : (
    <DateField name="until" label={t('events.lastDay')} required />
  )
}

const PREVIEWED = 8

function SeriesPreview({ first }: { first: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const values = useWatch<SeriesInput>() as SeriesInput
  const days = seriesDays(first, ruleOf(values))
  if (days.length === 0) return null
  // No line ends within a date.
  const whole = (day: string | undefined) => format.date(day).replaceAll(' ', '\u00a0')
  return (
    <Stack gap={4} role="status">
      <Text size="sm" fw={500}>
        {t('events.seriesPreview', { count: days.length })}
      </Text>
      <Text size="sm" c="dimmed" className="num">
        {days.slice(0, PREVIEWED).map(whole).join(' · ')}
        {days.length > PREVIEWED && ` … ${whole(days.at(-1))}`}
      </Text>
    </Stack>
  )
}

const optionInput = z.object({ until: z.string().min(1) })
type OptionInput = { until: string }

/** Until when the dates are held; then it ends by itself. */
function OptionForm({ event, onClose, onChanged }: FormProps) {
  const { t } = useTranslation()
  const zone = event.timeZone
  const until = event.optionedUntil
    ? wallOf(event.optionedUntil, zone)
    : `${dayAfter(wallOf(new Date().toISOString(), zone), 7)}T18:00`
  return (
    <ResourceForm<OptionInput, Event>
      schema={optionInput}
      values={{ until }}
      inDialog
      submitLabel={t(event.optionedUntil ? 'events.prolongOption' : 'events.setOption')}
      onCancel={onClose}
      save={(values) => optionEvent(event.id, instantOf(values.until.slice(0, 16), zone) ?? values.until)}
      onSaved={async () => {
        await onChanged()
        onClose()
      }}
    >
      <MomentField name="until" label={t('events.optionEnds')} description={t('events.inZone', { zone })} required />
      <Text size="sm" c="dimmed">
        {t('events.optionText')}
      </Text>
    </ResourceForm>
  )
}
