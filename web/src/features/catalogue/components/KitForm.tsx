import { ActionIcon, Card, Checkbox, Group, NumberInput, SegmentedControl, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Controller, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MoneyField, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { RemotePicker } from '@/components/form/RemotePicker'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { type Kit, type KitInput, kitInput } from '../api/catalogue'

type Props = Pick<
  ResourceFormProps<KitInput, Kit>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
>

/** A kit and what is in it: products and other kits. */
export function KitForm(props: Props) {
  const { t } = useTranslation()
  return (
    <ResourceForm<KitInput, Kit> schema={kitInput} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="code" label={t('catalogue.code')} required autoFocus maxLength={50} />
        <TextField name="name" label={t('catalogue.name')} required maxLength={300} />
        <SelectField
          name="mode"
          label={t('catalogue.mode')}
          description={t('catalogue.modeHint')}
          required
          data={(['ALL_OR_NOTHING', 'ITEM_BY_ITEM'] as const).map((mode) => ({
            value: mode,
            label: t(`catalogue.kitModes.${mode}`),
          }))}
        />
        <MoneyField name="hirePrice" label={t('catalogue.hirePrice')} />
      </SimpleGrid>
      <TextAreaField name="description" label={t('catalogue.description')} rows={2} maxLength={5000} />
      <Components disabled={props.disabled} />
    </ResourceForm>
  )
}

function Components({ disabled }: { disabled?: boolean }) {
  const { t } = useTranslation()
  const { control, formState, getValues, setValue } = useFormContext<KitInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'components' })
  const [of, setOf] = useState<'products' | 'kits'>('products')
  const errors = formState.errors.components
  const error = errors?.message ?? errors?.root?.message ?? errors?.find?.((one) => one?.message)?.message
  const add = (id: string, name: string) => {
    const key = of === 'products' ? 'productId' : 'kitId'
    const there = getValues('components').findIndex((one) => one[key] === id)
    // Once more of what is in the list is one more of it.
    if (there >= 0) setValue(`components.${there}.quantity`, getValues(`components.${there}.quantity`) + 1, { shouldDirty: true })
    else append({ productId: null, kitId: null, [key]: id, name, quantity: 1, optional: false } as KitInput['components'][number])
  }
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('catalogue.components')}
      </Text>
      {fields.length > 0 && (
        <Card padding={0}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('catalogue.name')}</Table.Th>
                <Table.Th w={120}>{t('catalogue.quantity')}</Table.Th>
                <Table.Th w={110}>{t('catalogue.optional')}</Table.Th>
                <Table.Th w={52} aria-label={t('common.actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map((field, index) => (
                <Table.Tr key={field.id}>
                  <Table.Td>
                    {field.name}
                    {field.kitId && (
                      <Text span size="xs" c="dimmed" ml={6}>
                        {t('catalogue.subKit')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Controller
                      control={control}
                      name={`components.${index}.quantity`}
                      render={({ field: quantity, fieldState }) => (
                        <NumberInput
                          {...quantity}
                          aria-label={t('catalogue.quantityOf', { name: field.name })}
                          size="xs"
                          min={1}
                          max={100_000}
                          error={fieldState.error?.message}
                        />
                      )}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Controller
                      control={control}
                      name={`components.${index}.optional`}
                      render={({ field: optional }) => (
                        <Checkbox
                          aria-label={t('catalogue.optionalNamed', { name: field.name })}
                          checked={optional.value}
                          onChange={(event) => optional.onChange(event.currentTarget.checked)}
                        />
                      )}
                    />
                  </Table.Td>
                  <Table.Td>
                    {!disabled && (
                      <ActionIcon aria-label={t('catalogue.removeNamed', { name: field.name })} onClick={() => remove(index)}>
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      {!disabled && (
        <Group align="flex-end" gap="sm">
          <SegmentedControl
            value={of}
            onChange={(value) => setOf(value as typeof of)}
            aria-label={t('catalogue.addComponent')}
            data={[
              { value: 'products', label: t('catalogue.product') },
              { value: 'kits', label: t('catalogue.kit') },
            ]}
          />
          <div style={{ flex: 1, minWidth: 220 }}>
            <RemotePicker
              key={`${of}-${fields.length}`}
              label={t('catalogue.addComponent')}
              endpoint={`/${of}`}
              value={null}
              onChange={(id, item) => id && add(id, item?.name ?? '')}
            />
          </div>
        </Group>
      )}
    </Stack>
  )
}
