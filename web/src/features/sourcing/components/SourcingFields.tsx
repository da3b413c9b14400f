import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect, TextAreaField } from '@/components/form/fields'
import type { Named } from '../api/sourcing'

/** `chosen` is what the field points to already: it knows what that is called. */
type Chosen = { chosen?: Named | null; description?: string }

/** So many pieces of a product. */
export function PiecesFields({ chosen }: Chosen) {
  const { t } = useTranslation()
  return (
    <>
      <RemoteSelect
        name="productId"
        label={t('sourcing.product')}
        endpoint="/products"
        query={{ archived: false }}
        chosenLabel={chosen?.name}
        required
      />
      <NumberField name="quantity" label={t('sourcing.pieces')} min={1} max={1_000_000} required />
    </>
  )
}

export function WarehouseField({ chosen, description }: Chosen) {
  const { t } = useTranslation()
  return (
    <RemoteSelect
      name="warehouseId"
      label={t('sourcing.warehouse')}
      description={description}
      endpoint="/locations"
      query={{ kind: 'WAREHOUSE', archived: false }}
      chosenLabel={chosen?.name}
      required
    />
  )
}

export function PartnerField({ chosen, description, required }: Chosen & { required?: boolean }) {
  const { t } = useTranslation()
  return (
    <RemoteSelect
      name="partnerId"
      label={t('sourcing.partner')}
      description={description}
      endpoint="/clients"
      query={{ archived: false }}
      chosenLabel={chosen?.name}
      required={required}
    />
  )
}

export function NoteField() {
  const { t } = useTranslation()
  return <TextAreaField name="note" label={t('sourcing.note')} rows={2} maxLength={2_000} />
}
