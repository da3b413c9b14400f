import { Badge, Button, Card, Group, Modal, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { countries } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import {
  type Series,
  type Settings,
  seriesQuery,
  settingsQuery,
  touched,
  useBases,
  type VatRate,
  vatCategories,
  vatRatesQuery,
} from '../api/finance'
import { BookTabs } from './FinanceTabs'
import { ReminderSteps } from './ReminderSteps'

/** What invoices say of the company, how they are numbered and taxed, and when they are reminded of. */
export function SettingsPage() {
  const query = useQuery(settingsQuery)
  return (
    <BookTabs tab="/ledger/settings">
      <Stack gap="lg">
        <QueryState query={query}>{(settings) => <Seller key={settings.version} settings={settings} />}</QueryState>
        <SeriesCard />
        <VatCard />
      </Stack>
    </BookTabs>
  )
}

const words = (max: number) => z.string().max(max).nullable()
const stepWords = z.object({ title: z.string().min(1).max(100), text: z.string().min(1).max(2_000) })
const input = z.object({
  seller: z.object({
    legalName: words(200),
    street: words(200),
    postcode: words(20),
    city: words(100),
    country: z.string().length(2),
    vatNumber: words(50),
    taxNumber: words(50),
    registerEntry: words(200),
    iban: words(50),
    bic: words(20),
    bankName: words(100),
    paymentDays: z.number().int().min(0).max(365),
  }),
  useBasis: z.enum(useBases),
  usePercent: z.number().min(0).max(100),
  reminders: z.array(
    z.object({
      level: z.number(),
      daysAfter: z.number().int().min(1).max(365),
      en: stepWords,
      de: stepWords,
    }),
  ),
})
type Input = z.infer<typeof input>

function Seller({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const refresh = useRefresh(touched)
  return (
    <Card padding="lg">
      <ResourceForm<Input, Settings>
        schema={input}
        values={{
          seller: settings.seller,
          useBasis: settings.useBasis,
          usePercent: settings.usePercent,
          reminders: settings.reminders,
        }}
        version={settings.version}
        disabled={!can('LEDGER_EDIT')}
        save={(_, { changed, version }) => api.patch<Settings>('/finance-settings', changed, { version })}
        onSaved={async () => {
          await refresh()
          showDone(t('finance.saved'))
        }}
      >
        <Title order={2} size="h4">
          {t('finance.seller')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          <TextField name="seller.legalName" label={t('finance.legalName')} maxLength={200} />
          <TextField name="seller.street" label={t('finance.street')} maxLength={200} />
          <TextField name="seller.postcode" label={t('finance.postcode')} maxLength={20} />
          <TextField name="seller.city" label={t('finance.city')} maxLength={100} />
          <SelectField name="seller.country" label={t('finance.country')} data={countries(format.locale)} required searchable />
          <TextField name="seller.vatNumber" label={t('finance.vatNumber')} maxLength={50} />
          <TextField name="seller.taxNumber" label={t('finance.taxNumber')} maxLength={50} />
          <TextField name="seller.registerEntry" label={t('finance.registerEntry')} maxLength={200} />
          <TextField name="seller.iban" label={t('finance.iban')} maxLength={50} />
          <TextField name="seller.bic" label={t('finance.bic')} maxLength={20} />
          <TextField name="seller.bankName" label={t('finance.bankName')} maxLength={100} />
          <NumberField name="seller.paymentDays" label={t('finance.paymentDays')} min={0} max={365} required />
          <SelectField
            name="useBasis"
            label={t('finance.useBasis')}
            description={t('finance.useBasisHint')}
            required
            data={useBases.map((one) => ({ value: one, label: t(`finance.useBases.${one}`) }))}
          />
          <NumberField
            name="usePercent"
            label={t('finance.usePercent')}
            description={t('finance.usePercentHint')}
            unit="%"
            decimals={3}
            min={0}
            max={100}
            required
          />
        </SimpleGrid>
        <Title order={2} size="h4" mt="md">
          {t('finance.reminderSteps')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('finance.reminderStepsHint')}
        </Text>
        <ReminderSteps disabled={!can('LEDGER_EDIT')} />
      </ResourceForm>
    </Card>
  )
}

const seriesInput = z.object({
  kind: z.enum(['INVOICE', 'CREDIT_NOTE']),
  name: z.string().trim().min(1).max(60),
  prefix: z.string().max(30),
  width: z.number().int().min(1).max(10),
  yearly: z.boolean(),
  standard: z.boolean(),
})
type SeriesInput = z.infer<typeof seriesInput>

function SeriesCard() {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touched)
  const query = useQuery(seriesQuery)
  const [editing, setEditing] = useState<Series | 'new'>()
  const close = () => setEditing(undefined)
  const series = editing === 'new' ? undefined : editing
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.series')}
        </Title>
        {can('LEDGER_EDIT') && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing('new')}>
            {t('finance.newSeries')}
          </Button>
        )}
      </Group>
      <QueryState query={query}>
        {({ items }) => (
          <Rows
            label={t('finance.series')}
            rows={items.map((one) => ({
              id: one.id,
              name: one.name,
              text: t('finance.nextNumber', { number: one.next }),
              standard: one.standard,
              edit: can('LEDGER_EDIT') ? () => setEditing(one) : undefined,
            }))}
          />
        )}
      </QueryState>
      {editing && (
        <Modal opened onClose={close} title={<Text fw={650}>{series ? series.name : t('finance.newSeries')}</Text>}>
          <ResourceForm<SeriesInput, Series>
            schema={seriesInput}
            values={series ?? { kind: 'INVOICE', name: '', prefix: 'R-{year}-', width: 4, yearly: true, standard: false }}
            version={series?.version}
            inDialog
            onCancel={close}
            save={(all, { changed, version }) =>
              series
                ? api.patch<Series>(`/invoice-series/${series.id}`, changed, { version })
                : api.post<Series>('/invoice-series', seriesInput.parse(all))
            }
            onSaved={async () => {
              await refresh()
              close()
            }}
          >
            <TextField name="name" label={t('finance.name')} required maxLength={60} />
            <SelectField
              name="kind"
              label={t('finance.kind')}
              required
              disabled={Boolean(series)}
              data={(['INVOICE', 'CREDIT_NOTE'] as const).map((one) => ({ value: one, label: t(`finance.seriesKinds.${one}`) }))}
            />
            <TextField name="prefix" label={t('finance.prefix')} description={t('finance.prefixHint')} maxLength={30} />
            <NumberField name="width" label={t('finance.width')} min={1} max={10} required />
            <SwitchField name="yearly" label={t('finance.yearly')} />
            <SwitchField name="standard" label={t('finance.standard')} />
          </ResourceForm>
        </Modal>
      )}
    </Card>
  )
}

