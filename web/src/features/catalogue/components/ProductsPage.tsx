import { Avatar } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconPackages, IconPlus, IconTags, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef, Selection } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { thumbnailUrl } from '@/components/SubjectFiles'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { categoriesQuery, kinds, manufacturersQuery, type Product } from '../api/catalogue'

export function ProductsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const queryClient = useQueryClient()
  const categories = useQuery(categoriesQuery)
  const manufacturers = useQuery(manufacturersQuery)
  const columns = useMemo<Column<Product>[]>(
    () => [
      {
        id: 'photo',
        header: t('catalogue.photo'),
        quiet: true,
        width: 56,
        card: 'none',
        cell: (product) => (
          <Avatar size={28} radius="sm" src={product.mainPhotoId ? thumbnailUrl(product.mainPhotoId, 64) : null} alt="">
            <IconPackages size={15} aria-hidden />
          </Avatar>
        ),
      },
      {
        id: 'name',
        header: t('catalogue.name'),
        cell: (product) => <b style={{ fontWeight: 550 }}>{product.name}</b>,
        sort: 'name',
        width: 280,
        grow: true,
        card: 'title',
      },
      {
        id: 'manufacturer',
        header: t('catalogue.manufacturer'),
        cell: (product) => product.manufacturer,
        sort: 'manufacturer',
        width: 170,
        hidden: true,
        card: 'none',
      },
      {
        id: 'category',
        header: t('catalogue.category'),
        cell: (product) => product.categoryName ?? '–',
        width: 160,
        card: 'subtitle',
      },
      {
        id: 'kind',
        header: t('catalogue.kind'),
        cell: (product) => (
          <StatusBadge tone={product.kind === 'SERIALISED' ? 'info' : product.kind === 'BULK' ? 'gray' : 'violet'}>
            {t(`catalogue.kinds.${product.kind}`)}
          </StatusBadge>
        ),
        width: 130,
        card: 'badge',
      },
      { id: 'prefix', header: t('catalogue.prefix'), cell: (product) => product.numberPrefix ?? '–', width: 130 },
      {
        id: 'weight',
        header: t('catalogue.weight'),
        cell: (product) => format.weight(product.weightGrams),
        sort: 'weight',
        align: 'end',
        width: 100,
      },
      {
        id: 'power',
        header: t('catalogue.power'),
        cell: (product) => format.power(product.powerWatts),
        align: 'end',
        width: 155,
      },
      {
        id: 'hirePrice',
        header: t('catalogue.hirePrice'),
        cell: (product) => format.money(product.hirePrice),
        sort: 'hirePrice',
        align: 'end',
        width: 120,
      },
      {
        id: 'replacementValue',
        header: t('catalogue.replacementValue'),
        cell: (product) => format.money(product.replacementValue),
        sort: 'replacementValue',
        align: 'end',
        width: 140,
        hidden: true,
      },
      {
        id: 'createdAt',
        header: t('catalogue.createdAt'),
        cell: (product) => format.date(product.createdAt),
        sort: 'createdAt',
        width: 130,
        hidden: true,
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'category',
        label: t('catalogue.category'),
        kind: 'options',
        options: (categories.data?.items ?? []).map((category) => ({ value: category.id, label: category.path.join(' / ') })),
      },
      {
        id: 'kind',
        label: t('catalogue.kind'),
        kind: 'options',
        options: kinds.map((kind) => ({ value: kind, label: t(`catalogue.kinds.${kind}`) })),
      },
      {
        id: 'manufacturer',
        label: t('catalogue.manufacturer'),
        kind: 'options',
        options: (manufacturers.data?.manufacturers ?? [])
          .filter((one) => one.name)
          .map((one) => ({ value: one.name, label: one.name })),
      },
      { id: 'archived', label: t('catalogue.archived'), kind: 'boolean' },
      { id: 'hasPhoto', label: t('catalogue.hasPhoto'), kind: 'boolean' },
    ],
    [t, categories.data, manufacturers.data],
  )
  const bulk = (type: 'ARCHIVE' | 'RESTORE') => (selection: Selection) =>
    confirm({
      title: t(`catalogue.bulk.${type}.title`, { count: selection.count }),
      action: t(`catalogue.bulk.${type}.action`),
      run: async () => {
        await api.post('/products/bulk', { ids: await selection.loadIds(), action: { type }, mode: 'EACH' })
        selection.clear()
        await queryClient.invalidateQueries({ queryKey: ['products'] })
        showDone(t(`catalogue.bulk.${type}.done`, { count: selection.count }))
      },
    })
  const bulkActions: BulkAction[] = [
    { id: 'archive', label: t('catalogue.archive'), icon: IconArchive, needs: 'PRODUCT_EDIT', run: bulk('ARCHIVE') },
    { id: 'restore', label: t('catalogue.restore'), icon: IconArchiveOff, needs: 'PRODUCT_EDIT', run: bulk('RESTORE') },
  ]
  return (
    <>
      <PageHeader title={t('catalogue.products')} text={t('catalogue.productsText')}>
        <ButtonLink to="/categories" variant="default" leftSection={<IconTags size={16} aria-hidden />}>
          {t('catalogue.categories')}
        </ButtonLink>
        {can('PRODUCT_EDIT') && (
          <ButtonLink to="/products/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('catalogue.newProduct')}
          </ButtonLink>
        )}
      </PageHeader>
      <DataGrid<Product>
        list="products"
        label={t('catalogue.products')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        rowHref={(product) => `/products/${product.id}`}
        rowLabel={(product) => product.name}
        bulkActions={bulkActions}
        empty={
          <EmptyState icon={IconPackages} title={t('catalogue.noProducts')} text={t('catalogue.noProductsText')}>
            {can('IMPORT') && (
              <ButtonLink to={'/imports' as '/'} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
                {t('catalogue.importFirst')}
              </ButtonLink>
            )}
          </EmptyState>
        }
      />
    </>
  )
}
