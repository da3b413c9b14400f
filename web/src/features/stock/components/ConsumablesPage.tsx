import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconAdjustments, IconBottle, IconMinus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Consumable, categoryOptionsQuery, consumableStatuses, consumableTone } from '../api/stock'
import { ReorderDialog } from './ReorderDialog'

const StockDialog = later(() => import('./StockDialogs').then((file) => file.StockDialog))

/** What does not come back: how much there is, how much there should be, and what to buy. */
export function ConsumablesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const categories = useQuery(categoryOptionsQuery)
  const [doing, setDoing] = useState<{ deed: 'consume' | 'receive' | 'levels'; of: Consumable } | null>(null)
  const columns = useMemo<Column<Consumable>[]>(
    () => [
      {
        id: 'product',
        header: t('stock.product'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.productName}</b>,
        sort: 'product',
        width: 260,
        grow: true,
        card: 'title',
      },
      {
        id: 'status',
        header: t('stock.status'),
        cell: (one) => <StatusBadge tone={consumableTone[one.status]}>{t(`stock.statuses.${one.status}`)}</StatusBadge>,
        sort: 'status',
        width: 120,
        card: 'badge',
      },
      {
        id: 'stock',
        header: t('stock.inStock'),
        cell: (one) => <b style={{ fontWeight: 600 }}>{format.number(one.stock)}</b>,
        sort: 'stock',
        align: 'end',
        width: 110,
      },
      {
        id: 'parLevel',
        header: t('stock.parLevel'),
        cell: (one) => format.number(one.parLevel),
        align: 'end',
        width: 110,
      },
      {
        id: 'reorderPoint',
        header: t('stock.reorderPoint'),
        cell: (one) => format.number(one.reorderPoint),
        align: 'end',
        width: 130,
      },
      { id: 'toOrder', header: t('stock.toOrder'), cell: (one) => format.number(one.toOrder), align: 'end', width: 110 },
      {
        id: 'supplier',
        header: t('stock.supplier'),
        cell: (one) => one.supplier ?? '–',
        sort: 'supplier',
        width: 170,
        card: 'none',
      },
      {
        id: 'lowSince',
        header: t('stock.lowSince'),
        cell: (one) => format.date(one.lowSince),
        width: 130,
        hidden: true,
        card: 'none',
      },
      ...(can('STOCK_ADJUST')
        ? [
            {
              id: 'actions',
              header: t('common.actions'),
              cell: (one: Consumable) => (
                <Group gap={4} wrap="nowrap">
                  {(
                    [
                      ['consume', IconMinus],
                      ['receive', IconPlus],
                      ['levels', IconAdjustments],
                    ] as const
                  ).map(([deed, Sign]) => {
                    const label = t(`stock.quick.${deed}`, { product: one.productName })
                    return (
                      <Tooltip key={deed} label={label}>
                        <ActionIcon
                          aria-label={label}
                          disabled={deed === 'consume' && one.stock === 0}
                          onClick={() => setDoing({ deed, of: one })}
                        >
                          <Sign size={16} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    )
                  })}
                </Group>
              ),
              width: 132,
              card: 'action',
            } satisfies Column<Consumable>,
          ]
        : []),
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      { id: 'low', label: t('stock.lowOnly'), kind: 'boolean' },
      {
        id: 'status',
        label: t('stock.status'),
        kind: 'options',
        options: consumableStatuses.map((status) => ({ value: status, label: t(`stock.statuses.${status}`) })),
      },
      {
        id: 'category',
        label: t('stock.category'),
        kind: 'options',
        options: (categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' / ') })),
      },
    ],
    [t, categories.data],
  )
  const close = () => setDoing(null)
  return (
    <>
      <PageHeader title={t('stock.consumables')} text={t('stock.consumablesText')} />
      <DataGrid<Consumable>
        list="consumables"
        idField="productId"
        label={t('stock.consumables')}
        columns={columns}
        filters={filters}
        defaultSort="product"
        rowHref={(one) => `/stock/${one.productId}`}
        rowLabel={(one) => one.productName}
        empty={
          <EmptyState icon={IconBottle} title={t('stock.noConsumables')} text={t('stock.noConsumablesText')}>
            {can('PRODUCT_EDIT') && (
              <ButtonLink to={'/products/new' as '/'} variant="default">
                {t('stock.newConsumable')}
              </ButtonLink>
            )}
          </EmptyState>
        }
      />
      {doing?.deed === 'levels' && <ReorderDialog consumable={doing.of} onClose={close} />}
      {doing && doing.deed !== 'levels' && (
        <StockDialog
          deed={doing.deed}
          preset={{ productId: doing.of.productId, productName: doing.of.productName }}
          onClose={close}
        />
      )}
    </>
  )
}