const vatInput = z.object({
  name: z.string().trim().min(1).max(100),
  category: z.enum(vatCategories),
  percent: z.number().min(0).max(100),
  exemptionReason: z.string().max(300).nullable(),
  standard: z.boolean(),
})
type VatInput = z.infer<typeof vatInput>

function VatCard() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const refresh = useRefresh(touched)
  const query = useQuery(vatRatesQuery)
  const [editing, setEditing] = useState<VatRate | 'new'>()
  const close = () => setEditing(undefined)
  const rate = editing === 'new' ? undefined : editing
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.vatRates')}
        </Title>
        {can('LEDGER_EDIT') && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing('new')}>
            {t('finance.newVatRate')}
          </Button>
        )}
      </Group>
      <QueryState query={query}>
        {({ items }) => (
          <Rows
            label={t('finance.vatRates')}
            rows={items.map((one) => ({
              id: one.id,
              name: one.name,
              text: [t(`finance.categories.${one.category}`), format.percent(one.percent)].join(' · '),
              standard: one.standard,
              edit: can('LEDGER_EDIT') ? () => setEditing(one) : undefined,
            }))}
          />
        )}
      </QueryState>
      {editing && (
        <Modal opened onClose={close} title={<Text fw={650}>{rate ? rate.name : t('finance.newVatRate')}</Text>}>
          <ResourceForm<VatInput, VatRate>
            schema={vatInput}
            values={rate ?? { name: '', category: 'STANDARD', percent: 19, exemptionReason: null, standard: false }}
            version={rate?.version}
            inDialog
            onCancel={close}
            save={(all, { changed, version }) =>
              rate
                ? api.patch<VatRate>(`/vat-rates/${rate.id}`, changed, { version })
                : api.post<VatRate>('/vat-rates', vatInput.parse(all))
            }
            onSaved={async () => {
              await refresh()
              close()
            }}
          >
            <TextField name="name" label={t('finance.name')} required maxLength={100} />
            <SelectField
              name="category"
              label={t('finance.category')}
              required
              data={vatCategories.map((one) => ({ value: one, label: t(`finance.categories.${one}`) }))}
            />
            <NumberField name="percent" label={t('finance.percent')} decimals={2} unit="%" min={0} max={100} required />
            <TextField name="exemptionReason" label={t('finance.exemptionReason')} maxLength={300} />
            <SwitchField name="standard" label={t('finance.standard')} />
          </ResourceForm>
        </Modal>
      )}
    </Card>
  )
}

type ListedRow = { id: string; name: string; text: string; standard: boolean; edit?: () => void }

function Rows({ label, rows }: { label: string; rows: ListedRow[] }) {
  const { t } = useTranslation()
  return (
    <WideTable minWidth={270} label={label}>
      <Table aria-label={label}>
        <Table.Tbody>
          {rows.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                {one.name} {one.standard && <Badge size="sm">{t('finance.standard')}</Badge>}
                <Text size="sm" c="dimmed" hiddenFrom="sm">
                  {one.text}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">{one.text}</Table.Td>
              <Table.Td ta="right">
                {one.edit && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('finance.editAccount', { name: one.name })}
                    onClick={one.edit}
                  >
                    {t('finance.edit')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  )
}
