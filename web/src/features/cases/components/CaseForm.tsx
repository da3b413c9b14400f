import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  NumberField,
  RemoteSelect,
  SelectField,
  SwitchField,
  TagsField,
  TextAreaField,
  TextField,
} from '@/components/form/fields'
import { contentsKinds } from '../api/cases'
import { pathOf } from './path'

/** The fields of a case, for a new one and for its details. */
export function CaseFields({ fresh, productName }: { fresh?: boolean; productName?: string | null }) {
  const { t } = useTranslation()
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('cases.name')} required autoFocus maxLength={200} />
        <TextField
          name="number"
          label={t('cases.number')}
          description={fresh ? t('cases.numberHint') : undefined}
          required={!fresh}
          maxLength={50}
        />
        {fresh && (
          <RemoteSelect name="locationId" label={t('cases.location')} endpoint="/locations" optionLabel={pathOf} required />
        )}
        <SelectField
          name="contentsKind"
          label={t('cases.contentsKind')}
          required
          data={contentsKinds.map((kind) => ({ value: kind, label: t(`cases.contentsKinds.${kind}`) }))}
        />
        <RemoteSelect
          name="productId"
          label={t('cases.product')}
          description={t('cases.productHint')}
          endpoint="/products"
          chosenLabel={productName ?? undefined}
        />
        <NumberField name="tareWeightGrams" label={t('cases.tareWeight')} unit="kg" scale={1000} min={0} />
        <NumberField name="payloadGramsMax" label={t('cases.payloadMax')} unit="kg" scale={1000} min={0} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 3 }} spacing="sm">
        <NumberField name="lengthMillimetres" label={t('cases.length')} unit="mm" min={1} />
        <NumberField name="widthMillimetres" label={t('cases.width')} unit="mm" min={1} />
        <NumberField name="heightMillimetres" label={t('cases.height')} unit="mm" min={1} />
      </SimpleGrid>
      <SwitchField name="stackable" label={t('cases.stackable')} />
      <TagsField name="aliases" label={t('cases.aliases')} description={t('cases.aliasesHint')} />
      <TextAreaField name="notes" label={t('cases.notes')} rows={2} maxLength={5000} />
    </>
  )
}
