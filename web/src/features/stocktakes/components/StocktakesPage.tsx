import { Button, Modal, Text } from '@mantine/core'
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { RemoteSelect, SwitchField, TextAreaField } from '@/components/form/fields'
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
import { type Stocktake, type StocktakeInput, stocktakeInput, stocktakeTone, touchedByStocktakes } from '../api/stocktakes'
import { useFound } from './useFound'

const parts = ['open', 'TO_CONFIRM', 'all'] as const
const fixed = { open: { state: ['COUNTING', 'TO_CONFIRM'] }, TO_CONFIRM: { state: 'TO_CONFIRM' }, all: {} }
const pathOf = (item: { name?: string; [field: string]: unknown }) =>
  Array.isArray(item.path) ? item.path.join(' › ') : (item.name ?? '')

/** Counts of places. */
export function StocktakesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const foundText = useFound()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByStocktakes)
  const [part, setPart] = useShow(parts)
  const [starting, setStarting] = useState(false)
  const columns = useMemo<Column<Stocktake>[]>(
    () => [
      {
        id: 'number',
        header: t('stocktakes.number'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.number}</b>,
        sort: 'number',
        width: 110,
        card: 'title',
      },
      {
        id: 'location',
        header: t('stocktakes.location'),
        cell: (one) => one.location.name,
        width: 240,
        grow: true,
        card: 'subtitle',
      },
      {
        id: 'state',
        header: t('stocktakes.state'),
        cell: (one) => <StatusBadge tone={stocktakeTone[one.state]}>{t(`stocktakes.states.${one.state}`)}</StatusBadge>,
        sort: 'state',
        width: 140,
        card: 'badge',
      },
      {
        id: 'found',
        header: t('stocktakes.found'),
        cell: (one) => foundText(one),
        width: 180,
      },
      { id: 'countedBy', header: t('stocktakes.countedBy'), cell: (one) => one.countedBy.join(', ') || '–', width: 200 },
      {
        id: 'startedAt',
        header: t('stocktakes.started'),
        cell: (one) => format.dateTime(one.startedAt),
        sort: 'startedAt',
        width: 170,
      },
      { id: 'closedBy', header: t('stocktakes.closedBy'), cell: (one) => one.closedByName ?? '–', width: 160, card: 'none' },
    ],
    [t, format, foundText],
  )
  const filters = useMemo<FilterDef[]>(
    () => [{ id: 'location', label: t('stocktakes.location'), kind: 'remote', endpoint: '/locations' }],
    [t],
  )
  const start = can('STOCK_ADJUST') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setStarting(true)}>
      {t('stocktakes.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('stocktakes.title')} text={t('stocktakes.text')}>
        {start}
      </PageHeader>
      <DataGrid<Stocktake>
        key={part}
        list="stocktakes"
        label={t('stocktakes.title')}
        columns={columns}
        filters={filters}
        fixed={fixed[part]}
        defaultSort="-startedAt"
        rowHref={(one) => `/stocktakes/${one.id}`}
        rowLabel={(one) => `${one.number} ${one.location.name}`}
        searchPlaceholder={t('stocktakes.search')}
        empty={
          <EmptyState icon={IconClipboardCheck} title={t(`stocktakes.none.${part}`)} text={t('stocktakes.noneText')}>
            {start}
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`stocktakes.parts.${one}`)} />
      </DataGrid>
      <Modal opened={starting} onClose={() => setStarting(false)} size="lg" title={<Text fw={650}>{t('stocktakes.new')}</Text>}>
        <ResourceForm<StocktakeInput, Stocktake>
          schema={stocktakeInput}
          values={{ locationId: null, below: true, secondPerson: true, note: null } as unknown as StocktakeInput}
          inDialog
          submitLabel={t('stocktakes.start')}
          onCancel={() => setStarting(false)}
          save={(input) => api.post<Stocktake>('/stocktakes', input)}
          onSaved={async (count) => {
            await navigate({ href: `/stocktakes/${count.id}` })
            await refresh()
          }}
        >
          <RemoteSelect name="locationId" label={t('stocktakes.location')} endpoint="/locations" optionLabel={pathOf} required />
          <SwitchField name="below" label={t('stocktakes.below')} description={t('stocktakes.belowHint')} />
          <SwitchField name="secondPerson" label={t('stocktakes.secondPerson')} description={t('stocktakes.secondPersonHint')} />
          <TextAreaField name="note" label={t('stocktakes.note')} rows={2} maxLength={2000} />
        </ResourceForm>
      </Modal>
    </>
  )
}
