import { Text, Tooltip } from '@mantine/core'
import { IconArchive, IconArrowsMove, IconBox, IconLock, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef, Selection } from '@/components/grid/types'
import { usePrintLabels } from '@/components/labels/printLabels'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { BulkKind } from '../api/actions'
import { type AssetLine, conditionsQuery, placeText, statuses, statusTone } from '../api/inventory'
import { UnfitMark } from './UnfitMark'

const BulkActionDialog = later(() => import('./BulkActionDialog').then((file) => file.BulkActionDialog))

/** The list of assets: all of them, or those of one product or place. `more` is what other rooms do with the ticked ones. */
export function AssetGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  empty?: ReactNode
  more?: BulkAction[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const printLabels = usePrintLabels('ASSET')
  const conditions = useQuery(conditionsQuery)
  const [bulk, setBulk] = useState<{ kind: BulkKind; selection: Selection } | null>(null)
  const costs = can('ASSET_COST_READ')
  const ofProduct = Boolean(props.fixed?.product)
  const columns = useMemo<Column<AssetLine>[]>(
    () => [
      {
        id: 'number',
        header: t('inventory.number'),
        cell: (asset) => <b style={{ fontWeight: 550 }}>{asset.number}</b>,
        sort: 'number',
        width: 150,
        card: 'title',
      },
      ...(ofProduct
        ? []
        : [
            {
              id: 'product',
              header: t('inventory.product'),
              cell: (asset: AssetLine) => asset.product.name,
              sort: 'product',
              width: 260,
              grow: true,
              card: 'subtitle' as const,
            },
          ]),
      {
        id: 'status',
        header: t('inventory.status'),
        cell: (asset) => (
          <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
            <StatusBadge tone={statusTone(asset.status)}>{t(`inventory.statuses.${asset.status}`)}</StatusBadge>
            {!asset.fit && <UnfitMark reasons={asset.unfitReasons} />}
          </span>
        ),
        sort: 'status',
        width: 215,
        card: 'badge',
      },
      {
        id: 'location',
        header: t('inventory.location'),
        cell: (asset) => (
          <Tooltip label={placeText(asset.location)} disabled={!asset.location}>
            <Text span size="sm">
              {asset.location ? (asset.location.code ?? asset.location.name) : '–'}
            </Text>
          </Tooltip>
        ),
        sort: 'location',
        width: 150,
      },
      {
        id: 'serial',
        header: t('inventory.serial'),
        cell: (asset) => asset.serial ?? '–',
        sort: 'serial',
        width: 140,
        grow: ofProduct,
      },
      {
        id: 'condition',
        header: t('inventory.condition'),
        cell: (asset) => conditions.data?.items.find((one) => one.name === asset.condition)?.label ?? asset.condition,
        width: 120,
      },
      {
        id: 'category',
        header: t('inventory.category'),
        cell: (asset) => asset.product.categoryName ?? '–',
        width: 150,
        hidden: true,
      },
      {
        id: 'purchaseDate',
        header: t('inventory.purchaseDate'),
        cell: (asset) => format.date(asset.purchaseDate),
        sort: 'purchaseDate',
        width: 130,
      },
      ...(costs
        ? ([
            {
              id: 'purchaseCost',
              header: t('inventory.purchaseCost'),
              cell: (asset) => format.money(asset.purchaseCost),
              align: 'end',
              width: 130,
              hidden: true,
            },
            {
              id: 'bookValue',
              header: t('inventory.bookValue'),
              cell: (asset) => format.money(asset.bookValue),
              align: 'end',
              width: 130,
            },
          ] satisfies Column<AssetLine>[])
        : []),
      { id: 'supplier', header: t('inventory.supplier'), cell: (asset) => asset.supplier ?? '–', width: 170, hidden: true },
      { id: 'firmware', header: t('inventory.firmware'), cell: (asset) => asset.firmware ?? '–', width: 110, hidden: true },
      {
        id: 'createdAt',
        header: t('inventory.createdAt'),
        cell: (asset) => format.date(asset.createdAt),
        sort: 'createdAt',
        width: 130,
        hidden: true,
      },
    ],
    [t, format, costs, conditions.data, ofProduct],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'status',
        label: t('inventory.status'),
        kind: 'options',
        options: statuses.map((status) => ({ value: status, label: t(`inventory.statuses.${status}`) })),
      },
      { id: 'fit', label: t('inventory.fit'), kind: 'boolean' },
      ...(ofProduct
        ? []
        : [{ id: 'product', label: t('inventory.product'), kind: 'remote', endpoint: '/products' } as FilterDef]),
      ...(props.fixed?.location
        ? []
        : [{ id: 'location', label: t('inventory.location'), kind: 'remote', endpoint: '/locations' } as FilterDef]),
      {
        id: 'condition',
        label: t('inventory.condition'),
        kind: 'options',
        options: (conditions.data?.items ?? []).map((one) => ({ value: one.name, label: one.label })),
      },
      { id: 'quarantined', label: t('inventory.quarantined'), kind: 'boolean' },
      { id: 'purchasedFrom', label: t('inventory.purchasedFrom'), kind: 'date' },
      { id: 'purchasedTo', label: t('inventory.purchasedTo'), kind: 'date' },
    ],
    [t, conditions.data, props.fixed],
  )
  const begin = (kind: BulkKind) => (selection: Selection) => setBulk({ kind, selection })
  const bulkActions: BulkAction[] = [
    { id: 'move', label: t('inventory.actions.moves'), icon: IconArrowsMove, needs: 'MOVE', run: begin('MOVE') },
    ...(props.more ?? []),
    { id: 'edit', label: t('inventory.edit'), icon: IconPencil, needs: 'ASSET_EDIT', run: begin('EDIT') },
    printLabels,
    {
      id: 'quarantine',
      label: t('inventory.actions.quarantine'),
      icon: IconLock,
      needs: 'ASSET_EDIT',
      run: begin('QUARANTINE'),
    },
    {
      id: 'retire',
      label: t('inventory.actions.retirement'),
      icon: IconArchive,
      danger: true,
      needs: 'ASSET_DISPOSE',
      run: begin('RETIRE'),
    },
  ]
  return (
    <>
      <DataGrid<AssetLine>
        list="assets"
        label={t('inventory.assets')}
        columns={columns}
        filters={filters}
        fixed={props.fixed}
        inAddress={props.inAddress}
        height={props.height}
        defaultSort="number"
        rowHref={(asset) => `/assets/${asset.id}`}
        rowLabel={(asset) => `${asset.number}, ${asset.product.name}`}
        bulkActions={bulkActions}
        searchPlaceholder={t('inventory.searchHint')}
        empty={props.empty ?? <EmptyState icon={IconBox} title={t('inventory.noAssets')} text={t('inventory.noAssetsText')} />}
      />
      {bulk && <BulkActionDialog {...bulk} onClose={() => setBulk(null)} />}
    </>
  )
}
