import { Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api, type Page } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Quote, touched } from '../api/quotes'

const input = z.object({
  name: z.string().max(200).nullable(),
  clientId: z.string().nullable(),
  dealId: z.string().nullable(),
  eventId: z.string().nullable(),
  listId: z.string().nullable(),
  copyOf: z.string().nullable(),
  template: z.boolean(),
})
type Input = z.infer<typeof input>

/** For whom, or from which deal; with the lines of a template or of another quote. */
export function NewQuote(props: { template: boolean; clientId?: string; dealId?: string; copyOf?: string; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{t('quotes.new')}</Text>}>
      <ResourceForm<Input, Quote>
        schema={input}
        values={{
          name: null,
          clientId: props.clientId ?? null,
          dealId: props.dealId ?? null,
          eventId: null,
          listId: null,
          copyOf: props.copyOf ?? null,
          template: props.template,
        }}
        inDialog
        submitLabel={t('quotes.create')}
        onCancel={props.onClose}
        save={({ eventId, ...values }) => api.post<Quote>('/quotes', { ...values, listId: eventId ? values.listId : null })}
        onSaved={async (quote) => {
          await refresh()
          props.onClose()
          await navigate({ href: `/quotes/${quote.id}` })
        }}
      >
        <TextField name="name" label={t('quotes.name')} description={t('quotes.nameHint')} autoFocus maxLength={200} />
        <RemoteSelect name="clientId" label={t('quotes.client')} endpoint="/clients" query={{ archived: false }} />
        {can('DEAL_READ') && (
          <RemoteSelect name="dealId" label={t('quotes.deal')} description={t('quotes.dealHint')} endpoint="/deals" />
        )}
        {can('EVENT_READ') && <FromList />}
        <RemoteSelect
          name="copyOf"
          label={t('quotes.fromTemplate')}
          description={t('quotes.fromTemplateHint')}
          endpoint="/quotes"
          query={{ template: true }}
        />
        <SwitchField name="template" label={t('quotes.asTemplate')} description={t('quotes.asTemplateHint')} />
      </ResourceForm>
    </Modal>
  )
}

/** Of an event, the pull list whose lines are taken over. */
function FromList() {
  const { t } = useTranslation()
  const eventId = useWatch<Input, 'eventId'>({ name: 'eventId' })
  const { data } = useQuery({
    queryKey: ['pull-lists', 'of', eventId],
    queryFn: ({ signal }) => api.get<Page<{ id: string; name: string }>>(`/events/${eventId}/pull-lists`, { signal }),
    enabled: Boolean(eventId),
  })
  return (
    <>
      <RemoteSelect name="eventId" label={t('quotes.event')} description={t('quotes.fromEventHint')} endpoint="/events" />
      {eventId && (
        <SelectField
          name="listId"
          label={t('quotes.fromList')}
          data={(data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </>
  )
}
