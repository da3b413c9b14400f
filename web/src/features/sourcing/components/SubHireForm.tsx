import { SimpleGrid, Text } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MoneyField, RemoteSelect, SelectField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { useCan, useMe } from '@/lib/session'
import { directions, type SubHire, type SubHireInput, subHireInput } from '../api/sourcing'
import { NoteField, PartnerField, PiecesFields, WarehouseField } from './SourcingFields'

type Props = Pick<
  ResourceFormProps<SubHireInput, SubHire>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'changes' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
> & {
  /** The one that is changed: it knows what those it points to are called. */
  subHire?: SubHire
}

/** From whom or to whom, what, how many, when, and for which event. */
export function SubHireForm({ subHire, ...props }: Props) {
  return (
    <ResourceForm<SubHireInput, SubHire>
      schema={subHireInput}
      fieldNames={{ 'cost.amountMinor': 'cost', 'cost.currency': 'cost' }}
      {...props}
    >
      <Fields subHire={subHire} />
    </ResourceForm>
  )
}

function Fields({ subHire }: { subHire?: SubHire }) {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const direction = useWatch<SubHireInput>({ name: 'direction' }) as SubHireInput['direction']
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <SelectField
          name="direction"
          label={t('sourcing.direction')}
          data={directions.map((one) => ({ value: one, label: t(`sourcing.directions.${one}`) }))}
          required
          disabled={subHire !== undefined}
        />
        <PartnerField chosen={subHire?.partner} description={t('sourcing.partnerHint')} required />
        <PiecesFields chosen={subHire?.product} />
        <MomentField name="from" label={t('sourcing.from')} required />
        <MomentField name="to" label={t('sourcing.to')} required />
        <WarehouseField
          chosen={subHire?.warehouse}
          description={t(direction === 'IN' ? 'sourcing.warehouseIn' : 'sourcing.warehouseOut')}
        />
        {direction === 'IN' && can('EVENT_READ') && (
          <RemoteSelect
            name="eventId"
            label={t('sourcing.event')}
            description={t('sourcing.eventHint')}
            endpoint="/events"
            chosenLabel={subHire?.event?.name}
          />
        )}
        <MoneyField name="cost" label={t('sourcing.cost')} description={t('sourcing.costHint')} />
      </SimpleGrid>
      <NoteField />
      <Text size="xs" c="dimmed">
        {t('sourcing.zone', { zone: me.company.timeZone })}
      </Text>
    </>
  )
}
