import { Button, Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconArrowsMove,
  IconChevronDown,
  IconClipboardCheck,
  IconListDetails,
  IconPackages,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { categoryOptionsQuery, countedKinds, type Level } from '../api/stock'
import { rememberSelection } from './countSelection'
import type { StockDeed } from './StockDialogs'

const StockDialog = later(() => import('./StockDialogs').then((file) => file.StockDialog))

const deeds = [
  { deed: 'receive', icon: IconTruckDelivery, needs: 'STOCK_ADJUST' },
  { deed: 'move', icon: IconArrowsMove, needs: 'MOVE' },
  { deed: 'adjust', icon: IconAdjustments, needs: 'STOCK_ADJUST' },
] as const

/** Counted stock: how many of what lies where. */
export function StockPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const categories = useQuery(categoryOptionsQuery)
  const [doing, setDoing] = useState<StockDeed | null>(null)
  const columns = useMemo<Column<Level>[]>(
    () => [
      {
        id: 'product',
        header: t('stock.product'),
        cell: (level) => <b style={{ fontWeight: 550 }}>{level.productName}</b>,
        sort: 'product',
        width: 300,
        grow: true,
        card: 'title',
      },
      {
        id: 'kind',
        header: t('stock.kind'),
        cell: (level) => (
          <StatusBadge tone={level.productKind === 'CONSUMABLE' ? 'violet' : 'gray'}>
            {t(`stock.kinds.${level.productKind}`)}
          </StatusBadge>
        ),
        width: 175,
        card: 'badge',
      },
      {
        id: 'location',
        header: t('stock.location'),
        cell: (level) => level.locationName,
        sort: 'location',
        width: 200,
        card: 'subtitle',
      },
      {
        id: 'quantity',
        header: t('stock.quantity'),
        cell: (level) => <b style={{ fontWeight: 600 }}>{format.number(level.quantity)}</b>,
        sort: 'quantity',
        align: 'end',
        width: 110,
      },
      {
        id: 'counted',
        header: t('stock.counted'),
        cell: (level) => (level.countedAt ? format.date(level.countedAt) : t('stock.neverCounted')),
        width: 140,
      },
      {
        id: 'changed',
        header: t('stock.changed'),
        cell: (level) => format.relative(level.changedAt),
        sort: 'changedAt',
        width: 150,
        card: 'none',
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      { id: 'location', label: t('stock.location'), kind: 'remote', endpoint: '/locations' },
      { id: 'product', label: t('stock.product'), kind: 'remote', endpoint: '/products', query: { kind: countedKinds } },
      {
        id: 'category',
        label: t('stock.category'),
        kind: 'options',
        options: (categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' / ') })),
      },
      {
        id: 'kind',
        label: t('stock.kind'),
        kind: 'options',
        options: countedKinds.map((kind) => ({ value: kind, label: t(`stock.kinds.${kind}`) })),
      },
      { id: 'empty', label: t('stock.emptyLevels'), kind: 'boolean' },
    ],
    [t, categories.data],
  )
  const bulkActions: BulkAction[] = [
    {
      id: 'count',
      label: t('stock.countThese'),
      icon: IconClipboardCheck,
      needs: 'STOCK_ADJUST',
      run: async (selection) => {
        rememberSelection({ query: selection.query, ids: selection.all ? null : await selection.loadIds() })
        void navigate({ href: '/stock/count?selection=true' })
      },
    },
  ]
  const offered = deeds.filter((one) => can(one.needs))
  return (
    <>
      <PageHeader title={t('stock.stock')} text={t('stock.stockText')}>
        <ButtonLink to={'/stock/ledger' as '/'} variant="default" leftSection={<IconListDetails size={16} aria-hidden />}>
          {t('stock.ledger')}
        </ButtonLink>
        {offered.length > 0 && (
          <Menu width={220}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('common.actions')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map(({ deed, icon: Sign }) => (
                <Menu.Item key={deed} leftSection={<Sign size={16} aria-hidden />} onClick={() => setDoing(deed)}>
                  {t(`stock.deeds.${deed}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {can('STOCK_ADJUST') && (
          <ButtonLink to={'/stock/count' as '/'} leftSection={<IconClipboardCheck size={16} aria-hidden />}>
            {t('stock.count')}
          </ButtonLink>
        )}
      </PageHeader>
      <DataGrid<Level>
        list="stock"
        label={t('stock.stock')}
        columns={columns}
        filters={filters}
        defaultSort="product"
        rowHref={(level) => `/stock/${level.productId}`}
        rowLabel={(level) => `${level.productName}, ${level.locationName}`}
        bulkActions={bulkActions}
        empty={
          <EmptyState icon={IconPackages} title={t('stock.noStock')} text={t('stock.noStockText')}>
            {can('STOCK_ADJUST') && <Button onClick={() => setDoing('receive')}>{t('stock.deeds.receive')}</Button>}
          </EmptyState>
        }
      />
      {doing && <StockDialog deed={doing} preset={{}} onClose={() => setDoing(null)} />}
    </>
  )
}
