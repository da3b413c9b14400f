import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, RemoteSelect, TextAreaField } from '@/components/form/fields'
import type { Transfer } from '../api/transfers'

export const pathOf = (item: { name?: string; [field: string]: unknown }) =>
  Array.isArray(item.path) ? item.path.join(' › ') : (item.name ?? '')

const ends = { kind: ['WAREHOUSE', 'ZONE', 'VENUE', 'TRUCK', 'REPAIR_SHOP', 'PARTNER'] }

/** From where to where, when, and what else there is to say. */
export function TransferFields({ transfer, from = transfer?.from }: { transfer?: Transfer; from?: Transfer['from'] }) {
  const { t } = useTranslation()
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <RemoteSelect
          name="fromId"
          label={t('transfers.from')}
          endpoint="/locations"
          query={ends}
          optionLabel={pathOf}
          chosenLabel={from?.name}
          required
        />
        <RemoteSelect
          name="toId"
          label={t('transfers.to')}
          endpoint="/locations"
          query={ends}
          optionLabel={pathOf}
          chosenLabel={transfer?.to.name}
          required
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField name="plannedOn" label={t('transfers.plannedOn')} />
        <DateField name="arrivesOn" label={t('transfers.arrivesOn')} description={t('transfers.arrivesOnHint')} />
      </SimpleGrid>
      <TextAreaField name="note" label={t('transfers.note')} rows={2} maxLength={2000} />
    </>
  )
}
