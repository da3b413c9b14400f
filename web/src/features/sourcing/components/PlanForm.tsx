import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, SelectField, TextAreaField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import { type Plan, type PlanInput, planInput, planKinds } from '../api/sourcing'

type Props = Pick<
  ResourceFormProps<PlanInput, Plan>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
> & {
  /** The one that is changed: it knows what those it points to are called. */
  plan?: Plan
}

/** What is bought or sold, how many, and when it arrives or leaves. */
export function PlanForm({ plan, ...props }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <ResourceForm<PlanInput, Plan>
      schema={planInput}
      fieldNames={{ 'unitCost.amountMinor': 'unitCost', 'unitCost.currency': 'unitCost' }}
      {...props}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <SelectField
          name="kind"
          label={t('sourcing.kind')}
          data={planKinds.map((one) => ({ value: one, label: t(`sourcing.kinds.${one}`) }))}
          required
          disabled={plan !== undefined}
        />
        <DateField name="dueOn" label={t('sourcing.dueOn')} description={t('sourcing.dueOnHint')} required />
        <RemoteSelect
          name="productId"
          label={t('sourcing.product')}
          endpoint="/products"
          query={{ archived: false }}
          chosenLabel={plan?.product.name}
          required
        />
        <NumberField name="quantity" label={t('sourcing.pieces')} min={1} max={1_000_000} required />
        <RemoteSelect
          name="warehouseId"
          label={t('sourcing.warehouse')}
          endpoint="/locations"
          query={{ kind: 'WAREHOUSE', archived: false }}
          chosenLabel={plan?.warehouse.name}
          required
        />
        {can('CLIENT_READ') && (
          <RemoteSelect
            name="partnerId"
            label={t('sourcing.partner')}
            description={t('sourcing.planPartnerHint')}
            endpoint="/clients"
            query={{ archived: false }}
            chosenLabel={plan?.partner?.name}
          />
        )}
        <MoneyField name="unitCost" label={t('sourcing.unitCost')} />
      </SimpleGrid>
      <TextAreaField name="note" label={t('sourcing.note')} rows={2} maxLength={2_000} />
    </ResourceForm>
  )
}
