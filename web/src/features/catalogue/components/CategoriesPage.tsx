import {
  ActionIcon,
  Button,
  Card,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPencil, IconPlus, IconTags, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type AttributeDefinition, type Category, categoriesQuery } from '../api/catalogue'

const types = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE'] as const
const input = z.object({
  name: z.string().trim().min(1).max(200),
  parentId: z.string().nullable(),
  attributes: z.array(
    z.object({
      key: z.string().regex(/^[a-z][A-Za-z0-9_]*$/),
      label: z.string().trim().min(1).max(100),
      type: z.enum(types),
      unit: z.string().nullable(),
      required: z.boolean(),
      choices: z.array(z.string()),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
})
type Input = z.infer<typeof input>

/** The tree of categories and what each asks of its products. */
export function CategoriesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(categoriesQuery)
  const [editing, setEditing] = useState<Category | 'new' | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['categories'] })
  const editable = can('PRODUCT_EDIT')
  const add = editable && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {t('catalogue.newCategory')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('catalogue.categories')} text={t('catalogue.categoriesText')}>
        {add}
      </PageHeader>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconTags} title={t('catalogue.noCategories')} text={t('catalogue.noCategoriesText')}>
              {add}
            </EmptyState>
          ) : (
            <Card padding={0} maw={980}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('catalogue.name')}</Table.Th>
                    <Table.Th>{t('catalogue.attributes')}</Table.Th>
                    <Table.Th ta="right">{t('catalogue.products')}</Table.Th>
                    <Table.Th w={100} aria-label={t('common.actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((category) => (
                    <Table.Tr key={category.id}>
                      <Table.Td style={{ paddingLeft: 12 + (category.path.length - 1) * 22 }}>
                        <Text size="sm" fw={category.path.length === 1 ? 600 : 400}>
                          {category.name}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        <Text size="sm" c="dimmed">
                          {category.attributes.map((one) => one.label).join(', ')}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.number(category.products)}
                      </Table.Td>
                      <Table.Td>
                        {editable && (
                          <Group gap={6} wrap="nowrap" justify="flex-end">
                            <ActionIcon
                              aria-label={t('catalogue.editNamed', { name: category.name })}
                              onClick={() => setEditing(category)}
                            >
                              <IconPencil size={16} aria-hidden />
                            </ActionIcon>
                            <ActionIcon
                              aria-label={t('catalogue.removeNamed', { name: category.name })}
                              onClick={() =>
                                confirm({
                                  title: t('catalogue.removeTitle', { name: category.name }),
                                  action: t('catalogue.remove'),
                                  danger: true,
                                  run: async () => {
                                    await api.delete(`/categories/${category.id}`, { version: category.version })
                                    await refresh()
                                  },
                                })
                              }
                            >
                              <IconTrash size={16} aria-hidden />
                            </ActionIcon>
                          </Group>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Card>
          )
        }
      </QueryState>
      {editing && (
        <CategoryDialog
          category={editing === 'new' ? undefined : editing}
          all={query.data?.items ?? []}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await refresh()
            setEditing(null)
          }}
        />
      )}
    </>
  )
}

function CategoryDialog(props: { category?: Category; all: Category[]; onClose: () => void; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const { category } = props
  const own = category ? `${category.path.join('/')}/` : undefined
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={<Text fw={650}>{category ? category.name : t('catalogue.newCategory')}</Text>}
    >
      <ResourceForm<Input, Category>
        schema={input}
        values={{ name: category?.name ?? '', parentId: category?.parentId ?? null, attributes: category?.attributes ?? [] }}
        version={category?.version}
        inDialog
        onCancel={props.onClose}
        save={(values, { changed, version }) =>
          category
            ? api.patch<Category>(`/categories/${category.id}`, changed, { version })
            : api.post<Category>('/categories', values)
        }
        onSaved={() => void props.onSaved()}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField name="name" label={t('catalogue.name')} required autoFocus maxLength={200} />
          <SelectField
            name="parentId"
            label={t('catalogue.parent')}
            searchable
            data={props.all
              .filter((one) => one.id !== category?.id && !(own && `${one.path.join('/')}/`.startsWith(own)))
              .map((one) => ({ value: one.id, label: one.path.join(' / ') }))}
          />
        </SimpleGrid>
        <AttributeList />
      </ResourceForm>
    </Modal>
  )
}

function AttributeList() {
  const { t } = useTranslation()
  const { control, watch } = useFormContext<Input>()
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' })
  const blank: AttributeDefinition = {
    key: '',
    label: '',
    type: 'TEXT',
    unit: null,
    required: false,
    choices: [],
    min: null,
    max: null,
  }
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('catalogue.attributes')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('catalogue.attributesHint')}
      </Text>
      {fields.map((field, index) => (
        <Card key={field.id} padding="sm">
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="sm">
            <Controller
              control={control}
              name={`attributes.${index}.label`}
              render={({ field: label, fieldState }) => (
                <TextInput {...label} label={t('catalogue.attributeLabel')} error={fieldState.error?.message} />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.key`}
              render={({ field: key, fieldState }) => (
                <TextInput
                  {...key}
                  label={t('catalogue.attributeKey')}
                  placeholder="ipRating"
                  error={fieldState.error && t('catalogue.keyForm')}
                />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.type`}
              render={({ field: type }) => (
                <Select
                  {...type}
                  label={t('catalogue.attributeType')}
                  allowDeselect={false}
                  data={types.map((one) => ({ value: one, label: t(`catalogue.attributeTypes.${one}`) }))}
                />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.unit`}
              render={({ field: unit }) => (
                <TextInput
                  {...unit}
                  label={t('catalogue.attributeUnit')}
                  value={unit.value ?? ''}
                  onChange={(event) => unit.onChange(event.currentTarget.value || null)}
                />
              )}
            />
          </SimpleGrid>
          {watch(`attributes.${index}.type`) === 'CHOICE' && (
            <Controller
              control={control}
              name={`attributes.${index}.choices`}
              render={({ field: choices }) => <TagsInput {...choices} mt="sm" label={t('catalogue.attributeChoices')} />}
            />
          )}
          <Group justify="space-between" mt="sm">
            <Controller
              control={control}
              name={`attributes.${index}.required`}
              render={({ field: required }) => (
                <Checkbox
                  label={t('catalogue.attributeRequired')}
                  checked={required.value}
                  onChange={(event) => required.onChange(event.currentTarget.checked)}
                />
              )}
            />
            <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => remove(index)}>
              {t('catalogue.removeAttribute')}
            </Button>
          </Group>
        </Card>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => append(blank)}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('catalogue.addAttribute')}
      </Button>
    </Stack>
  )
}
