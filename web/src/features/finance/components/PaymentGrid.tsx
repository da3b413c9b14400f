import { IconCash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Payment } from '../api/finance'

/** Payments as a list: all of them, or those of an invoice. */
export function PaymentGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  views?: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const clients = can('CLIENT_READ') && props.fixed === undefined
  const columns = useMemo<Column<Payment>[]>(
    () => [
      {
        id: 'paidOn',
        header: t('finance.paidOn'),
        cell: (one) => format.date(one.paidOn),
        sort: 'paidOn',
        width: 130,
        card: 'subtitle',
      },
      { id: 'client', header: t('finance.client'), cell: (one) => one.client.name, grow: true, card: 'title' },
      { id: 'reference', header: t('finance.reference'), cell: (one) => one.reference ?? '–', grow: true, card: 'none' },
      {
        id: 'pays',
        header: t('finance.pays'),
        cell: (one) => (one.parts.length ? one.parts.map((part) => part.number).join(', ') : '–'),
        width: 190,
      },
      { id: 'amount', header: t('finance.amount'), cell: (one) => format.money(one.amount), width: 130, align: 'end' },
      {
        id: 'free',
        header: t('finance.free'),
        cell: (one) =>
          one.cancelledAt ? (
            <StatusBadge tone="gray">{t('finance.cancelled')}</StatusBadge>
          ) : one.free.amountMinor === 0 ? null : (
            format.money(one.free)
          ),
        width: 120,
        align: 'end',
        card: 'badge',
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      { id: 'free', label: t('finance.free'), kind: 'boolean' },
      ...(clients ? [{ id: 'client', label: t('finance.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
      { id: 'from', label: t('finance.from'), kind: 'date' },
      { id: 'to', label: t('finance.to'), kind: 'date' },
    ],
    [t, clients],
  )
  return (
    <DataGrid<Payment>
      list="payments"
      label={t('finance.payments')}
      columns={columns}
      filters={filters}
      defaultSort="-paidOn"
      rowLabel={(one) => `${format.date(one.paidOn)} ${one.client.name}`}
      rowHref={(one) => `/payments/${one.id}`}
      empty={<EmptyState icon={IconCash} title={t('finance.noPayments')} text={t('finance.noPaymentsText')} />}
      {...props}
    />
  )
}
