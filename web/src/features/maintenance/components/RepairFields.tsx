import { Autocomplete, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, RemoteSelect, SelectField, TextAreaField } from '@/components/form/fields'
import { useCan } from '@/lib/session'
import { faultCategoriesQuery, type Repair, severities } from '../api/repairs'
import { pathOf } from './pathOf'

/** How bad it is, of what kind, and in words. */
export function FaultFields() {
  const { t } = useTranslation()
  return (
    <>
      <TextAreaField
        name="description"
        label={t('maintenance.description')}
        description={t('maintenance.descriptionHint')}
        required
        maxLength={5000}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <SelectField
          name="severity"
          label={t('maintenance.severity')}
          required
          data={severities.map((one) => ({ value: one, label: t(`maintenance.severities.${one}`) }))}
        />
        <FaultCategoryField />
      </SimpleGrid>
    </>
  )
}

/** A word of one's own, with those entered before to choose from. */
function FaultCategoryField() {
  const { t } = useTranslation()
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name: 'faultCategory', control })
  const known = useQuery(faultCategoriesQuery)
  return (
    <Autocomplete
      label={t('maintenance.faultCategory')}
      placeholder={t('maintenance.faultCategoryHint')}
      data={known.data ?? []}
      maxLength={100}
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      value={field.value ?? ''}
      onChange={(value) => field.onChange(value || null)}
      error={fieldState.error?.message}
    />
  )
}

/** Who sees to it, where, and until when. */
export function HandsFields({
  repair,
  shopRequired,
  shopDisabled,
}: {
  repair?: Repair
  shopRequired?: boolean
  shopDisabled?: boolean
}) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <SimpleGrid cols={{ base: 1, sm: can('USER_READ') ? 3 : 2 }} spacing="md">
      {can('USER_READ') && (
        <RemoteSelect
          name="assignedToId"
          label={t('maintenance.assignedTo')}
          endpoint="/users"
          query={{ state: 'ACTIVE' }}
          chosenLabel={repair?.assignedTo?.name}
        />
      )}
      <RemoteSelect
        name="repairShopId"
        label={t('maintenance.repairShop')}
        endpoint="/locations"
        query={{ kind: 'REPAIR_SHOP' }}
        optionLabel={pathOf}
        chosenLabel={repair?.repairShop?.name}
        required={shopRequired}
        disabled={shopDisabled}
      />
      <DateField name="expectedBack" label={t('maintenance.expectedBack')} />
    </SimpleGrid>
  )
}
