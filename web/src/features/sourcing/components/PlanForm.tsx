import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, SelectField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import { type Plan, type PlanInput, planInput, planKinds } from '../api/sourcing'
import { NoteField, PartnerField, PiecesFields, WarehouseField } from './SourcingFields'

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
        <PiecesFields chosen={plan?.product} />
        <WarehouseField chosen={plan?.warehouse} />
        {can('CLIENT_READ') && <PartnerField chosen={plan?.partner} description={t('sourcing.planPartnerHint')} />}
        <MoneyField name="unitCost" label={t('sourcing.unitCost')} />
      </SimpleGrid>
      <NoteField />
    </ResourceForm>
  )
}
