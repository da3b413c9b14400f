import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  DateField,
  MoneyField,
  NumberField,
  SelectField,
  SwitchField,
  TagsField,
  TextAreaField,
  TextField,
} from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import {
  type AttributeDefinition,
  categoriesQuery,
  connectorKinds,
  kinds,
  type Product,
  type ProductInput,
  productInput,
} from '../api/catalogue'

type Props = Pick<
  ResourceFormProps<ProductInput, Product>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled'
>

/** Everything one enters about a product; the attributes are those that its category asks for. */
export function ProductForm(props: Props) {
  const { t } = useTranslation()
  return (
    <ResourceForm<ProductInput, Product> schema={productInput} {...props}>
      <Section title={t('catalogue.sections.what')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField name="name" label={t('catalogue.name')} required autoFocus maxLength={300} />
          <SelectField
            name="kind"
            label={t('catalogue.kind')}
            description={t('catalogue.kindHint')}
            required
            data={kinds.map((kind) => ({ value: kind, label: t(`catalogue.kinds.${kind}`) }))}
          />
          <TextField name="manufacturer" label={t('catalogue.manufacturer')} maxLength={200} />
          <TextField name="model" label={t('catalogue.model')} maxLength={200} />
          <CategoryField />
          <TextField name="numberPrefix" label={t('catalogue.prefix')} description={t('catalogue.prefixHint')} maxLength={24} />
        </SimpleGrid>
      </Section>
      <Attributes />
      <Section title={t('catalogue.sections.measures')}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="md">
          <NumberField name="weightGrams" label={t('catalogue.weight')} unit="kg" scale={1000} min={0} />
          <NumberField name="widthMillimetres" label={t('catalogue.width')} unit="mm" min={0} />
          <NumberField name="heightMillimetres" label={t('catalogue.height')} unit="mm" min={0} />
          <NumberField name="depthMillimetres" label={t('catalogue.depth')} unit="mm" min={0} />
          <NumberField name="powerWatts" label={t('catalogue.power')} unit="W" decimals={1} min={0} />
        </SimpleGrid>
        <Connectors />
      </Section>
      <Section title={t('catalogue.sections.money')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <MoneyField name="hirePrice" label={t('catalogue.hirePrice')} />
          <MoneyField name="replacementValue" label={t('catalogue.replacementValue')} />
          <TextField
            name="countryOfOrigin"
            label={t('catalogue.country')}
            description={t('catalogue.countryHint')}
            maxLength={2}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('catalogue.sections.more')}>
        <TagsField name="barcodes" label={t('catalogue.barcodes')} description={t('catalogue.barcodesHint')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField name="manualUrl" type="url" label={t('catalogue.manualUrl')} maxLength={2000} />
          <TextField name="productUrl" type="url" label={t('catalogue.productUrl')} maxLength={2000} />
        </SimpleGrid>
        <TextAreaField name="notes" label={t('catalogue.notes')} maxLength={5000} />
      </Section>
    </ResourceForm>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h6">
        {title}
      </Title>
      {children}
    </Stack>
  )
}

function CategoryField() {
  const { t } = useTranslation()
  const { data } = useQuery(categoriesQuery)
  return (
    <SelectField
      name="categoryId"
      label={t('catalogue.category')}
      searchable
      data={(data?.items ?? []).map((category) => ({ value: category.id, label: category.path.join(' / ') }))}
    />
  )
}

function Attributes() {
  const { t } = useTranslation()
  const categoryId = useWatch({ name: 'categoryId' }) as string | null
  const { data } = useQuery(categoriesQuery)
  const category = data?.items.find((one) => one.id === categoryId)
  const asked = category ? [...category.inherited, ...category.attributes] : []
  if (asked.length === 0) return null
  return (
    <Section title={t('catalogue.sections.attributes', { category: category?.name })}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {asked.map((definition) => (
          <AttributeField key={definition.key} definition={definition} />
        ))}
      </SimpleGrid>
    </Section>
  )
}

function AttributeField({ definition }: { definition: AttributeDefinition }) {
  const common = { name: `attributes.${definition.key}`, label: definition.label, required: definition.required }
  switch (definition.type) {
    case 'NUMBER':
      return (
        <NumberField
          {...common}
          unit={definition.unit ?? undefined}
          decimals={3}
          min={definition.min ?? undefined}
          max={definition.max ?? undefined}
        />
      )
    case 'BOOLEAN':
      return <SwitchField {...common} />
    case 'DATE':
      return <DateField {...common} />
    case 'CHOICE':
      return <SelectField {...common} data={definition.choices} />
    case 'TEXT':
      return <TextField {...common} maxLength={1000} />
  }
}

function Connectors() {
  const { t } = useTranslation()
  const { control } = useFormContext<ProductInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'connectors' })
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('catalogue.connectors')}
      </Text>
      {fields.map((field, index) => (
        <Group key={field.id} gap="xs" wrap="nowrap" align="flex-start">
          <Controller
            control={control}
            name={`connectors.${index}.kind`}
            render={({ field: kind }) => (
              <Select
                {...kind}
                aria-label={t('catalogue.connectorKind', { n: index + 1 })}
                data={connectorKinds.map((one) => ({ value: one, label: t(`catalogue.connectorKinds.${one}`) }))}
                allowDeselect={false}
                w={160}
              />
            )}
          />
          <Controller
            control={control}
            name={`connectors.${index}.type`}
            render={({ field: type, fieldState }) => (
              <TextInput
                {...type}
                aria-label={t('catalogue.connectorType', { n: index + 1 })}
                placeholder="powerCON TRUE1"
                error={fieldState.error?.message}
                flex={1}
              />
            )}
          />
          <Controller
            control={control}
            name={`connectors.${index}.count`}
            render={({ field: count }) => (
              <NumberInput {...count} aria-label={t('catalogue.connectorCount', { n: index + 1 })} min={1} max={1000} w={80} />
            )}
          />
          <ActionIcon size={36} aria-label={t('catalogue.removeConnector', { n: index + 1 })} onClick={() => remove(index)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => append({ kind: 'POWER_IN', type: '', count: 1 })}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('catalogue.addConnector')}
      </Button>
    </Stack>
  )
}
