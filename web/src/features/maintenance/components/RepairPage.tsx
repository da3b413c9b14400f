import { Alert, Card, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconPlayerPlay,
  IconPrinter,
  IconRefresh,
  IconTool,
  IconTrashX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, DetailPage, type Fact } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import {
  itemText,
  openStates,
  type Repair,
  type RepairInput,
  repairInput,
  repairInputOf,
  repairQuery,
  repairTone,
  severityTone,
  touchedByRepairs,
} from '../api/repairs'
import { Late } from './Late'
import type { RepairMove } from './RepairDialogs'
import { useDuration } from './useDuration'

const FaultFields = later(() => import('./RepairFields').then((file) => file.FaultFields))
const HandsFields = later(() => import('./RepairFields').then((file) => file.HandsFields))

const RepairDialog = later(() => import('./RepairDialogs').then((file) => file.RepairDialog))

const CostsTab = later(() => import('./CostsTab').then((file) => file.CostsTab))

/** One repair from the report to its end. */
export function RepairPage({ id }: { id: string }) {
  const query = useQuery(repairQuery(id))
  return <QueryState query={query}>{(repair) => <Loaded key={repair.id} repair={repair} />}</QueryState>
}

function Loaded({ repair }: { repair: Repair }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh(touchedByRepairs)
  const [moving, setMoving] = useState<RepairMove | null>(null)
  const step = (move: RepairMove, icon: Action['icon'], more: Partial<Action> = {}): Action => ({
    label: t(`maintenance.moves.${move}`),
    icon,
    run: () => setMoving(move),
    needs: 'MAINTENANCE_EDIT',
    ...more,
  })
  const start = step('start', IconPlayerPlay)
  const leave = [step('cancellation', IconBan), step('write-off', IconTrashX, { danger: true })]
  const moves: Record<Repair['state'], { primary?: Action; actions: Action[] }> = {
    REPORTED: { primary: start, actions: leave },
    IN_REPAIR: { primary: step('completion', IconCheck), actions: leave },
    REPAIRED: {
      primary: step('return', IconArrowBackUp),
      actions: [{ ...start, label: t('maintenance.moves.again'), icon: IconRefresh }],
    },
    RETURNED: { actions: [] },
    CANCELLED: { actions: [] },
    BEYOND_REPAIR: { actions: [] },
  }
  const { primary, actions } = moves[repair.state]
  return (
    <>
      <DetailPage
        parent={{ to: '/maintenance', label: t('maintenance.repairs') }}
        title={repair.number}
        subtitle={
          repair.asset ? (
            <>
              <TextLink to={`/assets/${repair.asset.id}` as '/'} size="sm" fw={550}>
                {repair.asset.name}
              </TextLink>{' '}
              ·{' '}
              <TextLink to={`/products/${repair.product.id}` as '/'} size="sm">
                {repair.product.name}
              </TextLink>
            </>
          ) : (
            <>
              {format.number(repair.quantity)} ×{' '}
              <TextLink to={`/stock/${repair.product.id}` as '/'} size="sm">
                {repair.product.name}
              </TextLink>
            </>
          )
        }
        picture={<IconTool size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone={repairTone[repair.state]}>{t(`maintenance.states.${repair.state}`)}</StatusBadge>
            <StatusBadge tone={severityTone[repair.severity]}>{t(`maintenance.severities.${repair.severity}`)}</StatusBadge>
          </>
        }
        primary={primary}
        actions={[...actions, { label: t('maintenance.print'), icon: IconPrinter, run: () => window.print() }]}
        notice={<Notice repair={repair} />}
        facts={useFacts(repair)}
        tabs={[
          { id: 'details', label: t('maintenance.tabs.details'), content: <Details repair={repair} onSaved={refresh} /> },
          {
            id: 'costs',
            label: t('maintenance.tabs.costs'),
            count: repair.lines.length || undefined,
            content: <CostsTab repair={repair} onChanged={refresh} />,
          },
          { id: 'files', label: t('maintenance.tabs.files'), content: <SubjectFiles kind="maintenance-job" id={repair.id} /> },
          {
            id: 'history',
            label: t('maintenance.tabs.history'),
            content: <HistoryList path={`/maintenance-jobs/${repair.id}/history`} />,
          },
        ]}
      />
      {moving && (
        <RepairDialog
          move={moving}
          repair={repair}
          onClose={() => setMoving(null)}
          onDone={async () => {
            setMoving(null)
            await refresh()
            showDone(t(`maintenance.moved.${moving}`, { number: repair.number, item: itemText(repair) }))
          }}
        />
      )}
    </>
  )
}

