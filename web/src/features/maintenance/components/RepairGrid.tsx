import { IconTool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { faultCategoriesQuery, itemText, type Repair, repairStates, repairTone, severities, severityTone } from '../api/repairs'
import { Late } from './Late'

/** Repairs as a list: all of them, or those of one asset or product. */
export function RepairGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  /** Off where every row is of the same asset. */
  withItem?: boolean
  filterState?: boolean
  empty?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const faults = useQuery(faultCategoriesQuery)
  const { withItem = true, filterState = true } = props
  const columns = useMemo<Column<Repair>[]>(
    () => [
      {
        id: 'number',
        header: t('maintenance.number'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.number}</b>,
        sort: 'number',
        width: 110,
        card: 'title',
      },
      ...(withItem
        ? [
            {
              id: 'item',
              header: t('maintenance.item'),
              cell: itemText,
              sort: 'asset',
              width: 230,
              card: 'subtitle',
            } satisfies Column<Repair>,
          ]
        : []),
      {
        id: 'fault',
        header: t('maintenance.fault'),
        cell: (one) => [one.faultCategory, one.description].filter(Boolean).join(': '),
        width: 220,
        grow: true,
        card: withItem ? undefined : 'subtitle',
      },
      {
        id: 'state',
        header: t('maintenance.state'),
        cell: (one) => <StatusBadge tone={repairTone[one.state]}>{t(`maintenance.states.${one.state}`)}</StatusBadge>,
        sort: 'state',
        width: 140,
        card: 'badge',
      },
      {
        id: 'severity',
        header: t('maintenance.severity'),
        cell: (one) => <StatusBadge tone={severityTone[one.severity]}>{t(`maintenance.severities.${one.severity}`)}</StatusBadge>,
        sort: 'severity',
        width: 110,
      },
      {
        id: 'reportedAt',
        header: t('maintenance.reported'),
        cell: (one) => format.date(one.reportedAt),
        sort: 'reportedAt',
        width: 120,
      },
      {
        id: 'expectedBack',
        header: t('maintenance.expectedBack'),
        cell: (one) => (one.overdue ? <Late text={format.date(one.expectedBack)} /> : format.date(one.expectedBack)),
        sort: 'expectedBack',
        width: 140,
      },
      {
        id: 'assignedTo',
        header: t('maintenance.assignedTo'),
        cell: (one) => one.assignedTo?.name ?? '–',
        width: 140,
        card: 'none',
      },
      {
        id: 'repairShop',
        header: t('maintenance.repairShop'),
        cell: (one) => one.repairShop?.name ?? '–',
        width: 150,
        card: 'none',
      },
      {
        id: 'cost',
        header: t('maintenance.cost'),
        cell: (one) => format.money(one.totalCost),
        align: 'end',
        width: 110,
        card: 'none',
      },
    ],
    [t, format, withItem],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      ...(filterState
        ? [
            {
              id: 'state',
              label: t('maintenance.state'),
              kind: 'options' as const,
              options: repairStates.map((one) => ({ value: one, label: t(`maintenance.states.${one}`) })),
            },
          ]
        : []),
      {
        id: 'severity',
        label: t('maintenance.severity'),
        kind: 'options',
        options: severities.map((one) => ({ value: one, label: t(`maintenance.severities.${one}`) })),
      },
      ...(filterState ? [{ id: 'overdue', label: t('maintenance.overdue'), kind: 'boolean' as const }] : []),
      {
        id: 'faultCategory',
        label: t('maintenance.faultCategory'),
        kind: 'options',
        options: (faults.data ?? []).map((one) => ({ value: one, label: one })),
      },
      ...(withItem && can('PRODUCT_READ')
        ? [{ id: 'product', label: t('maintenance.product'), kind: 'remote' as const, endpoint: '/products' }]
        : []),
      {
        id: 'repairShop',
        label: t('maintenance.repairShop'),
        kind: 'remote',
        endpoint: '/locations',
        query: { kind: 'REPAIR_SHOP' },
      },
      ...(can('USER_READ')
        ? [{ id: 'assignedTo', label: t('maintenance.assignedTo'), kind: 'remote' as const, endpoint: '/users' }]
        : []),
    ],
    [t, faults.data, withItem, filterState, can],
  )
  return (
    <DataGrid<Repair>
      list="maintenance-jobs"
      label={t('maintenance.repairs')}
      columns={columns}
      filters={filters}
      fixed={props.fixed}
      defaultSort="-reportedAt"
      rowHref={(one) => `/maintenance/${one.id}`}
      rowLabel={(one) => `${one.number} ${itemText(one)}`}
      searchPlaceholder={t('maintenance.searchRepairs')}
      inAddress={props.inAddress}
      height={props.height}
      above={props.above}
      views={props.inAddress !== false}
      empty={
        props.empty ?? <EmptyState icon={IconTool} title={t('maintenance.noRepairs')} text={t('maintenance.noRepairsText')} />
      }
    >
      {props.children}
    </DataGrid>
  )
}
