import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { type HeadInput, headBody, headInput, headOf, type Quote, vatCategories } from '../api/quotes'
import { CancellationFields } from './CancellationFields'
import { useRateName } from './useRateName'

/** For whom, when, until when it holds, and what is taken off the whole. */
export function QuoteForm({ quote, disabled, onSaved }: { quote: Quote; disabled: boolean; onSaved: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const path = `/quotes/${quote.id}`
  return (
    <ResourceForm<HeadInput, Quote>
      schema={headInput}
      values={headOf(quote)}
      version={quote.version}
      disabled={disabled}
      fieldNames={{ 'discount.amountMinor': 'discount', vat: 'vatPercent', 'vat.percent': 'vatPercent' }}
      save={(values, { changed, version }) => api.patch<Quote>(path, headBody(values, changed), { version })}
      reload={async () => {
        const fresh = await api.get<Quote>(path)
        return { values: headOf(fresh), version: fresh.version }
      }}
      onSaved={onSaved}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('quotes.name')} required maxLength={200} />
        <RemoteSelect
          name="clientId"
          label={t('quotes.client')}
          endpoint="/clients"
          query={{ archived: false }}
          chosenLabel={quote.client?.name}
          required={!quote.template}
        />
        {can('CLIENT_READ') && <ContactField />}
        {can('DEAL_READ') && (
          <RemoteSelect name="dealId" label={t('quotes.deal')} endpoint="/deals" chosenLabel={quote.deal?.name} />
        )}
        {can('EVENT_READ') && (
          <RemoteSelect name="eventId" label={t('quotes.event')} endpoint="/events" chosenLabel={quote.event?.name} />
        )}
        {can('LOCATION_READ') && (
          <RemoteSelect
            name="warehouseId"
            label={t('quotes.warehouse')}
            description={t('quotes.warehouseHint')}
            endpoint="/locations"
            query={{ kind: 'WAREHOUSE', archived: false }}
            chosenLabel={quote.warehouse?.name}
          />
        )}
        {can('USER_READ') && (
          <RemoteSelect name="ownerId" label={t('quotes.owner')} endpoint="/users" chosenLabel={quote.owner?.name} />
        )}
        <DateField name="hireFrom" label={t('quotes.hireFrom')} />
        <DateField name="hireTo" label={t('quotes.hireTo')} />
        <NumberField
          name="chargedDays"
          label={t('quotes.chargedDays')}
          description={t('quotes.chargedDaysHint')}
          min={1}
          max={3_660}
          required
        />
        <DateField name="validUntil" label={t('quotes.validUntil')} />
        <NumberField name="clientDiscountPercent" label={t('quotes.clientDiscount')} unit="%" min={0} max={100} decimals={2} />
        <NumberField name="discountPercent" label={t('quotes.wholeDiscount')} unit="%" min={0} max={100} decimals={2} />
        <MoneyField name="discount" label={t('quotes.wholeDiscountAmount')} currency={quote.current.currency} />
        <NumberField name="depositPercent" label={t('quotes.depositPercent')} unit="%" min={0} max={100} decimals={2} />
        <VatFields quote={quote} />
        <TextField name="currency" label={t('quotes.currency')} required maxLength={3} />
        <NumberField
          name="exchangeRate"
          label={t('quotes.exchangeRate')}
          description={t('quotes.exchangeRateHint')}
          min={0}
          decimals={8}
          required
        />
        <SelectField
          name="language"
          label={t('quotes.language')}
          required
          data={(['en', 'de'] as const).map((one) => ({ value: one, label: t(`quotes.languages.${one}`) }))}
        />
      </SimpleGrid>
      <CancellationFields disabled={disabled} />
      <TextAreaField name="intro" label={t('quotes.intro')} rows={3} maxLength={10_000} />
      <TextAreaField name="terms" label={t('quotes.terms')} rows={4} maxLength={20_000} />
      <TextAreaField name="notes" label={t('quotes.notes')} description={t('quotes.notesHint')} rows={2} maxLength={10_000} />
    </ResourceForm>
  )
}

/** Of the people of the client that is chosen; who speaks for another one is left out. */
function ContactField() {
  const { t } = useTranslation()
  const { setValue } = useFormContext<HeadInput>()
  const [clientId, contactId] = useWatch<HeadInput, ['clientId', 'contactId']>({ name: ['clientId', 'contactId'] })
  const contacts = useQuery({
    queryKey: ['clients', clientId],
    queryFn: ({ signal }) => api.get<{ contacts: { id: string; name: string }[] }>(`/clients/${clientId}`, { signal }),
    enabled: Boolean(clientId),
  }).data?.contacts
  const stranger = contacts !== undefined && contactId !== null && contacts.every((one) => one.id !== contactId)
  useEffect(() => {
    if (stranger) setValue('contactId', null, { shouldDirty: true })
  }, [stranger, setValue])
  return (
    <SelectField
      name="contactId"
      label={t('quotes.contact')}
      data={(contacts ?? []).map((one) => ({ value: one.id, label: one.name }))}
      disabled={!clientId}
    />
  )
}

/** Says so where the rate differs from what the client's country and VAT number call for. */
function VatFields({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const rateName = useRateName()
  const [category, percent, client] = useWatch<HeadInput, ['vatCategory', 'vatPercent', 'clientId']>({
    name: ['vatCategory', 'vatPercent', 'clientId'],
  })
  const rule = client && client === quote.client?.id ? quote.vatOfClient : null
  const taxed = category === 'STANDARD'
  const same = rule?.category === category && (!taxed || rule.percent === percent)
  const hint = rule && (same ? !taxed && t('quotes.vatOfClient') : t('quotes.vatUnlikeClient', { rate: rateName(rule) }))
  return (
    <>
      <SelectField
        name="vatCategory"
        label={t('quotes.vat')}
        description={hint || undefined}
        required
        data={vatCategories.map((one) => ({ value: one, label: t(`quotes.vatCategories.${one}`) }))}
      />
      <NumberField
        name="vatPercent"
        label={t('quotes.vatPercent')}
        unit="%"
        min={0}
        max={100}
        decimals={2}
        disabled={!taxed}
        required
      />
    </>
  )
}
