import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import type { Category } from '../api/catalogue'
import { type CategoryInput, categoryInput } from '../api/categories'
import { AttributeList } from './AttributeList'

/** What its things take before and after their time on site; what stays empty is as in the category above. */
function UsualTimes({ all }: { all: Category[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const parentId = useWatch<CategoryInput, 'parentId'>({ name: 'parentId' })
  const said = (name: 'prepMinutes' | 'turnaroundMinutes') => {
    for (let one = all.find((other) => other.id === parentId); one; one = all.find((other) => other.id === one?.parentId))
      if (typeof one[name] === 'number') return `${format.number(Number((one[name] / 60).toFixed(2)))} h`
  }
  const field = (name: 'prepMinutes' | 'turnaroundMinutes') => (
    <NumberField
      name={name}
      label={t(`pulllists.times.${name}`)}
      placeholder={said(name)}
      unit="h"
      scale={60}
      decimals={2}
      min={0}
      max={1_440}
    />
  )
  return (
    <div>
      <SimpleGrid cols={2} spacing="md" style={{ alignItems: 'end' }}>
        {field('prepMinutes')}
        {field('turnaroundMinutes')}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={6}>
        {t('pulllists.usualTimes')}
      </Text>
    </div>
  )
}

/** A category's name, where it stands in the tree, and what it asks of its products. */
export function CategoryDialog(props: {
  category?: Category
  all: Category[]
  onClose: () => void
  onSaved: () => Promise<void>
}) {
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
      <ResourceForm<CategoryInput, Category>
        schema={categoryInput}
        values={{
          name: category?.name ?? '',
          parentId: category?.parentId ?? null,
          attributes: category?.attributes ?? [],
          prepMinutes: category?.prepMinutes ?? null,
          turnaroundMinutes: category?.turnaroundMinutes ?? null,
        }}
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
        <UsualTimes all={props.all} />
        <AttributeList />
      </ResourceForm>
    </Modal>
  )
}
