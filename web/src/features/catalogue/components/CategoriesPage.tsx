import { ActionIcon, Button, Card, Group, Table, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTags, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ExportButton } from '@/components/grid/ExportButton'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Category, categoriesQuery } from '../api/catalogue'
import { CategoryDialog } from './CategoryDialog'

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
        <ExportButton endpoint="/categories" />
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
                    <Table.Th visibleFrom="sm">{t('catalogue.attributes')}</Table.Th>
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
                      <Table.Td visibleFrom="sm">
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