function Notice({ repair }: { repair: Repair }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (repair.overdue) {
    return (
      <Alert color="bad" icon={<IconAlertTriangle aria-hidden />}>
        {t('maintenance.overdueSince', { date: format.date(repair.expectedBack) })}
      </Alert>
    )
  }
  if (openStates.includes(repair.state)) return null
  return (
    <Alert color={repair.state === 'RETURNED' ? 'ok' : 'gray'} title={t(`maintenance.ended.${repair.state}`)}>
      {[format.dateTime(repair.endedAt), repair.returnedTo?.name, repair.endNote].filter(Boolean).join(' · ')}
    </Alert>
  )
}

function useFacts(repair: Repair): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const duration = useDuration()
  return [
    { label: t('maintenance.reported'), value: `${format.dateTime(repair.reportedAt)}, ${repair.reportedByName}` },
    ...(repair.stockLocation ? [{ label: t('maintenance.takenFrom'), value: repair.stockLocation.name }] : []),
    { label: t('maintenance.faultCategory'), value: repair.faultCategory ?? '–' },
    { label: t('maintenance.assignedTo'), value: repair.assignedTo?.name ?? '–' },
    {
      label: t('maintenance.repairShop'),
      value: repair.repairShop ? (
        <TextLink to={`/locations/${repair.repairShop.id}` as '/'} size="sm">
          {repair.repairShop.name}
        </TextLink>
      ) : (
        '–'
      ),
    },
    {
      label: t('maintenance.expectedBack'),
      value: repair.overdue ? <Late text={format.date(repair.expectedBack)} /> : format.date(repair.expectedBack),
    },
    ...(repair.startedAt ? [{ label: t('maintenance.started'), value: format.dateTime(repair.startedAt) }] : []),
    ...(repair.repairedAt ? [{ label: t('maintenance.repaired'), value: format.dateTime(repair.repairedAt) }] : []),
    { label: t('maintenance.downtime'), value: duration(repair.downtimeMinutes) },
    { label: t('maintenance.cost'), value: format.money(repair.totalCost) },
  ]
}

function Details({ repair, onSaved }: { repair: Repair; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  const open = openStates.includes(repair.state)
  const away = repair.state === 'IN_REPAIR' || repair.state === 'REPAIRED'
  return (
    <Card padding="lg">
      <ResourceForm<RepairInput, Repair>
        schema={repairInput}
        values={repairInputOf(repair)}
        version={repair.version}
        disabled={!can('MAINTENANCE_EDIT')}
        save={(_, { changed, version }) => api.patch<Repair>(`/maintenance-jobs/${repair.id}`, changed, { version })}
        reload={async () => {
          const fresh = await api.get<Repair>(`/maintenance-jobs/${repair.id}`)
          return { values: repairInputOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await onSaved()
          showDone(t('maintenance.saved'))
        }}
      >
        {!open && (
          <Text size="sm" c="dimmed">
            {t('maintenance.settled')}
          </Text>
        )}
        <fieldset disabled={!open} style={{ border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: 16 }}>
          <FaultFields />
          <HandsFields repair={repair} shopDisabled={away} />
        </fieldset>
        <TextAreaField
          name="workDone"
          label={t('maintenance.workDone')}
          description={t('maintenance.workDoneHint')}
          maxLength={5000}
        />
      </ResourceForm>
    </Card>
  )
}
