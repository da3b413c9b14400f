import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MoneyField, RemoteSelect, SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'
import type { ActionField } from '../api/inventory'

const shapes = {
  location: { locationId: z.string().min(1) },
  reason: { reason: z.string().max(500).nullable() },
  condition: { condition: z.string().nullable() },
  to: { to: z.string().trim().min(1).max(200) },
  price: { price: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }) },
  writeOff: { writeOff: z.boolean() },
  damaged: { damaged: z.boolean() },
}
const start = { locationId: null, reason: null, condition: null, to: '', price: null, writeOff: false, damaged: false }

/** Asks for what an action needs and no more. */
export function ActionForm(props: {
  fields: ActionField[]
  reasonRequired?: boolean
  submitLabel: string
  onCancel: () => void
  save: (body: Record<string, unknown>) => Promise<unknown>
  onSaved: (answer: unknown) => void
}) {
  const { t } = useTranslation()
  const shape = Object.assign({}, ...props.fields.map((field) => shapes[field])) as z.ZodRawShape
  const schema = z.object(props.reasonRequired ? { ...shape, reason: z.string().trim().min(1).max(500) } : shape)
  const names = Object.keys(shape)
  const values = Object.fromEntries(Object.entries(start).filter(([name]) => names.includes(name))) as Record<string, unknown>
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
        {props.fields.includes('location') && (
          <RemoteSelect
            name="locationId"
            label={t('inventory.toLocation')}
            endpoint="/locations"
            optionLabel={(item) => (item.path as string[]).join(' › ')}
            required
          />
        )}
        {props.fields.includes('to') && <TextField name="to" label={t('inventory.toWhom')} required maxLength={200} />}
        {props.fields.includes('price') && <MoneyField name="price" label={t('inventory.priceEach')} required />}
        {props.fields.includes('damaged') && <SwitchField name="damaged" label={t('inventory.foundDamaged')} />}
        {props.fields.includes('writeOff') && (
          <SwitchField name="writeOff" label={t('inventory.writeOff')} description={t('inventory.writeOffHint')} />
        )}
        {props.fields.includes('reason') && (
          <TextAreaField name="reason" label={t('inventory.reason')} rows={2} maxLength={500} required={props.reasonRequired} />
        )}
      </Stack>
    </ResourceForm>
  )
}
