import { IconClipboardCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Inspection, results, resultTone } from '../api/inspections'
import { planKinds } from '../api/plans'

/** Recorded inspections: all of them, or those of one asset, product or plan. */
export function InspectionGrid(props: {
  fixed?: Query
  withAsset?: boolean
  withPlan?: boolean
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { withAsset = true, withPlan = true } = props
  const columns = useMemo<Column<Inspection>[]>(
    () => [
      {
        id: 'inspectedOn',
        header: t('maintenance.inspectedOn'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{format.date(one.inspectedOn)}</b>,
        sort: 'inspectedOn',
        width: 130,
        card: withAsset ? undefined : 'title',
      },
      ...(withAsset
        ? ([
            {
              id: 'asset',
              header: t('maintenance.asset'),
              cell: (one) => <b style={{ fontWeight: 550 }}>{one.asset.name}</b>,
              sort: 'asset',
              width: 140,
              card: 'title',
            },
            {
              id: 'product',
              header: t('maintenance.product'),
              cell: (one) => one.product.name,
              width: 200,
              grow: true,
              card: 'subtitle',
            },
          ] satisfies Column<Inspection>[])
        : []),
      ...(withPlan
        ? [
            {
              id: 'plan',
              header: t('maintenance.plan'),
              cell: (one) => one.plan.name,
              sort: 'plan',
              width: 200,
              grow: true,
            } satisfies Column<Inspection>,
          ]
        : []),
      {
        id: 'result',
        header: t('maintenance.result'),
        cell: (one) =>
          one.cancelledAt ? (
            <StatusBadge tone="gray">{t('maintenance.cancelled')}</StatusBadge>
          ) : (
            <StatusBadge tone={resultTone[one.result]}>{t(`maintenance.results.${one.result}`)}</StatusBadge>
          ),
        width: 170,
        card: 'badge',
      },
      { id: 'inspector', header: t('maintenance.inspector'), cell: (one) => one.inspector, width: 150 },
      { id: 'nextDue', header: t('maintenance.nextDue'), cell: (one) => format.date(one.nextDue), width: 130 },
    ],
    [t, format, withAsset, withPlan],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'result',
        label: t('maintenance.result'),
        kind: 'options',
        options: results.map((one) => ({ value: one, label: t(`maintenance.results.${one}`) })),
      },
      { id: 'from', label: t('maintenance.from'), kind: 'date' },
      { id: 'to', label: t('maintenance.until'), kind: 'date' },
      ...(withPlan
        ? [
            { id: 'plan', label: t('maintenance.plan'), kind: 'remote' as const, endpoint: '/inspection-plans' },
            {
              id: 'kind',
              label: t('maintenance.standard'),
              kind: 'options' as const,
              options: planKinds.map((one) => ({ value: one, label: t(`maintenance.planKinds.${one}`) })),
            },
          ]
        : []),
      ...(withAsset && can('PRODUCT_READ')
        ? [{ id: 'product', label: t('maintenance.product'), kind: 'remote' as const, endpoint: '/products' }]
        : []),
      { id: 'cancelled', label: t('maintenance.cancelled'), kind: 'boolean' },
    ],
    [t, withAsset, withPlan, can],
  )
  return (
    <DataGrid<Inspection>
      list="inspections"
      label={t('maintenance.inspections')}
      columns={columns}
      filters={filters}
      fixed={props.fixed}
      defaultSort="-inspectedOn"
      rowHref={(one) => `/maintenance/inspections/${one.id}`}
      rowLabel={(one) => `${one.asset.name} ${one.plan.name} ${format.date(one.inspectedOn)}`}
      searchPlaceholder={t('maintenance.searchInspections')}
      inAddress={props.inAddress}
      views={props.inAddress !== false}
      height={props.height}
      above={props.above}
      empty={
        <EmptyState icon={IconClipboardCheck} title={t('maintenance.noInspections')} text={t('maintenance.noInspectionsText')} />
      }
    />
  )
}
