import { Button, Modal, Text } from '@mantine/core'
import { IconArchive, IconArrowsMove, IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ResourceForm } from '@/components/form/ResourceForm'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef, Selection } from '@/components/grid/types'
import { usePrintLabels } from '@/components/labels/printLabels'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { contentsKinds, type FlightCase, type NewCaseInput, newCaseInput, statuses, statusTone } from '../api/cases'
import { CaseFields } from './CaseForm'
import { MoveDialog } from './MoveDialog'
import { useContentsText } from './texts'

const fresh = {
  number: null,
  name: '',
  contentsKind: 'PER_JOB',
  productId: null,
  tareWeightGrams: null,
  lengthMillimetres: null,
  widthMillimetres: null,
  heightMillimetres: null,
  payloadGramsMax: null,
  stackable: true,
  notes: null,
  aliases: [],
  locationId: null,
} as unknown as NewCaseInput

/** All flight cases: where they stand, what is in them, what they weigh. */
export function CasesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const contentsText = useContentsText()
  const [creating, setCreating] = useState(false)
  const [moving, setMoving] = useState<Selection | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['cases'] })
  const columns = useMemo<Column<FlightCase>[]>(
    () => [
      {
        id: 'number',
        header: t('cases.number'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.number}</b>,
        sort: 'number',
        width: 130,
        card: 'title',
      },
      { id: 'name', header: t('cases.name'), cell: (one) => one.name, sort: 'name', width: 200, grow: true, card: 'subtitle' },
      {
        id: 'status',
        header: t('cases.status'),
        cell: (one) => <StatusBadge tone={statusTone[one.status]}>{t(`cases.statuses.${one.status}`)}</StatusBadge>,
        sort: 'status',
        width: 130,
        card: 'badge',
      },
      { id: 'contents', header: t('cases.contents'), cell: contentsText, width: 190 },
      {
        id: 'location',
        header: t('cases.location'),
        cell: (one) =>
          one.parentNumber ? t('cases.inCase', { number: one.parentNumber, location: one.locationName }) : one.locationName,
        sort: 'location',
        width: 170,
      },
      {
        id: 'weight',
        header: t('cases.weight'),
        cell: (one) => `${one.measures.weightsUnknown > 0 ? '≥ ' : ''}${format.weight(one.measures.weightGrams)}`,
        align: 'end',
        width: 110,
      },
      {
        id: 'value',
        header: t('cases.value'),
        cell: (one) => one.measures.values.map(format.money).join(' + ') || '–',
        align: 'end',
        width: 120,
        card: 'none',
      },
      {
        id: 'kind',
        header: t('cases.contentsKind'),
        cell: (one) => t(`cases.contentsKinds.${one.contentsKind}`),
        width: 150,
        hidden: true,
        card: 'none',
      },
      {
        id: 'changedAt',
        header: t('cases.changed'),
        cell: (one) => format.relative(one.changedAt),
        sort: 'changedAt',
        width: 140,
        hidden: true,
        card: 'none',
      },
    ],
    [t, format, contentsText],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'status',
        label: t('cases.status'),
        kind: 'options',
        options: statuses.map((status) => ({ value: status, label: t(`cases.statuses.${status}`) })),
      },
      { id: 'location', label: t('cases.location'), kind: 'remote', endpoint: '/locations' },
      {
        id: 'kind',
        label: t('cases.contentsKind'),
        kind: 'options',
        options: contentsKinds.map((kind) => ({ value: kind, label: t(`cases.contentsKinds.${kind}`) })),
      },
      { id: 'product', label: t('cases.product'), kind: 'remote', endpoint: '/products' },
      { id: 'empty', label: t('cases.empty'), kind: 'boolean' },
      { id: 'nested', label: t('cases.nested'), kind: 'boolean' },
    ],
    [t],
  )
  const bulk = (type: 'CLOSE' | 'OPEN') => (selection: Selection) =>
    confirm({
      title: t(`cases.bulk.${type}.title`, { count: selection.count }),
      text: t('cases.bulk.each'),
      action: t(`cases.bulk.${type}.action`),
      run: async () => {
        const { lines } = await api.post<{ lines: { done: boolean }[] }>('/cases/bulk', {
          ids: await selection.loadIds(),
          action: { type },
          mode: 'EACH',
        })
        selection.clear()
        await refresh()
        const done = lines.filter((line) => line.done).length
        showDone(t('cases.bulk.done', { done, count: lines.length }))
      },
    })
  const printLabels = usePrintLabels('CASE')
  const bulkActions: BulkAction[] = [
    printLabels,
    { id: 'move', label: t('cases.move'), icon: IconArrowsMove, needs: 'MOVE', run: setMoving },
    { id: 'close', label: t('cases.close'), icon: IconLock, needs: 'CASE_EDIT', run: bulk('CLOSE') },
    { id: 'open', label: t('cases.open'), icon: IconLockOpen, needs: 'CASE_EDIT', run: bulk('OPEN') },
  ]
  const create = can('CASE_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('cases.newCase')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('cases.cases')} text={t('cases.casesText')}>
        {create}
      </PageHeader>
      <DataGrid<FlightCase>
        list="cases"
        label={t('cases.cases')}
        columns={columns}
        filters={filters}
        defaultSort="number"
        rowHref={(one) => `/cases/${one.id}`}
        rowLabel={(one) => `${one.number} ${one.name}`}
        bulkActions={bulkActions}
        empty={
          <EmptyState icon={IconArchive} title={t('cases.noCases')} text={t('cases.noCasesText')}>
            {create}
          </EmptyState>
        }
      />
      <Modal opened={creating} onClose={() => setCreating(false)} size="lg" title={<Text fw={650}>{t('cases.newCase')}</Text>}>
        <ResourceForm<NewCaseInput, FlightCase>
          schema={newCaseInput}
          values={fresh}
          inDialog
          submitLabel={t('cases.create')}
          onCancel={() => setCreating(false)}
          save={(values) => api.post<FlightCase>('/cases', { ...values, number: values.number?.trim() || null })}
          onSaved={async (one) => {
            await refresh()
            await navigate({ href: `/cases/${one.id}` })
          }}
        >
          <CaseFields fresh />
        </ResourceForm>
      </Modal>
      {moving && (
        <MoveDialog
          title={t('cases.moveMany', { count: moving.count })}
          onClose={() => setMoving(null)}
          save={async (locationId, note) => {
            const ids = await moving.loadIds()
            await api.post('/cases/bulk', { ids, action: { type: 'MOVE', locationId, note }, mode: 'ALL' })
          }}
          onSaved={async () => {
            const count = moving.count
            moving.clear()
            setMoving(null)
            await refresh()
            showDone(t('cases.movedMany', { count }))
          }}
        />
      )}
    </>
  )
}
