import { Alert, Button, Group, List, Modal, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ResourceForm } from '@/components/form/ResourceForm'
import type { Selection } from '@/components/grid/types'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { LINES_MAX, type Obstacle, type Transfer, type TransferInput, touchedByTransfers, transferInput } from '../api/transfers'
import { TransferFields } from './TransferFields'

/** Asks where the ticked assets go; the transfer that begins with them has all of them, or those that can leave now. */
export function SendDialog({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  // The title keeps its number, also after the selection is cleared behind it.
  const [count] = useState(selection.count)
  const tooMany = count > LINES_MAX
  const begin = useQuery({
    queryKey: ['transfers', 'begin', selection.all ? selection.query : count],
    queryFn: async () => {
      const ids = await selection.loadIds()
      return { ids, from: await warehouseOf(ids[0]) }
    },
    enabled: !tooMany,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t('transfers.sendTitle', { count, shown: format.number(count) })}</Text>}
    >
      {tooMany ? (
        <Stack>
          <Alert color="warn">{t('transfers.tooMany', { max: format.number(LINES_MAX) })}</Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <QueryState query={begin}>{(start) => <Form {...start} selection={selection} onClose={onClose} />}</QueryState>
      )}
    </Modal>
  )
}

type Begin = { ids: string[]; from: { id: string; name: string } | null }

/** Where the first of them is, as the likely warehouse to leave; a guess, so it never stands in the way. */
async function warehouseOf(assetId: string | undefined): Promise<Begin['from']> {
  if (!assetId) return null
  try {
    const { location } = await api.get<{ location: { id: string; path: string[] } | null }>(`/assets/${assetId}`)
    if (!location) return null
    const { warehouseId } = await api.get<{ warehouseId: string }>(`/locations/${location.id}`)
    return { id: warehouseId, name: location.path[0] ?? '' }
  } catch {
    return null
  }
}

function Form({ ids, from, selection, onClose }: Begin & { selection: Selection; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByTransfers)
  const [each, setEach] = useState(false)
  const [obstacles, setObstacles] = useState<Obstacle[]>([])
  const save = async (input: TransferInput) => {
    setObstacles([])
    try {
      return await api.post<Transfer>('/transfers', { ...input, assetIds: ids, mode: each ? 'EACH' : 'ALL' })
    } catch (error) {
      if (isProblem(error, 'transfer-not-ready')) setObstacles((error.facts.lines as Obstacle[] | undefined) ?? [])
      throw error
    }
  }
  return (
    <ResourceForm<TransferInput, Transfer>
      schema={transferInput}
      values={{ fromId: from?.id ?? null, toId: null, plannedOn: null, arrivesOn: null, note: null } as unknown as TransferInput}
      inDialog
      submitLabel={t('transfers.create')}
      onCancel={onClose}
      save={save}
      onSaved={async (transfer) => {
        const left = ids.length - transfer.lines
        const shown = format.number(transfer.lines)
        showDone(
          [
            t('transfers.begun', { count: transfer.lines, shown, number: transfer.number }),
            left > 0 && t('transfers.leftOut', { count: left, shown: format.number(left) }),
          ]
            .filter(Boolean)
            .join(' '),
        )
        selection.clear()
        await navigate({ href: `/transfers/${transfer.id}` })
        await refresh()
      }}
    >
      <TransferFields from={from ?? undefined} />
      <Switch
        label={t('transfers.leaveOut')}
        description={t('transfers.leaveOutHint')}
        checked={each}
        onChange={(event) => setEach(event.currentTarget.checked)}
      />
      {obstacles.length > 0 && <Obstacles obstacles={obstacles} />}
    </ResourceForm>
  )
}

function Obstacles({ obstacles }: { obstacles: Obstacle[] }) {
  const { t, i18n } = useTranslation()
  const items = [...new Set(obstacles.map((one) => one.item))]
  const title = t('transfers.notSendableCount', { count: items.length })
  const why = ({ code, message, holder }: Obstacle) => {
    if (code === 'not-at-origin') return t('transfers.elsewhere')
    return i18n.exists(`transfers.obstacles.${code}`) ? t(`transfers.obstacles.${code}`, { holder }) : message
  }
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm" mah={180} style={{ overflowY: 'auto' }} tabIndex={0} aria-label={title}>
        {items.map((item) => (
          <List.Item key={item}>
            <b>{item}</b>{' '}
            {obstacles
              .filter((one) => one.item === item)
              .map(why)
              .join(' ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
