import { Button, Modal, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconTruckDelivery } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ResourceForm } from '@/components/form/ResourceForm'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { PageHeader } from '@/components/PageHeader'
import { PartControl } from '@/components/PartControl'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { useShow } from '@/components/useShow'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import {
  type Transfer,
  type TransferInput,
  touchedByTransfers,
  transferInput,
  transferStates,
  transferTone,
} from '../api/transfers'
import { TransferFields } from './TransferFields'

const parts = ['open', 'DRAFT', 'IN_TRANSIT', 'all'] as const
const fixed = {
  open: { state: ['DRAFT', 'IN_TRANSIT'] },
  DRAFT: { state: 'DRAFT' },
  IN_TRANSIT: { state: 'IN_TRANSIT' },
  all: {},
}

/** What goes from one warehouse to another. */
export function TransfersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByTransfers)
  const [part, setPart] = useShow(parts)
  const [creating, setCreating] = useState(false)
  const columns = useMemo<Column<Transfer>[]>(
    () => [
      {
        id: 'number',
        header: t('transfers.number'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.number}</b>,
        sort: 'number',
        width: 110,
        card: 'title',
      },
      {
        id: 'way',
        header: t('transfers.way'),
        cell: (one) => `${one.from.name} → ${one.to.name}`,
        width: 300,
        grow: true,
        card: 'subtitle',
      },
      {
        id: 'state',
        header: t('transfers.state'),
        cell: (one) => <StatusBadge tone={transferTone[one.state]}>{t(`transfers.states.${one.state}`)}</StatusBadge>,
        sort: 'state',
        width: 140,
        card: 'badge',
      },
      {
        id: 'lines',
        header: t('transfers.lines'),
        cell: (one) =>
          one.state === 'IN_TRANSIT' && one.pending < one.lines
            ? t('transfers.arrivedOf', { arrived: format.number(one.lines - one.pending), lines: format.number(one.lines) })
            : t('transfers.lineCount', { count: one.lines }),
        width: 140,
      },
      {
        id: 'differences',
        header: t('transfers.differences'),
        cell: (one) => (one.differences > 0 ? <Differences count={one.differences} /> : '–'),
        width: 130,
      },
      {
        id: 'plannedOn',
        header: t('transfers.plannedOn'),
        cell: (one) => format.date(one.plannedOn),
        sort: 'plannedOn',
        width: 130,
      },
      {
        id: 'arrivesOn',
        header: t('transfers.arrivesOn'),
        cell: (one) => format.date(one.arrivesOn),
        width: 130,
        card: 'none',
      },
      {
        id: 'dispatchedAt',
        header: t('transfers.dispatched'),
        cell: (one) => format.dateTime(one.dispatchedAt),
        width: 170,
        card: 'none',
      },
      {
        id: 'createdAt',
        header: t('transfers.created'),
        cell: (one) => format.date(one.createdAt),
        sort: 'createdAt',
        width: 130,
        hidden: true,
        card: 'none',
      },
      {
        id: 'createdBy',
        header: t('transfers.createdBy'),
        cell: (one) => one.createdByName,
        width: 150,
        hidden: true,
        card: 'none',
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      ...(part === 'all'
        ? [
            {
              id: 'state',
              label: t('transfers.state'),
              kind: 'options' as const,
              options: transferStates.map((one) => ({ value: one, label: t(`transfers.states.${one}`) })),
            },
          ]
        : []),
      { id: 'from', label: t('transfers.from'), kind: 'remote', endpoint: '/locations', query: { kind: 'WAREHOUSE' } },
      { id: 'to', label: t('transfers.to'), kind: 'remote', endpoint: '/locations', query: { kind: 'WAREHOUSE' } },
      {
        id: 'asset',
        label: t('transfers.asset'),
        kind: 'remote',
        endpoint: '/assets',
        optionLabel: ((one: { number: string }) => one.number) as never,
      },
      {
        id: 'flightCase',
        label: t('transfers.case'),
        kind: 'remote',
        endpoint: '/cases',
        optionLabel: ((one: { number: string }) => one.number) as never,
      },
      { id: 'product', label: t('transfers.product'), kind: 'remote', endpoint: '/products' },
    ],
    [t, part],
  )
  const create = can('MOVE') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('transfers.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('transfers.title')} text={t('transfers.text')}>
        {create}
      </PageHeader>
      <DataGrid<Transfer>
        key={part}
        list="transfers"
        label={t('transfers.title')}
        columns={columns}
        filters={filters}
        fixed={fixed[part]}
        defaultSort="-createdAt"
        rowHref={(one) => `/transfers/${one.id}`}
        rowLabel={(one) => `${one.number} ${one.from.name} → ${one.to.name}`}
        searchPlaceholder={t('transfers.search')}
        empty={
          <EmptyState icon={IconTruckDelivery} title={t(`transfers.none.${part}`)} text={t('transfers.noneText')}>
            {create}
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`transfers.parts.${one}`)} />
      </DataGrid>
      <Modal opened={creating} onClose={() => setCreating(false)} size="lg" title={<Text fw={650}>{t('transfers.new')}</Text>}>
        <ResourceForm<TransferInput, Transfer>
          schema={transferInput}
          values={{ fromId: null, toId: null, plannedOn: null, arrivesOn: null, note: null } as unknown as TransferInput}
          inDialog
          submitLabel={t('transfers.create')}
          onCancel={() => setCreating(false)}
          save={(input) => api.post<Transfer>('/transfers', input)}
          onSaved={async (transfer) => {
            await navigate({ href: `/transfers/${transfer.id}` })
            await refresh()
          }}
        >
          <TransferFields />
        </ResourceForm>
      </Modal>
    </>
  )
}

function Differences({ count }: { count: number }) {
  const { t } = useTranslation()
  return (
    <span style={{ color: 'var(--mantine-color-error)', display: 'inline-flex', gap: 4, alignItems: 'center', fontWeight: 550 }}>
      <IconAlertTriangle size={14} aria-hidden />
      {t('transfers.differenceCount', { count })}
    </span>
  )
}
