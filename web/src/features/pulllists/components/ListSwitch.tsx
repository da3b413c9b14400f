import { Button, Group } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { type PullList, pullListsQuery } from '@/lib/pull-lists'

/** The lists of the event, where there is more than one, and the way to another. */
export function ListSwitch({ list, onNew }: { list: PullList; onNew?: () => void }) {
  const { t } = useTranslation()
  const lists = useQuery(pullListsQuery(list.eventId))
  const all = lists.data?.items ?? []
  if (all.length < 2) return null
  return (
    <Group component="nav" gap={6} aria-label={t('pulllists.lists')}>
      {all.map((one) => (
        <ButtonLink
          key={one.id}
          to={`/events/${one.eventId}/lists/${one.id}` as '/'}
          size="compact-sm"
          h="auto"
          mih={30}
          maw="100%"
          styles={{ label: { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'start' } }}
          variant={one.id === list.id ? 'light' : 'subtle'}
          color={one.id === list.id ? undefined : 'gray'}
          aria-current={one.id === list.id ? 'page' : undefined}
          leftSection={one.locked ? <IconLock size={14} role="img" aria-label={t('pulllists.isLocked')} /> : undefined}
        >
          {one.id === list.id ? list.name : one.name}
        </ButtonLink>
      ))}
      {onNew && (
        <Button size="compact-sm" h={30} variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={onNew}>
          {t('pulllists.newList')}
        </Button>
      )}
    </Group>
  )
}
