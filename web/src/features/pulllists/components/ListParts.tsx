import { ActionIcon, Box, Breadcrumbs, Button, Group, Menu, Text, Title } from '@mantine/core'
import {
  IconClipboardList,
  IconClipboardText,
  IconDots,
  IconFolderPlus,
  IconHistory,
  IconKeyboard,
  IconListNumbers,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type PullList, removeList } from '@/lib/pull-lists'
import type { EventOfList } from '../api/pull-lists'
import type { Asked } from './grid'
import { Onlookers } from './Onlookers'
import classes from './PullList.module.css'
import { useZoneFormat } from './useTimesText'

const tones: Record<string, Tone> = {
  ENQUIRY: 'gray',
  QUOTED: 'info',
  CONFIRMED: 'brand',
  ON_SITE: 'ok',
  CANCELLED: 'bad',
  CLOSED: 'gray',
}

/** Where one is, what the list is called, and from when until when it takes stock. */
export function Head({ list, event }: { list: PullList; event: EventOfList | undefined }) {
  const { t } = useTranslation()
  const format = useZoneFormat(event?.timeZone)
  return (
    <Box miw={0}>
      <Breadcrumbs fz="sm" mb={4} style={{ rowGap: 4 }}>
        <TextLink to={'/events' as '/'} size="sm">
          {t('nav.events')}
        </TextLink>
        <TextLink to={`/events/${list.eventId}` as '/'} size="sm">
          <Numbered>{[list.eventNumber, list.eventName].filter(Boolean).join(' ')}</Numbered>
        </TextLink>
      </Breadcrumbs>
      <Group gap="sm">
        <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {list.name}
        </Title>
        <StatusBadge tone={tones[list.eventPhase] ?? 'violet'}>{t(`events.phases.${list.eventPhase}`)}</StatusBadge>
        <Onlookers listId={list.id} />
      </Group>
      <Text size="sm" c="dimmed">
        {event
          ? t(list.takenFromName ? 'pulllists.takenFrom' : 'pulllists.takenFor', {
              from: format.dateTime(event.occupiedFrom),
              to: format.dateTime(event.occupiedTo),
              warehouse: list.takenFromName,
            })
          : '\u00a0'}
      </Text>
    </Box>
  )
}

export function ListMenu(props: {
  list: PullList
  editable: boolean
  ask: (asked: Asked | { what: 'versions' | 'rename' | 'new' | 'carnet' }) => void
  onGone: (eventId: string) => void
}) {
  const { t } = useTranslation()
  const { list, editable, ask } = props
  const icon = { size: 16, 'aria-hidden': true }
  const remove = () =>
    confirm({
      title: t('pulllists.removeListTitle', { name: list.name }),
      text: t('pulllists.removeListText', { count: list.lines }),
      action: t('pulllists.removeList'),
      danger: true,
      run: async () => {
        await removeList(list.id, list.version)
        props.onGone(list.eventId)
      },
    })
  return (
    <Menu width={250}>
      <Menu.Target>
        <ActionIcon aria-label={t('common.moreActions')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {editable && (
          <>
            <Menu.Item leftSection={<IconFolderPlus {...icon} />} onClick={() => ask({ what: 'group', groupId: null })}>
              {t('pulllists.newGroup')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconClipboardText {...icon} />}
              onClick={() => ask({ what: 'paste', groupId: list.groups.at(-1)?.id ?? null, text: '' })}
            >
              {t('pulllists.paste')}
            </Menu.Item>
          </>
        )}
        <Menu.Item
          component="a"
          href={url(`/pull-lists/${list.id}/print`)}
          target="_blank"
          leftSection={<IconPrinter {...icon} />}
        >
          {t('pulllists.print')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={url(`/pull-lists/${list.id}/print`, { form: 'PACKING_LIST' })}
          target="_blank"
          leftSection={<IconPrinter {...icon} />}
        >
          {t('pulllists.printPacking')}
        </Menu.Item>
        <Menu.Item leftSection={<IconListNumbers {...icon} />} onClick={() => ask({ what: 'carnet' })}>
          {t('carnet.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => ask({ what: 'versions' })}>
          {t('pulllists.versions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard {...icon} />} onClick={() => ask({ what: 'keys' })}>
          {t('pulllists.keys')}
        </Menu.Item>
        {editable && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => ask({ what: 'new' })}>
              {t('pulllists.newList')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => ask({ what: 'rename' })}>
              {t('pulllists.rename')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash {...icon} />} color="var(--mantine-color-error)" onClick={remove}>
              {t('pulllists.removeList')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What one does with an empty list. */
export function Start({ ask, onAdd }: { ask: (asked: Asked) => void; onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <Box style={{ position: 'absolute', inset: '120px 0 40px', pointerEvents: 'none' }}>
      <Box style={{ pointerEvents: 'auto', width: 'fit-content', margin: '0 auto' }}>
        <EmptyState icon={IconClipboardList} title={t('pulllists.empty')} text={t('pulllists.emptyText')}>
          <Group gap="sm" justify="center">
            <Button onClick={onAdd} leftSection={<IconPlus size={16} aria-hidden />}>
              {t('pulllists.addFirst')}
            </Button>
            <Button variant="default" onClick={() => ask({ what: 'group', groupId: null })}>
              {t('pulllists.newGroup')}
            </Button>
            <Button variant="default" onClick={() => ask({ what: 'paste', groupId: null, text: '' })}>
              {t('pulllists.paste')}
            </Button>
          </Group>
        </EmptyState>
      </Box>
    </Box>
  )
}

export function Foot(props: {
  count: number
  all: number
  loading: { isError: boolean; isFetching: boolean; refetch: () => unknown }
  waiting: boolean
  phone: boolean
  onKeys: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { count, all, loading } = props
  const counted = { count, number: format.number(count) }
  return (
    <div className={classes.foot}>
      <span role="status">
        {props.waiting
          ? t('pulllists.saving')
          : loading.isFetching && count < all
            ? t('pulllists.loadedSoFar', { number: format.number(count), all: format.number(all) })
            : t('pulllists.countOfLines', counted)}
      </span>
      {loading.isError && count < all && (
        <Button variant="subtle" size="compact-xs" color="bad" onClick={() => void loading.refetch()}>
          {t('pulllists.notAll')}
        </Button>
      )}
      {!props.phone && (
        <Button variant="subtle" size="compact-xs" leftSection={<IconKeyboard size={15} aria-hidden />} onClick={props.onKeys}>
          {t('pulllists.keys')}
        </Button>
      )}
    </div>
  )
}
