import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import type { z } from '@/lib/validation'
import { type AssetInput, assetInput, conditionsQuery, depreciations } from '../api/inventory'
import { LocationField } from './LocationField'

type Values = Omit<AssetInput, 'number' | 'serial' | 'notes' | 'custom'>
type Field = keyof Values

const empty: Values = {
  condition: null,
  homeLocationId: null,
  purchaseDate: null,
  supplier: null,
  firmware: null,
  purchaseCost: null,
  insuranceValue: null,
  depreciation: null,
  usefulLifeMonths: null,
  residualValue: null,
  decliningPercent: null,
}
const mustHave: Field[] = ['condition', 'depreciation']

/** Changes the ticked fields of many and leaves the others as they are; a ticked field left empty is emptied. */
export function BulkEditForm(props: {
  save: (changes: Partial<Values>) => Promise<unknown>
  onSaved: (answer: unknown) => void
  onCancel: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const can = useCan()
  const conditions = useQuery(conditionsQuery)
  const [ticked, setTicked] = useState<Field[]>([])
  const costs = can('ASSET_COST_READ')
  const common = (name: Field, label: string) => ({ name, label, disabled: !ticked.includes(name) })
  const fields: { name: Field; label: string; field: ReactNode }[] = [
    {
      name: 'condition',
      label: t('inventory.condition'),
      field: (
        <SelectField
          {...common('condition', t('inventory.condition'))}
          data={(conditions.data?.items ?? []).map((one) => ({ value: one.name, label: one.label }))}
        />
      ),
    },
    {
      name: 'homeLocationId',
      label: t('inventory.home'),
      field: <LocationField {...common('homeLocationId', t('inventory.home'))} />,
    },
    { name: 'supplier', label: t('inventory.supplier'), field: <TextField {...common('supplier', t('inventory.supplier'))} /> },
    {
      name: 'purchaseDate',
      label: t('inventory.purchaseDate'),
      field: <DateField {...common('purchaseDate', t('inventory.purchaseDate'))} />,
    },
    { name: 'firmware', label: t('inventory.firmware'), field: <TextField {...common('firmware', t('inventory.firmware'))} /> },
  ]
  if (costs) {
    for (const name of ['purchaseCost', 'insuranceValue', 'residualValue'] as const)
      fields.push({ name, label: t(`inventory.${name}`), field: <MoneyField {...common(name, t(`inventory.${name}`))} /> })
    fields.push(
      {
        name: 'depreciation',
        label: t('inventory.depreciation'),
        field: (
          <SelectField
            {...common('depreciation', t('inventory.depreciation'))}
            data={depreciations.map((one) => ({ value: one, label: t(`inventory.depreciations.${one}`) }))}
          />
        ),
      },
      {
        name: 'usefulLifeMonths',
        label: t('inventory.usefulLife'),
        field: (
          <NumberField
            {...common('usefulLifeMonths', t('inventory.usefulLife'))}
            unit={t('inventory.months')}
            min={1}
            max={1200}
          />
        ),
      },
      {
        name: 'decliningPercent',
        label: t('inventory.decliningPercent'),
        field: (
          <NumberField {...common('decliningPercent', t('inventory.decliningPercent'))} unit="%" decimals={2} min={0} max={100} />
        ),
      },
    )
  }
  const shape = assetInput.omit({ number: true, serial: true, notes: true, custom: true })
  const schema = shape.superRefine((values, check) => {
    for (const name of ticked.filter((one) => mustHave.includes(one) && values[one] === null))
      check.addIssue({ code: 'custom', path: [name], message: t('form.required') })
  }) as unknown as z.ZodType
  return (
    <ResourceForm<Values, unknown>
      schema={schema}
      values={empty}
      inDialog
      submitLabel={t('inventory.bulkSubmit.EDIT')}
      onCancel={props.onCancel}
      save={(values) => props.save(Object.fromEntries(ticked.map((name) => [name, values[name]])))}
      onSaved={props.onSaved}
    >
      <Text size="sm" c="dimmed">
        {t('inventory.bulkEditHint')}
      </Text>
      <Stack gap="xs">
        {fields.map(({ name, label, field }) => (
          <Group key={name} wrap="nowrap" align="flex-end" gap="sm">
            <Checkbox
              mb={8}
              aria-label={t('inventory.changeField', { field: label })}
              checked={ticked.includes(name)}
              onChange={(event) =>
                setTicked(event.currentTarget.checked ? [...ticked, name] : ticked.filter((one) => one !== name))
              }
            />
            <div style={{ flex: 1, minWidth: 0 }}>{field}</div>
          </Group>
        ))}
      </Stack>
      {ticked.length === 0 && <Alert color="info">{t('inventory.bulkNothing')}</Alert>}
      {props.children}
    </ResourceForm>
  )
}
