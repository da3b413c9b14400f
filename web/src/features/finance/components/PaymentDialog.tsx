import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api, type Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import { type Invoice, moneyInput, type Payment, touched } from '../api/finance'

const input = z.object({
  clientId: z.string().min(1),
  paidOn: z.string().nullable(),
  amount: moneyInput,
  rate: z.number().positive().nullable(),
  reference: z.string().max(200).nullable(),
  note: z.string().max(1_000).nullable(),
})
type Input = {
  clientId: string | null
  paidOn: string | null
  amount: Money | null
  rate: number | null
  reference: string | null
  note: string | null
}

/** What came from a client, for one invoice or for later. */
export function PaymentDialog({ invoice, onClose }: { invoice?: Invoice; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh(touched)
  const foreign = invoice !== undefined && invoice.currency !== format.currency
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('finance.newPayment')}</Text>}>
      <ResourceForm<Input, Payment>
        schema={input}
        fieldNames={{ 'amount.amountMinor': 'amount', 'amount.currency': 'amount' }}
        values={{
          clientId: invoice?.client.id ?? null,
          paidOn: null,
          amount: invoice?.open ?? null,
          rate: null,
          reference: invoice?.number ?? null,
          note: null,
        }}
        inDialog
        submitLabel={t('finance.enterPayment')}
        onCancel={onClose}
        save={(values) =>
          api.post<Payment>('/payments', { ...values, parts: invoice ? [{ invoiceId: invoice.id, amount: null }] : [] })
        }
        onSaved={async () => {
          await refresh()
          onClose()
          showDone(t('finance.paymentEntered'))
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {!invoice && (
            <RemoteSelect name="clientId" label={t('finance.client')} endpoint="/clients" query={{ archived: false }} required />
          )}
          <MoneyField name="amount" label={t('finance.amount')} description={t('finance.amountHint')} allowNegative required />
          <DateField name="paidOn" label={t('finance.paidOn')} description={t('finance.todayHint')} />
          {foreign && (
            <NumberField
              name="rate"
              label={t('finance.rate', { own: format.currency, other: invoice.currency })}
              decimals={9}
              min={0}
              required
            />
          )}
          <TextField name="reference" label={t('finance.reference')} maxLength={200} />
          <TextField name="note" label={t('finance.note')} maxLength={1_000} />
        </SimpleGrid>
      </ResourceForm>
    </Modal>
  )
}
