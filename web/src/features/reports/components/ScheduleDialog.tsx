import { Modal, MultiSelect, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useMe } from '@/lib/session'
import { z } from '@/lib/validation'
import { type About, type Asked, peopleQuery, rhythms, type Subscription } from '../api/reports'

const touched = ['report-subscriptions'] as const
const input = z.object({
  name: z.string().trim().min(1).max(120),
  format: z.enum(['PDF', 'XLSX']),
  rhythm: z.enum(rhythms),
  weekday: z.string(),
  dayOfMonth: z.number().int().min(1).max(28),
  hour: z.string(),
})
type Input = z.infer<typeof input>

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))

/** Has a report with its filters mailed again and again. */
export function ScheduleDialog({ about, asked, close }: { about: About; asked: Asked; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const refresh = useRefresh(touched)
  const people = useQuery(peopleQuery(about.kind))
  const [to, setTo] = useState([me.id])
  const weekdays = useMemo(() => {
    const name = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' })
    return Array.from({ length: 7 }, (_, day) => ({ value: String(day + 1), label: name.format(Date.UTC(2026, 0, 5 + day)) }))
  }, [format.locale])
  const report = t(`reports.names.${about.kind}`)
  const { client, category, product, warehouse, eventType, ...rest } = asked
  const question = {
    ...rest,
    clients: client,
    categories: category,
    products: product,
    warehouses: warehouse,
    eventTypes: eventType,
  }
  return (
    <Modal opened onClose={close} size="lg" title={<Text fw={650}>{t('reports.subscription.title', { name: report })}</Text>}>
      <ResourceForm<Input, Subscription>
        schema={input}
        values={{ name: report, format: 'PDF', rhythm: 'MONTHLY', weekday: '1', dayOfMonth: 1, hour: '7' }}
        inDialog
        submitLabel={t('reports.subscription.save')}
        onCancel={close}
        save={({ weekday, dayOfMonth, hour, ...values }) =>
          api.post<Subscription>('/report-subscriptions', {
            ...values,
            hour: Number(hour),
            day: values.rhythm === 'WEEKLY' ? Number(weekday) : dayOfMonth,
            report: about.kind,
            question,
            recipients: to,
          })
        }
        onSaved={async (made) => {
          close()
          showDone(t('reports.subscription.saved', { at: format.dateTime(made.nextAt) }))
          await refresh()
        }}
      >
        <TextField name="name" label={t('reports.subscription.name')} required maxLength={120} />
        <SimpleGrid cols={2}>
          <SelectField
            name="rhythm"
            label={t('reports.subscription.rhythm')}
            required
            data={rhythms.map((one) => ({ value: one, label: t(`reports.subscription.${one}`) }))}
          />
          <SelectField
            name="format"
            label={t('reports.subscription.format')}
            required
            data={['PDF', 'XLSX'].map((one) => ({ value: one, label: one }))}
          />
          <Day weekdays={weekdays} />
          <SelectField name="hour" label={t('reports.subscription.hour')} required data={hours} />
        </SimpleGrid>
        <MultiSelect
          label={t('reports.subscription.to')}
          description={t('reports.subscription.toHint')}
          data={(people.data?.items ?? [{ id: me.id, name: me.name }]).map((one) => ({ value: one.id, label: one.name }))}
          value={to}
          onChange={setTo}
          searchable
          required
        />
        <Text size="sm" c="dimmed">
          {t('reports.subscription.moving')}
        </Text>
      </ResourceForm>
    </Modal>
  )
}

/** A day of the week, or of the month, as the rhythm wants it. */
function Day({ weekdays }: { weekdays: { value: string; label: string }[] }) {
  const { t } = useTranslation()
  const rhythm = useWatch<Input, 'rhythm'>({ name: 'rhythm' })
  return rhythm === 'WEEKLY' ? (
    <SelectField name="weekday" label={t('reports.subscription.weekday')} required data={weekdays} />
  ) : (
    <NumberField name="dayOfMonth" label={t('reports.subscription.dayOfMonth')} min={1} max={28} required />
  )
}
