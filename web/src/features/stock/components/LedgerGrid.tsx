import { Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { TextLink } from '@/components/Link'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { useCan } from '@/lib/session'
import { type Entry, entryKinds, reasons, reversible } from '../api/stock'
import { Delta } from './Delta'
import { useStockWrite } from './useStockWrite'

/** Every change of stock, newest first; what can be taken back has a button for it. */
export function LedgerGrid({ productId, height = 'fill' }: { productId?: string; height?: 'fill' | number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { refresh } = useStockWrite()
  const reverse = (entry: Entry) =>
    confirm({
      title: t('stock.reverseTitle'),
      text: entry.kind === 'MOVE' ? t('stock.reverseMoveText') : t('stock.reverseText', { product: entry.productName }),
      action: t('stock.reverse'),
      run: async () => {
        await api.post(`/stock/entries/${entry.id}/reversal`, {})
        await refresh()
        showDone(t('stock.reversed'))
      },
    })
  const columns = useMemo<Column<Entry>[]>(() => {
    const product: Column<Entry> = {
      id: 'product',
      header: t('stock.product'),
      cell: (entry) => (
        <TextLink to={`/stock/${entry.productId}` as '/'} size="sm">
          {entry.productName}
        </TextLink>
      ),
      sort: 'product',
      width: 220,
      grow: true,
      card: 'title',
    }
    return [
      { id: 'at', header: t('stock.when'), cell: (entry) => format.dateTime(entry.at), sort: 'at', width: 165 },
      ...(productId ? [] : [product]),
      {
        id: 'kind',
        header: t('stock.what'),
        cell: (entry) => (
          <StatusBadge tone={entry.kind === 'REVERSAL' ? 'gray' : 'info'}>{t(`stock.entryKinds.${entry.kind}`)}</StatusBadge>
        ),
        width: 125,
        card: productId ? 'title' : 'badge',
      },
      {
        id: 'location',
        header: t('stock.location'),
        cell: (entry) => entry.locationName,
        sort: 'location',
        width: productId ? 120 : 160,
        card: 'subtitle',
      },
      {
        id: 'delta',
        header: t('stock.change'),
        cell: (entry) => <Delta value={entry.delta} />,
        sort: 'delta',
        align: 'end',
        width: 85,
        card: productId ? 'badge' : undefined,
      },
      {
        id: 'resulting',
        header: t('stock.then'),
        cell: (entry) => format.number(entry.resulting),
        align: 'end',
        width: 75,
      },
      { id: 'why', header: t('stock.why'), cell: (entry) => <Why entry={entry} />, width: productId ? 120 : 200, grow: true },
      { id: 'by', header: t('stock.who'), cell: (entry) => entry.byName, width: 140, hidden: Boolean(productId) },
      {
        id: 'reverse',
        header: t('common.actions'),
        cell: (entry): ReactNode =>
          entry.reversedById ? (
            <StatusBadge tone="warn">{t('stock.takenBack')}</StatusBadge>
          ) : (
            can('STOCK_ADJUST') &&
            reversible(entry) && (
              <Button size="compact-sm" variant="default" onClick={() => reverse(entry)}>
                {t('stock.reverse')}
              </Button>
            )
          ),
        width: 120,
        card: 'action',
      },
    ]
  }, [t, format, productId])
  const filters = useMemo<FilterDef[]>(
    () => [
      ...(productId
        ? []
        : [{ id: 'product', label: t('stock.product'), kind: 'remote', endpoint: '/products' } satisfies FilterDef]),
      { id: 'location', label: t('stock.location'), kind: 'remote', endpoint: '/locations' },
      {
        id: 'kind',
        label: t('stock.what'),
        kind: 'options',
        options: entryKinds.map((kind) => ({ value: kind, label: t(`stock.entryKinds.${kind}`) })),
      },
      {
        id: 'reason',
        label: t('stock.reason'),
        kind: 'options',
        options: reasons.map((reason) => ({ value: reason, label: t(`stock.reasons.${reason}`) })),
      },
      { id: 'from', label: t('stock.fromDay'), kind: 'date', instant: 'start' },
      { id: 'to', label: t('stock.toDay'), kind: 'date', instant: 'end' },
    ],
    [t, productId],
  )
  return (
    <DataGrid<Entry>
      list="stock-entries"
      endpoint="/stock/entries"
      label={t('stock.ledger')}
      columns={columns}
      filters={filters}
      fixed={productId ? { product: productId } : undefined}
      inAddress={!productId}
      views={!productId}
      height={height}
      defaultSort="-at"
      rowLabel={(entry) => `${t(`stock.entryKinds.${entry.kind}`)} ${entry.productName}`}
      empty={<EmptyState icon={IconListDetails} title={t('stock.noEntries')} text={t('stock.noEntriesText')} />}
    />
  )
}

function Why({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const path = entry.ref && kindPath(entry.ref.kind, entry.ref.id)
  return (
    <>
      {entry.ref &&
        (path ? (
          <TextLink to={path as '/'} size="sm" mr={6}>
            {entry.ref.label}
          </TextLink>
        ) : (
          `${entry.ref.label} `
        ))}
      {[entry.reason && t(`stock.reasons.${entry.reason}`), entry.note !== entry.ref?.label && entry.note]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}
