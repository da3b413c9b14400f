import { IconCalendarCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef } from '@/components/grid/types'
import { StatusBadge } from '@/components/StatusBadge'
import { api, type Page, type Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Due, dueTone, resultTone } from '../api/inspections'
import { planKinds } from '../api/plans'
import { pathOf } from './pathOf'

type Category = { id: string; path: string[] }

/** What has to be inspected: a line per asset and plan. */
export function DueGrid(props: {
  fixed?: Query
  withProduct?: boolean
  withPlan?: boolean
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  bulkActions?: BulkAction[]
  empty?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { withProduct = true, withPlan = true } = props
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => api.get<Page<Category>>('/categories', { signal }),
    enabled: withProduct && can('PRODUCT_READ'),
  })
  const columns = useMemo<Column<Due>[]>(
    () => [
      {
        id: 'asset',
        header: t('maintenance.asset'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.asset.name}</b>,
        sort: 'asset',
        width: 140,
        card: 'title',
      },
      ...(withProduct
        ? [
            {
              id: 'product',
              header: t('maintenance.product'),
              cell: (one) => one.product.name,
              sort: 'product',
              width: 220,
              grow: true,
              card: 'subtitle',
            } satisfies Column<Due>,
          ]
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
            } satisfies Column<Due>,
          ]
        : []),
      {
        id: 'state',
        header: t('maintenance.state'),
        cell: (one) => <StatusBadge tone={dueTone[one.state]}>{t(`maintenance.dueStates.${one.state}`)}</StatusBadge>,
        width: 130,
        card: 'badge',
      },
      { id: 'dueOn', header: t('maintenance.dueOn'), cell: (one) => format.date(one.dueOn), sort: 'dueOn', width: 130 },
      {
        id: 'lastOn',
        header: t('maintenance.lastOn'),
        cell: (one) => (one.lastOn ? format.date(one.lastOn) : t('maintenance.never')),
        width: 140,
      },
      {
        id: 'lastResult',
        header: t('maintenance.lastResult'),
        cell: (one) =>
          one.lastResult ? (
            <StatusBadge tone={resultTone[one.lastResult]}>{t(`maintenance.results.${one.lastResult}`)}</StatusBadge>
          ) : (
            '–'
          ),
        width: 170,
        hidden: true,
        card: 'none',
      },
      { id: 'location', header: t('maintenance.location'), cell: (one) => one.location?.name ?? '–', width: 160 },
    ],
    [t, format, withProduct, withPlan],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      { id: 'location', label: t('maintenance.location'), kind: 'remote', endpoint: '/locations', optionLabel: pathOf as never },
      ...(withProduct && can('PRODUCT_READ')
        ? [
            {
              id: 'category',
              label: t('maintenance.category'),
              kind: 'options' as const,
              options: (categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' / ') })),
            },
            { id: 'product', label: t('maintenance.product'), kind: 'remote' as const, endpoint: '/products' },
          ]
        : []),
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
    ],
    [t, categories.data, withProduct, withPlan, can],
  )
  return (
    <DataGrid<Due>
      list="inspections-due"
      endpoint="/inspections/due"
      label={t('maintenance.due')}
      columns={columns}
      filters={filters}
      fixed={props.fixed}
      defaultSort="dueOn"
      rowHref={(one) => `/maintenance/record?plan=${one.plan.id}&asset=${one.asset.id}`}
      rowLabel={(one) => `${one.asset.name} ${one.plan.name}`}
      bulkActions={props.bulkActions}
      searchPlaceholder={t('maintenance.searchDue')}
      views={false}
      inAddress={props.inAddress}
      height={props.height}
      above={props.above}
      empty={
        props.empty ?? <EmptyState icon={IconCalendarCheck} title={t('maintenance.noDue')} text={t('maintenance.noDueText')} />
      }
    >
      {props.children}
    </DataGrid>
  )
}
