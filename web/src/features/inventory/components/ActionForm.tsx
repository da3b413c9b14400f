import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MoneyField, SelectField, SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'
import type { AssetAction } from '../api/actions'
import { conditionsQuery } from '../api/inventory'
import { LocationField } from './LocationField'

const shapes = {
  location: { locationId: z.string().min(1) },
  place: { locationId: z.string().nullable() },
  reason: { reason: z.string().max(500).nullable() },
  usable: { condition: z.string().nullable() },
  unusable: { condition: z.string().nullable() },
  mended: { mended: z.boolean() },
  to: { to: z.string().trim().min(1).max(200) },
  price: { price: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }) },
  writeOff: { writeOff: z.boolean() },
  damaged: { damaged: z.boolean() },
}
const start = {
  locationId: null,
  reason: null,
  condition: null,
  mended: true,
  to: '',
  price: null,
  writeOff: false,
  damaged: false,
}

/** Asks for what an action needs and no more. */
export function ActionForm(props: {
  action: AssetAction
  submitLabel: string
  onCancel: () => void
  save: (body: Record<string, unknown>) => Promise<unknown>
  onSaved: (answer: unknown) => void
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const { fields, reasonRequired } = props.action
  const shape = Object.assign({}, ...fields.map((field) => shapes[field])) as z.ZodRawShape
  const schema = z.object(reasonRequired ? { ...shape, reason: z.string().trim().min(1).max(500) } : shape)
  const names = Object.keys(shape)
  const values = Object.fromEntries(Object.entries(start).filter(([name]) => names.includes(name))) as Record<string, unknown>
  const asks = (field: (typeof fields)[number]) => fields.includes(field)
  return (
    <ResourceForm<Record<string, unknown>, unknown>
      schema={schema}
      values={values}
      inDialog
      submitLabel={props.submitLabel}
      onCancel={props.onCancel}
      save={(entered) => props.save(entered)}
      onSaved={props.onSaved}
    >
      <Stack gap="md">
        {asks('mended') && <SwitchField name="mended" label={t('inventory.mended')} description={t('inventory.mendedHint')} />}
        {(asks('usable') || asks('unusable')) && <ConditionField usable={asks('usable')} />}
        {asks('location') && <LocationField name="locationId" label={t('inventory.toLocation')} required />}
        {asks('place') && (
          <LocationField name="locationId" label={t('inventory.toLocation')} description={t('inventory.placeHint')} />
        )}
        {asks('to') && <TextField name="to" label={t('inventory.toWhom')} required maxLength={200} />}
        {asks('price') && <MoneyField name="price" label={t('inventory.priceEach')} required />}
        {asks('damaged') && <SwitchField name="damaged" label={t('inventory.foundDamaged')} />}
        {asks('writeOff') && (
          <SwitchField name="writeOff" label={t('inventory.writeOff')} description={t('inventory.writeOffHint')} />
        )}
        {asks('reason') && (
          <TextAreaField name="reason" label={t('inventory.reason')} rows={2} maxLength={500} required={reasonRequired} />
        )}
        {props.children}
      </Stack>
    </ResourceForm>
  )
}

function ConditionField({ usable }: { usable: boolean }) {
  const { t } = useTranslation()
  const { data } = useQuery(conditionsQuery)
  const fitting = (data?.items ?? []).filter((one) => one.usable === usable)
  if (fitting.length < 2) return null
  return (
    <SelectField
      name="condition"
      label={t('inventory.condition')}
      placeholder={fitting[0]?.label}
      data={fitting.map((one) => ({ value: one.name, label: one.label }))}
    />
  )
}
