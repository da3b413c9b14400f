import { ActionIcon, Button, Card, Checkbox, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, NumberField, RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { languageName } from '@/lib/countries'
import { currencyDigits, numberToMinor, useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { currencies } from '@/lib/zones'
import {
  type Invoice,
  type InvoiceInput,
  invoiceInput,
  type LineInput,
  profitGroups,
  type VatRate,
  vatRatesQuery,
} from '../api/finance'
import { clientCurrencyQuery, clientVatQuery, depositsQuery } from '../api/of-client'

type Props = Pick<
  ResourceFormProps<InvoiceInput, Invoice>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel'
> & {
  /** The one that is changed: it knows what those it points to are called. */
  invoice?: Invoice
}

const paperLanguages = ['en', 'de'] as const

/** What is billed, to whom, and what is deducted. */
export function InvoiceForm({ invoice, ...props }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const credit = invoice?.kind === 'CREDIT_NOTE'
  return (
    <ResourceForm<InvoiceInput, Invoice> schema={invoiceInput} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="title" label={t('finance.title')} required autoFocus maxLength={200} />
        {!credit && (
          <SelectField
            name="kind"
            label={t('finance.kind')}
            required
            data={(['FINAL', 'PART', 'DEPOSIT'] as const).map((one) => ({ value: one, label: t(`finance.kinds.${one}`) }))}
          />
        )}
        <RemoteSelect
          name="clientId"
          label={t('finance.client')}
          endpoint="/clients"
          query={{ archived: false }}
          chosenLabel={invoice?.client.name}
          required
          disabled={credit}
        />
        {can('EVENT_READ') && (
          <RemoteSelect name="eventId" label={t('finance.event')} endpoint="/events" chosenLabel={invoice?.event?.name} />
        )}
        <DateField name="suppliedFrom" label={t('finance.suppliedFrom')} />
        <DateField name="suppliedTo" label={t('finance.suppliedTo')} />
        {!credit && (
          <NumberField
            name="paymentDays"
            label={t('finance.paymentDays')}
            description={t('finance.paymentDaysHint')}
            min={0}
            max={365}
          />
        )}
        <TextField name="buyerReference" label={t('finance.buyerReference')} maxLength={100} />
        <SelectField
          name="currency"
          label={t('finance.currency')}
          description={t('finance.currencyHint')}
          data={currencies}
          disabled={credit || Boolean(invoice?.quoteId)}
          searchable
        />
        <SelectField
          name="language"
          label={t('finance.language')}
          description={t('finance.languageHint')}
          data={[...new Set([...paperLanguages, ...(invoice ? [invoice.language] : [])])].map((one) => ({
            value: one,
            label: languageName(format.locale, one) ?? one,
          }))}
        />
      </SimpleGrid>
      <TextAreaField name="introduction" label={t('finance.introduction')} rows={2} maxLength={5_000} />
      <Lines fresh={!invoice} />
      {(!credit || props.values.deposits.length > 0) && <Deposits own={invoice?.id} />}
      <TextAreaField name="closing" label={t('finance.closing')} rows={2} maxLength={5_000} />
    </ResourceForm>
  )
}

const sumOf = (line: LineInput | undefined, currency: string) =>
  numberToMinor(((line?.quantity ?? 0) * (line?.unitPrice ?? 0) * (100 - (line?.discountPercent ?? 0))) / 100, currency)

/** @param fresh nobody chose anything so far */
function Lines({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { control, setValue, getValues } = useFormContext<InvoiceInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' })
  const lines = useWatch({ control, name: 'lines' })
  const rates = useQuery(vatRatesQuery)
  const inUse = (rates.data?.items ?? []).filter((one) => !one.archivedAt)
  const standard = inUse.find((one) => one.standard) ?? inUse[0]
  const setRate = (index: number, rate: Pick<VatRate, 'category' | 'percent' | 'exemptionReason'>) => {
    setValue(`lines.${index}.vatCategory`, rate.category, { shouldDirty: true })
    setValue(`lines.${index}.vatPercent`, Number(rate.percent), { shouldDirty: true })
    setValue(`lines.${index}.exemptionReason`, rate.exemptionReason, { shouldDirty: true })
  }
  const keyOf = (one: { category?: string; vatCategory?: string; percent?: number; vatPercent?: number }) =>
    `${one.category ?? one.vatCategory} ${Number(one.percent ?? one.vatPercent)}`
  const [clientId, chosen] = useWatch({ control, name: ['clientId', 'currency'] })
  const usualCurrency = useQuery({ ...clientCurrencyQuery(clientId), enabled: Boolean(clientId) && can('CLIENT_READ') }).data
  const currency = chosen ?? usualCurrency?.currency ?? format.currency
  const ofClient = useQuery(clientVatQuery(clientId)).data
  const usual = ofClient ?? standard
  const former = useRef<string>(undefined)
  useEffect(() => {
    if (!ofClient || !standard) return
    const before = former.current ?? (fresh ? keyOf(standard) : undefined)
    former.current = keyOf(ofClient)
    if (before === undefined || before === former.current) return
    getValues('lines').forEach((line, index) => {
      if (keyOf(line) === before) setRate(index, ofClient)
    })
  })
  const net = (lines ?? []).reduce((sum, line) => sum + sumOf(line, currency).amountMinor, 0)
  return (
    <Stack gap="sm" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={4}>
        {t('finance.lines')}
      </Text>
      {fields.map((field, index) => {
        const line = lines?.[index]
        const name = line?.text || t('finance.lineN', { n: index + 1 })
        const known = inUse.some((one) => line && keyOf(one) === keyOf(line))
        return (
          <Card key={field.key} withBorder padding="sm" role="group" aria-label={name}>
            <Group gap="xs" align="flex-end" wrap="wrap">
              <div style={{ flex: '3 1 220px' }}>
                <TextField name={`lines.${index}.text`} label={t('finance.text')} required maxLength={500} />
              </div>
              <div style={{ flex: '1 1 90px' }}>
                <NumberField name={`lines.${index}.quantity`} label={t('finance.quantity')} decimals={3} required />
              </div>
              <div style={{ flex: '1 1 80px' }}>
                <TextField name={`lines.${index}.unit`} label={t('finance.unit')} required maxLength={20} />
              </div>
              <div style={{ flex: '1 1 120px' }}>
                <NumberField
                  name={`lines.${index}.unitPrice`}
                  label={t('finance.unitPrice')}
                  decimals={Math.max(4, currencyDigits(currency))}
                  min={0}
                  unit={currency}
                  required
                />
              </div>
              <div style={{ flex: '1 1 90px' }}>
                <NumberField
                  name={`lines.${index}.discountPercent`}
                  label={t('finance.discount')}
                  decimals={2}
                  min={0}
                  max={100}
                  unit="%"
                />
              </div>
              <div style={{ flex: '1 1 150px' }}>
                <VatSelect
                  name={`lines.${index}.vatCategory`}
                  label={t('finance.vat')}
                  value={line ? keyOf(line) : ''}
                  data={[
                    ...inUse.map((one) => ({ value: keyOf(one), label: one.name })),
                    ...(line && !known ? [{ value: keyOf(line), label: `${format.percent(line.vatPercent)}` }] : []),
                  ]}
                  onChange={(key) => {
                    const rate = inUse.find((one) => keyOf(one) === key)
                    if (rate) setRate(index, rate)
                  }}
                />
              </div>
              <div style={{ flex: '1 1 140px' }}>
                <SelectField
                  name={`lines.${index}.profitGroup`}
                  label={t('finance.group')}
                  required
                  data={profitGroups.map((one) => ({ value: one, label: t(`finance.groups.${one}`) }))}
                />
              </div>
              <Text className="num" ta="right" miw={90} pb={8} aria-label={t('finance.lineSum')}>
                {format.money(sumOf(line, currency))}
              </Text>
              <ActionIcon size={36} aria-label={t('finance.removeLine', { name })} onClick={() => remove(index)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Card>
        )
      })}
      <Group justify="space-between">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            append({
              text: '',
              description: null,
              quantity: 1,
              unit: t('finance.piece'),
              unitPrice: 0,
              discountPercent: 0,
              vatCategory: usual?.category ?? 'STANDARD',
              vatPercent: Number(usual?.percent ?? 19),
              exemptionReason: usual?.exemptionReason ?? null,
              profitGroup: 'EQUIPMENT',
              eventId: null,
              costId: null,
              quotePartId: null,
            })
          }
        >
          {t('finance.addLine')}
        </Button>
        <Text fw={600} className="num">
          {t('finance.netSum', { sum: format.money({ amountMinor: net, currency }) })}
        </Text>
      </Group>
    </Stack>
  )
}

function VatSelect({
  name,
  label,
  value,
  data,
  onChange,
}: {
  name: string
  label: string
  value: string
  data: { value: string; label: string }[]
  onChange: (key: string | null) => void
}) {
  const { fieldState } = useController({ name })
  return (
    <Select
      label={label}
      value={value}
      data={data}
      onChange={onChange}
      allowDeselect={false}
      required
      withAsterisk
      error={fieldState.error?.message}
    />
  )
}

/** Deposits of the client that were billed and that nothing deducts yet, and those that this one does. */
function Deposits({ own }: { own?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { control } = useFormContext<InvoiceInput>()
  const [clientId, kind] = useWatch({ control, name: ['clientId', 'kind'] })
  const { field } = useController({ control, name: 'deposits' })
  const enabled = Boolean(clientId) && kind !== 'DEPOSIT'
  const chosen = field.value ?? []
  // What this draft deducts is free for nobody else, and stays to be ticked again.
  const everChosen = useRef(new Set<string>())
  for (const id of chosen) everChosen.current.add(id)
  const free = useQuery({ ...depositsQuery(clientId ?? '', true), enabled }).data?.items ?? []
  const all = useQuery({ ...depositsQuery(clientId ?? ''), enabled: enabled && everChosen.current.size > 0 })
  const held = (all.data?.items ?? []).filter((one) => everChosen.current.has(one.id) && free.every(({ id }) => id !== one.id))
  const offered = [...held, ...free.filter((one) => one.id !== own)]
  if (kind === 'DEPOSIT' || offered.length === 0) return null
  return (
    <Stack gap={6} component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={600}>
        {t('finance.deducts')}
      </Text>
      {offered.map((one) => (
        <Checkbox
          key={one.id}
          label={`${one.number} ${one.title}: ${format.money(one.gross)}`}
          checked={chosen.includes(one.id)}
          onChange={(event) =>
            field.onChange(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
          }
        />
      ))}
    </Stack>
  )
}
