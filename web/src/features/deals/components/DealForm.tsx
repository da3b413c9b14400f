import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { type Deal, type DealInput, dealInput, type Named, pipelinesQuery } from '../api/deals'

type Props = Pick<
  ResourceFormProps<DealInput, Deal>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
> & {
  /** The one that is changed: it knows what those it points to are called. */
  deal?: Deal
  /** A new one says where it begins; afterwards it is moved. */
  fresh?: boolean
}

/** With whom, for how much, how likely, when and where. */
export function DealForm({ deal, fresh, ...props }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <ResourceForm<DealInput, Deal>
      schema={dealInput}
      fieldNames={{ 'value.amountMinor': 'value', 'value.currency': 'value' }}
      {...props}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('deals.name')} required autoFocus maxLength={200} />
        <RemoteSelect
          name="clientId"
          label={t('deals.client')}
          endpoint="/clients"
          query={{ archived: false }}
          chosenLabel={deal?.client.name}
          required
        />
        <ContactField />
        {fresh && <StageField />}
        <MoneyField name="value" label={t('deals.value')} />
        <NumberField
          name="probabilityPercent"
          label={t('deals.probability')}
          description={t('deals.probabilityHint')}
          unit="%"
          min={0}
          max={100}
        />
        <DateField name="expectedClose" label={t('deals.expectedClose')} />
        {can('USER_READ') && (
          <RemoteSelect name="ownerId" label={t('deals.owner')} endpoint="/users" chosenLabel={deal?.owner?.name} />
        )}
        <DateField name="eventFrom" label={t('deals.eventFrom')} />
        <DateField name="eventTo" label={t('deals.eventTo')} />
        {can('VENUE_READ') && (
          <RemoteSelect
            name="venueId"
            label={t('deals.venue')}
            endpoint="/venues"
            query={{ archived: false }}
            chosenLabel={deal?.venue?.name}
          />
        )}
        {can('EVENT_READ') && (
          <RemoteSelect
            name="eventId"
            label={t('deals.event')}
            description={t('deals.eventHint')}
            endpoint="/events"
            chosenLabel={deal?.event?.name}
          />
        )}
        <TextField name="competitor" label={t('deals.competitor')} description={t('deals.competitorHint')} maxLength={200} />
      </SimpleGrid>
      <TextAreaField name="notes" label={t('deals.notes')} rows={3} maxLength={10_000} />
    </ResourceForm>
  )
}

/** Of the people of the client that is chosen. */
function ContactField() {
  const { t } = useTranslation()
  const clientId = useWatch<DealInput, 'clientId'>({ name: 'clientId' })
  const client = useQuery({
    queryKey: ['clients', clientId],
    queryFn: ({ signal }) => api.get<{ contacts: Named[] }>(`/clients/${clientId}`, { signal }),
    enabled: Boolean(clientId),
  })
  return (
    <SelectField
      name="contactId"
      label={t('deals.contact')}
      data={(client.data?.contacts ?? []).map((one) => ({ value: one.id, label: one.name }))}
      disabled={!clientId}
    />
  )
}

function StageField() {
  const { t } = useTranslation()
  const { data } = useQuery(pipelinesQuery)
  const inUse = (data?.items ?? []).filter((one) => !one.archivedAt)
  return (
    <SelectField
      name="stageId"
      label={t('deals.stage')}
      description={t('deals.stageHint')}
      data={inUse.map((pipeline) => ({
        group: pipeline.name,
        items: pipeline.stages.filter((stage) => stage.state === 'OPEN').map((stage) => ({ value: stage.id, label: stage.name })),
      }))}
    />
  )
}
