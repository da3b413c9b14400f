import { Group, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect, SelectField, SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { api, type Page } from '@/lib/api/client'
import { firstDues, type Plan, type PlanInput, planInput, planKinds } from '../api/plans'
import { ChecklistEditor } from './ChecklistEditor'

type Category = { id: string; path: string[] }

const schema = planInput.superRefine((input, context) => {
  const field = input.scope === 'PRODUCT' ? 'productId' : 'categoryId'
  if (!input[field]) context.addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path: [field] })
  if (input.unit === 'MONTHS' && input.every > 240)
    context.addIssue({ code: 'too_big', origin: 'number', maximum: 240, input: input.every, path: ['every'] })
})

/** What is inspected, how often, and what is looked at. */
export function PlanForm({
  plan,
  ...props
}: { plan?: Plan } & Omit<ResourceFormProps<PlanInput, Plan>, 'schema' | 'children' | 'fieldNames'>) {
  const { t } = useTranslation()
  return (
    <ResourceForm<PlanInput, Plan> {...props} schema={schema} fieldNames={{ intervalMonths: 'every', intervalDays: 'every' }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('maintenance.planName')} required autoFocus maxLength={200} />
        <SelectField
          name="kind"
          label={t('maintenance.standard')}
          required
          data={planKinds.map((one) => ({ value: one, label: t(`maintenance.planKinds.${one}`) }))}
        />
      </SimpleGrid>
      <Scope plan={plan} />
      <Interval />
      <SwitchField
        name="blocksDispatch"
        label={t('maintenance.blocksDispatch')}
        description={t('maintenance.blocksDispatchHint')}
      />
      <TextAreaField name="instructions" label={t('maintenance.instructions')} rows={2} maxLength={10_000} />
      <ChecklistEditor disabled={props.disabled} />
    </ResourceForm>
  )
}

function Scope({ plan }: { plan?: Plan }) {
  const { t } = useTranslation()
  const { control, watch } = useFormContext<PlanInput>()
  const { field } = useController({ name: 'scope', control })
  const category = useController({ name: 'categoryId', control })
  const scope = watch('scope')
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => api.get<Page<Category>>('/categories', { signal }),
  })
  return (
    <Stack gap={6}>
      <SegmentedControl
        value={scope}
        onChange={(value) => field.onChange(value)}
        aria-label={t('maintenance.scope')}
        data={[
          { value: 'CATEGORY', label: t('maintenance.ofCategory') },
          { value: 'PRODUCT', label: t('maintenance.ofProduct') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {scope === 'PRODUCT' ? (
        <RemoteSelect
          name="productId"
          label={t('maintenance.product')}
          endpoint="/products"
          query={{ kind: 'SERIALISED' }}
          chosenLabel={plan?.product?.name}
          required
        />
      ) : (
        <Select
          label={t('maintenance.category')}
          description={t('maintenance.categoryHint')}
          data={(categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' / ') }))}
          value={category.field.value ?? null}
          onChange={(value) => category.field.onChange(value)}
          onBlur={category.field.onBlur}
          ref={category.field.ref}
          searchable
          withAsterisk
          error={category.fieldState.error?.message}
        />
      )}
    </Stack>
  )
}

function Interval() {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
      <Group gap="xs" align="flex-start" wrap="nowrap" grow>
        <NumberField name="every" label={t('maintenance.every')} min={1} required />
        <SelectField
          name="unit"
          label={t('maintenance.unit')}
          required
          data={[
            { value: 'MONTHS', label: t('maintenance.months') },
            { value: 'DAYS', label: t('maintenance.daysUnit') },
          ]}
        />
      </Group>
      <SelectField
        name="firstDue"
        label={t('maintenance.firstDue')}
        required
        data={firstDues.map((one) => ({ value: one, label: t(`maintenance.firstDues.${one}`) }))}
      />
      <NumberField
        name="leadDays"
        label={t('maintenance.leadDays')}
        unit={t('maintenance.daysUnit')}
        min={0}
        max={365}
        required
      />
    </SimpleGrid>
  )
}
