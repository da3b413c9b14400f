import { Anchor, Avatar, Card } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconCopy, IconPackages, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { useSubscribe } from '@/components/feeds/useSubscribe'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles, thumbnailUrl } from '@/components/SubjectFiles'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Product, productInputOf, productQuery } from '../api/catalogue'
import { AccessoriesTab } from './AccessoriesTab'
import { AlternativesTab } from './AlternativesTab'

const ProductForm = later(() => import('./ProductForm').then((file) => file.ProductForm))

/** One product: what it is, its photos, what goes along with it and what may stand in for it. `assets` is the list of its pieces. */
type Slot = (product: Product) => React.ReactNode
type Parts = { pieces?: Slot; more?: Slot; aside?: Slot; onRegister?: (product: Product) => void }

export function ProductPage({ id, ...parts }: { id: string } & Parts) {
  const query = useQuery(productQuery(id))
  return <QueryState query={query}>{(product) => <Loaded product={product} {...parts} />}</QueryState>
}

function Loaded({ product, pieces, more, aside, onRegister }: { product: Product } & Parts) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { subscribe, calendar } = useSubscribe({ scope: 'PRODUCT', id: product.id, name: product.name })
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['products'] })
  const act = (work: () => Promise<unknown>) => async () => {
    try {
      await work()
      await refresh()
    } catch (error) {
      showProblem(text(error))
    }
  }
  const setArchived = (archived: boolean) => api.post(`/products/${product.id}/${archived ? 'archive' : 'restore'}`)
  const archive = act(async () => {
    await setArchived(true)
    showUndo(
      t('catalogue.archivedNamed', { name: product.name }),
      act(() => setArchived(false)),
    )
  })
  const duplicate = act(async () => {
    const copy = await api.post<Product>(`/products/${product.id}/duplicate`, {})
    await navigate({ href: `/products/${copy.id}?tab=details` })
    showDone(t('catalogue.duplicated'))
  })
  const remove = () =>
    confirm({
      title: t('catalogue.removeTitle', { name: product.name }),
      text: t('catalogue.removeText'),
      action: t('catalogue.remove'),
      danger: true,
      run: async () => {
        await api.delete(`/products/${product.id}`, { version: product.version })
        await navigate({ href: '/products' })
        queryClient.removeQueries({ queryKey: ['products', product.id] })
        await refresh()
      },
    })
  const size = [product.widthMillimetres, product.heightMillimetres, product.depthMillimetres]
  return (
    <>
      {calendar}
      <DetailPage
        parent={{ to: '/products', label: t('catalogue.products') }}
        title={product.name}
        subtitle={[product.manufacturer, product.model].filter(Boolean).join(' · ')}
        picture={
          <Avatar size={64} radius="md" src={product.mainPhotoId ? thumbnailUrl(product.mainPhotoId) : null} alt="">
            <IconPackages size={30} aria-hidden />
          </Avatar>
        }
        badges={
          <>
            <StatusBadge tone="info">{t(`catalogue.kinds.${product.kind}`)}</StatusBadge>
            {product.archivedAt && <StatusBadge tone="gray">{t('catalogue.archived')}</StatusBadge>}
          </>
        }
        primary={
          onRegister && product.kind === 'SERIALISED' && !product.archivedAt
            ? { label: t('catalogue.registerAssets'), icon: IconPlus, run: () => onRegister(product), needs: 'ASSET_EDIT' }
            : undefined
        }
        actions={[
          { label: t('catalogue.duplicate'), icon: IconCopy, run: duplicate, needs: 'PRODUCT_EDIT' },
          subscribe,
          product.archivedAt
            ? { label: t('catalogue.restore'), icon: IconArchiveOff, run: act(() => setArchived(false)), needs: 'PRODUCT_EDIT' }
            : { label: t('catalogue.archive'), icon: IconArchive, run: archive, needs: 'PRODUCT_EDIT' },
          { label: t('catalogue.remove'), icon: IconTrash, run: remove, danger: true, needs: 'PRODUCT_EDIT' },
        ]}
        facts={[
          { label: t('catalogue.category'), value: product.categoryName ?? '–' },
          { label: t('catalogue.prefix'), value: product.numberPrefix ?? '–' },
          { label: t('catalogue.weight'), value: format.weight(product.weightGrams) },
          {
            label: t('catalogue.size'),
            value: size.every((one) => one === null)
              ? '–'
              : `${size.map((one) => (one === null ? '?' : format.number(one))).join(' × ')} mm`,
          },
          { label: t('catalogue.power'), value: format.power(product.powerWatts) },
          { label: t('catalogue.hirePrice'), value: format.money(product.hirePrice) },
          { label: t('catalogue.replacementValue'), value: format.money(product.replacementValue) },
          { label: t('catalogue.country'), value: countryName(format.locale, product.countryOfOrigin) ?? '–' },
          ...(product.manualUrl
            ? [
                {
                  label: t('catalogue.manual'),
                  value: (
                    <Anchor href={product.manualUrl} target="_blank" rel="noreferrer noopener" size="sm">
                      {t('catalogue.open')}
                    </Anchor>
                  ),
                },
              ]
            : []),
        ]}
        aside={aside?.(product)}
        tabs={[
          ...(pieces?.(product) ? [{ id: 'pieces', label: t('catalogue.tabs.pieces'), content: pieces(product) }] : []),
          {
            id: 'details',
            label: t('catalogue.tabs.details'),
            content: (
              <Card padding="lg">
                <ProductForm
                  values={productInputOf(product)}
                  version={product.version}
                  disabled={!can('PRODUCT_EDIT')}
                  save={(_, { changed, version }) => api.patch<Product>(`/products/${product.id}`, changed, { version })}
                  reload={async () => {
                    const fresh = await api.get<Product>(`/products/${product.id}`)
                    return { values: productInputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('catalogue.saved'))
                  }}
                />
              </Card>
            ),
          },
          { id: 'files', label: t('catalogue.tabs.files'), content: <SubjectFiles kind="product" id={product.id} /> },
          { id: 'accessories', label: t('catalogue.tabs.accessories'), content: <AccessoriesTab product={product} /> },
          { id: 'alternatives', label: t('catalogue.tabs.alternatives'), content: <AlternativesTab product={product} /> },
          ...(more ? [{ id: 'maintenance', label: t('catalogue.tabs.maintenance'), content: more(product) }] : []),
          {
            id: 'history',
            label: t('catalogue.tabs.history'),
            content: <HistoryList path={`/products/${product.id}/history`} />,
          },
        ]}
      />
    </>
  )
}
