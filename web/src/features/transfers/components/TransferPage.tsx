import { Alert, Card, Modal, Text } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconFileText, IconScan, IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  cancellationInput,
  type Line,
  linesQuery,
  type Obstacle,
  type Transfer,
  type TransferInput,
  touchedByTransfers,
  transferInput,
  transferInputOf,
  transferQuery,
  transferTone,
} from '../api/transfers'
import { LinesTable } from './LinesTable'
import { LoadTab } from './LoadTab'
import { TransferFields } from './TransferFields'

const ReceiveTab = later(() => import('./ReceiveTab').then((file) => file.ReceiveTab))

/** One transfer: loaded, sent, received. */
export function TransferPage({ id }: { id: string }) {
  const query = useQuery(transferQuery(id))
  const lines = useQuery(linesQuery(id))
  return (
    <QueryState query={query}>
      {(transfer) => (
        <QueryState query={lines}>{(found) => <Loaded key={transfer.id} transfer={transfer} lines={found} />}</QueryState>
      )}
    </QueryState>
  )
}

function Loaded({ transfer, lines }: { transfer: Transfer; lines: Line[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByTransfers)
  const [cancelling, setCancelling] = useState(false)
  const [obstacles, setObstacles] = useState<Obstacle[]>([])
  const draft = transfer.state === 'DRAFT'
  const away = transfer.state === 'IN_TRANSIT'
  const dispatch = () =>
    confirm({
      title: t('transfers.dispatchTitle', { number: transfer.number }),
      text: t('transfers.dispatchText', { count: transfer.lines, to: transfer.to.name }),
      action: t('transfers.dispatch'),
      run: async () => {
        try {
          await api.post(`/transfers/${transfer.id}/dispatch`)
          setObstacles([])
          showDone(t('transfers.dispatchedNamed', { number: transfer.number }))
        } catch (error) {
          if (!isProblem(error, 'transfer-not-ready')) throw error
          setObstacles((error.facts.lines as Obstacle[] | undefined) ?? [])
          showProblem(text(error))
        }
        await refresh()
      },
    })
  const content =
    draft && can('MOVE') ? (
      <LoadTab transfer={transfer} lines={lines} obstacles={obstacles} onChanged={refresh} />
    ) : away && can('MOVE') ? (
      <ReceiveTab transfer={transfer} lines={lines} onChanged={refresh} />
    ) : (
      <LinesTable lines={lines} />
    )
  return (
    <>
      <DetailPage
        parent={{ to: '/transfers', label: t('transfers.title') }}
        title={transfer.number}
        subtitle={
          <>
            <TextLink to={`/locations/${transfer.from.id}` as '/'} size="sm">
              {transfer.from.name}
            </TextLink>{' '}
            →{' '}
            <TextLink to={`/locations/${transfer.to.id}` as '/'} size="sm">
              {transfer.to.name}
            </TextLink>
          </>
        }
        picture={<IconTruckDelivery size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone={transferTone[transfer.state]}>{t(`transfers.states.${transfer.state}`)}</StatusBadge>
            {transfer.differences > 0 && (
              <StatusBadge tone="bad">{t('transfers.differenceCount', { count: transfer.differences })}</StatusBadge>
            )}
          </>
        }
        primary={
          draft
            ? {
                label: t('transfers.dispatch'),
                icon: IconTruckDelivery,
                run: dispatch,
                needs: 'MOVE',
                disabled: lines.length === 0,
              }
            : undefined
        }
        actions={[
          ...(draft || away
            ? [
                {
                  label: t('transfers.scan'),
                  icon: IconScan,
                  needs: 'SCAN',
                  run: () => void navigate({ href: `/scan/transfer/${transfer.id}` }),
                },
              ]
            : []),
          {
            label: t('transfers.printNote'),
            icon: IconFileText,
            run: () => void navigate({ href: `/transfers/${transfer.id}/note` }),
          },
          ...(draft || away
            ? [
                {
                  label: t(draft ? 'transfers.cancel' : 'transfers.turnBack'),
                  icon: IconBan,
                  danger: true,
                  needs: 'MOVE',
                  disabled: away && transfer.pending < transfer.lines,
                  run: () => setCancelling(true),
                },
              ]
            : []),
        ]}
        notice={<Notice transfer={transfer} />}
        facts={[
          { label: t('transfers.plannedOn'), value: format.date(transfer.plannedOn) },
          { label: t('transfers.arrivesOn'), value: format.date(transfer.arrivesOn) },
          { label: t('transfers.created'), value: `${format.dateTime(transfer.createdAt)}, ${transfer.createdByName}` },
          ...(transfer.dispatchedAt
            ? [
                {
                  label: t('transfers.dispatched'),
                  value: `${format.dateTime(transfer.dispatchedAt)}, ${transfer.dispatchedByName ?? '–'}`,
                },
              ]
            : []),
          ...(transfer.receivedAt
            ? [
                {
                  label: t('transfers.received'),
                  value: `${format.dateTime(transfer.receivedAt)}, ${transfer.receivedByName ?? '–'}`,
                },
              ]
            : []),
          ...(transfer.note ? [{ label: t('transfers.note'), value: transfer.note }] : []),
        ]}
        tabs={[
          {
            id: 'lines',
            label: t(draft ? 'transfers.tabs.load' : away ? 'transfers.tabs.receive' : 'transfers.lines'),
            count: transfer.lines,
            content,
          },
          ...(draft
            ? [{ id: 'details', label: t('transfers.tabs.details'), content: <Details transfer={transfer} onSaved={refresh} /> }]
            : []),
          {
            id: 'history',
            label: t('transfers.tabs.history'),
            content: <HistoryList path={`/transfers/${transfer.id}/history`} />,
          },
        ]}
      />
      <Modal
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={<Text fw={650}>{t(draft ? 'transfers.cancel' : 'transfers.turnBack')}</Text>}
      >
        <ResourceForm<{ reason: string }, Transfer>
          schema={cancellationInput}
          values={{ reason: '' }}
          inDialog
          submitLabel={t(draft ? 'transfers.cancel' : 'transfers.turnBack')}
          onCancel={() => setCancelling(false)}
          save={(input) => api.post<Transfer>(`/transfers/${transfer.id}/cancellation`, input)}
          onSaved={async () => {
            setCancelling(false)
            await refresh()
          }}
        >
          <Text size="sm">{t(draft ? 'transfers.cancelText' : 'transfers.turnBackText')}</Text>
          <TextAreaField name="reason" label={t('transfers.reason')} rows={2} required maxLength={2000} />
        </ResourceForm>
      </Modal>
    </>
  )
}

function Notice({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (transfer.state === 'CANCELLED') {
    return (
      <Alert color="gray" title={t('transfers.cancelledTitle')}>
        {[format.dateTime(transfer.cancelledAt), transfer.cancelReason].filter(Boolean).join(' · ')}
      </Alert>
    )
  }
  if (transfer.state === 'RECEIVED' && transfer.differences > 0) {
    return (
      <Alert color="warn" icon={<IconAlertTriangle aria-hidden />}>
        {t('transfers.differencesText')}
      </Alert>
    )
  }
  return null
}

function Details({ transfer, onSaved }: { transfer: Transfer; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <Card padding="lg">
      <ResourceForm<TransferInput, Transfer>
        schema={transferInput}
        values={transferInputOf(transfer)}
        version={transfer.version}
        disabled={!can('MOVE')}
        save={(_, { changed, version }) => api.patch<Transfer>(`/transfers/${transfer.id}`, changed, { version })}
        reload={async () => {
          const fresh = await api.get<Transfer>(`/transfers/${transfer.id}`)
          return { values: transferInputOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await onSaved()
          showDone(t('transfers.saved'))
        }}
      >
        <TransferFields transfer={transfer} />
      </ResourceForm>
    </Card>
  )
}
