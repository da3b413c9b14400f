import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MoneyField, NumberField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import type { Money } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { amountOf, type QuoteGroup } from '../api/quotes'

const input = z.object({
  name: z.string().max(200).nullable(),
  discountPercent: z.number().min(0).max(100).nullable(),
  discount: z.object({ amountMinor: z.number().min(0), currency: z.string() }).nullable(),
})
type Input = z.infer<typeof input>
type Change = { name: string; discountPercent: number | null; discount: Money | null }

/** What a part of the quote is called, and what is taken off it. */
export function GroupDialog(props: {
  group: QuoteGroup | null
  currency: string
  onDone: (change: Change) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { group } = props
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t(group ? 'quotes.editGroup' : 'quotes.addGroup')}</Text>}>
      <ResourceForm<Input, null>
        schema={input}
        values={{
          name: group?.name ?? null,
          discountPercent: group?.discount.percent ?? null,
          discount: group ? amountOf(group.discount, props.currency) : null,
        }}
        inDialog
        submitLabel={t(group ? 'quotes.keep' : 'quotes.add')}
        onCancel={props.onClose}
        save={async (values) => {
          props.onDone({ ...values, name: values.name ?? '' })
          return null
        }}
      >
        <TextField name="name" label={t('quotes.groupName')} autoFocus maxLength={200} />
        <SimpleGrid cols={2} spacing="md">
          <NumberField name="discountPercent" label={t('quotes.discountPercent')} unit="%" min={0} max={100} decimals={2} />
          <MoneyField name="discount" label={t('quotes.discountAmount')} currency={props.currency} />
        </SimpleGrid>
      </ResourceForm>
    </Modal>
  )
}
