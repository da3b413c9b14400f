import { Alert, Button, Group, Text } from '@mantine/core'
import { IconBuildingWarehouse, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'

/** Whether the warehouse works from the list, who has unlocked it and why, and the way from the one to the other. */
export function Locked({ list, onUnlock, onLock }: { list: PullList; onUnlock: () => void; onLock: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const phase = t(`events.phases.${list.eventPhase}`)
  const over = list.eventPhase === 'CLOSED' || list.eventPhase === 'CANCELLED'
  const mayUnlock = can('PULL_LIST_UNLOCK') && !over
  if (list.locked)
    return (
      <Alert color="warn" py="xs" icon={<IconLock aria-hidden />} title={t('pulllists.lockedTitle')}>
        <Group justify="space-between" gap="sm">
          <Text size="sm">
            {t('pulllists.lockedText', { phase })} {!over && !mayUnlock && t('pulllists.lockedAsk')}
          </Text>
          {mayUnlock && (
            <Button size="xs" variant="default" leftSection={<IconLockOpen size={15} aria-hidden />} onClick={onUnlock}>
              {t('pulllists.unlock')}
            </Button>
          )}
        </Group>
      </Alert>
    )
  if (!list.unlockedAt) return null
  return (
    <Alert
      color="info"
      py="xs"
      icon={<IconLockOpen aria-hidden />}
      title={t('pulllists.unlockedTitle', { name: list.unlockedByName ?? '–', when: format.dateTime(list.unlockedAt) })}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {list.unlockReason}
        </Text>
        {can('EVENT_EDIT') && (
          <Button size="xs" variant="default" leftSection={<IconLock size={15} aria-hidden />} onClick={onLock}>
            {t('pulllists.lockAgain')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

/** Without a warehouse nothing is held, and nothing can be said about what is free. */
export function NoWarehouse({ list, canName, onName }: { list: PullList; canName: boolean; onName: () => void }) {
  const { t } = useTranslation()
  if (list.takenFromId) return null
  return (
    <Alert color="warn" py="xs" icon={<IconBuildingWarehouse aria-hidden />} title={t('pulllists.noWarehouse')}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('pulllists.noWarehouseText')}</Text>
        {canName && (
          <Button size="xs" variant="default" onClick={onName}>
            {t('pulllists.chooseWarehouse')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
