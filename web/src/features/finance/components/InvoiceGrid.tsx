import { IconReceiptEuro } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { currencies } from '@/lib/zones'
import { ages, type Invoice, invoiceKinds, invoiceStates } from '../api/finance'
import { InvoiceBadge } from './InvoiceBadge'

/** Invoices as a list: all of them, or those of one client or event. */
export function InvoiceGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  views?: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const some = props.fixed !== undefined
  const clients = can('CLIENT_READ') && !some
  const columns = useMemo<Column<Invoice>[]>(
    () => [
      {
        id: 'number',
        header: t('finance.number'),
        cell: (one) => one.number ?? t('finance.states.DRAFT'),
        sort: 'number',
        width: 118,
        card: 'subtitle',
      },
      { id: 'title', header: t('finance.title'), cell: (one) => one.title, grow: true, card: 'title' },
      ...(some
        ? []
        : [{ id: 'client', header: t('finance.client'), cell: (one: Invoice) => one.client.name, sort: 'client', width: 170 }]),
      { id: 'kind', header: t('finance.kind'), cell: (one) => t(`finance.kinds.${one.kind}`), width: 112, card: 'none' },
      { id: 'state', header: t('finance.state'), cell: (one) => <InvoiceBadge invoice={one} />, width: 112, card: 'badge' },
      { id: 'issuedOn', header: t('finance.issuedOn'), cell: (one) => format.date(one.issuedOn), sort: 'issuedOn', width: 116 },
      { id: 'due', header: t('finance.dueOn'), cell: (one) => format.date(one.dueOn), sort: 'due', width: 116, card: 'none' },
      { id: 'gross', header: t('finance.gross'), cell: (one) => format.money(one.gross), width: 116, align: 'end' },
      { id: 'open', header: t('finance.open'), cell: (one) => format.money(one.open), sort: 'open', width: 116, align: 'end' },
    ],
    [t, format, some],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'state',
        label: t('finance.state'),
        kind: 'options',
        options: invoiceStates.map((one) => ({ value: one, label: t(`finance.states.${one}`) })),
      },
      {
        id: 'kind',
        label: t('finance.kind'),
        kind: 'options',
        options: invoiceKinds.map((one) => ({ value: one, label: t(`finance.kinds.${one}`) })),
      },
      { id: 'overdue', label: t('finance.overdue'), kind: 'boolean' },
      { id: 'open', label: t('finance.open'), kind: 'boolean' },
      {
        id: 'age',
        label: t('finance.daysLate'),
        kind: 'options',
        options: Object.entries(ages).map(([value, column]) => ({ value, label: t(`finance.age.${column}`) })),
      },
      {
        id: 'currency',
        label: t('finance.currency'),
        kind: 'options',
        single: true,
        options: currencies.map((one) => ({ value: one, label: one })),
      },
      ...(clients ? [{ id: 'client', label: t('finance.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
      { id: 'issuedFrom', label: t('finance.issuedFrom'), kind: 'date' },
      { id: 'issuedTo', label: t('finance.issuedTo'), kind: 'date' },
    ],
    [t, clients],
  )
  return (
    <DataGrid<Invoice>
      list="invoices"
      label={t('finance.invoices')}
      columns={columns}
      filters={filters}
      defaultSort="-issuedOn"
      rowLabel={(one) => `${one.number ?? t('finance.states.DRAFT')} ${one.title}`}
      rowHref={(one) => `/invoices/${one.id}`}
      empty={<EmptyState icon={IconReceiptEuro} title={t('finance.noInvoices')} text={t('finance.noInvoicesText')} />}
      {...props}
    />
  )
}
