import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import type { Category } from '../api/catalogue'
import { type CategoryInput, categoryInput } from '../api/categories'
import { AttributeList } from './AttributeList'

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
