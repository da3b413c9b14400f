import { IconFileInvoice } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn, nameColumn } from '@/components/grid/usualColumns'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type QuoteRow, quoteStates, tones } from '../api/quotes'

/** Quotes as a list: all of them, or those of one client or deal, or the templates. */
export function QuoteGrid(props: {
  fixed?: Query
  templates?: boolean
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  views?: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { templates, ...others } = props
  const whole = props.fixed === undefined
  const [clients, users, margin] = [can('CLIENT_READ') && whole, can('USER_READ'), can('QUOTE_MARGIN_READ')]
  const columns = useMemo<Column<QuoteRow>[]>(
    () => [
      ...(templates
        ? []
        : [
            {
              id: 'number',
              header: t('quotes.number'),
              cell: (one: QuoteRow) => `${one.number} · v${one.nth}`,
              sort: 'number',
              width: 150,
              card: 'subtitle',
            } as Column<QuoteRow>,
          ]),
      nameColumn(t('quotes.name')) as Column<QuoteRow>,
      ...(whole && !templates
        ? [
            {
              id: 'client',
              header: t('quotes.client'),
              cell: (one: QuoteRow) => one.client?.name ?? '–',
              width: 190,
            } as Column<QuoteRow>,
          ]
        : []),
      ...(templates
        ? []
        : [
            {
              id: 'state',
              header: t('quotes.state'),
              cell: (one: QuoteRow) => <StatusBadge tone={tones[one.state]}>{t(`quotes.states.${one.state}`)}</StatusBadge>,
              width: 130,
              card: 'badge',
            } as Column<QuoteRow>,
            {
              id: 'hire',
              header: t('quotes.hire'),
              cell: (one: QuoteRow) => format.days(one.hireFrom, one.hireTo),
              width: 220,
            } as Column<QuoteRow>,
          ]),
      { id: 'net', header: t('quotes.net'), cell: (one) => format.money(one.net), sort: 'net', width: 130, align: 'end' },
      ...(margin
        ? [
            {
              id: 'margin',
              header: t('quotes.margin'),
              cell: (one: QuoteRow) => format.money(one.margin),
              width: 130,
              align: 'end',
              card: 'none',
            } as Column<QuoteRow>,
          ]
        : []),
      {
        id: 'validUntil',
        header: t('quotes.validUntil'),
        cell: (one) => format.date(one.validUntil),
        sort: 'validUntil',
        width: 130,
        card: 'none',
      },
      { id: 'owner', header: t('quotes.owner'), cell: (one) => one.owner?.name ?? '–', width: 150, hidden: true, card: 'none' },
      changedColumn(t('quotes.changed'), format) as Column<QuoteRow>,
    ],
    [t, format, whole, templates, margin],
  )
  const filters = useMemo<FilterDef[]>(
    () =>
      templates
        ? []
        : [
            {
              id: 'state',
              label: t('quotes.state'),
              kind: 'options',
              options: quoteStates.map((one) => ({ value: one, label: t(`quotes.states.${one}`) })),
            },
            ...(clients ? [{ id: 'client', label: t('quotes.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
            ...(users ? [{ id: 'owner', label: t('quotes.owner'), kind: 'remote', endpoint: '/users' } as const] : []),
          ],
    [t, templates, clients, users],
  )
  return (
    <DataGrid<QuoteRow>
      list="quotes"
      label={t(templates ? 'quotes.templates' : 'quotes.quotes')}
      columns={columns}
      filters={filters}
      defaultSort={templates ? 'name' : '-number'}
      rowLabel={(one) => [one.number, one.name].filter(Boolean).join(' ')}
      rowHref={(one) => `/quotes/${one.id}`}
      empty={<EmptyState icon={IconFileInvoice} title={t('quotes.none')} text={t('quotes.noneText')} />}
      {...others}
    />
  )
}
