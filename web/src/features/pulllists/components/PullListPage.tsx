import { ActionIcon, Box, Breadcrumbs, Button, Group, Menu, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconAlertTriangle,
  IconClipboardList,
  IconClipboardText,
  IconDots,
  IconFolderPlus,
  IconHistory,
  IconKeyboard,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { type ComponentType, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useHotkey } from '@/lib/hotkeys'
import { useCan } from '@/lib/session'
import { type PullLine, type PullList, removeList } from '../api/pull-lists'
import type { Offer } from '../api/suggestions'
import { rowsOf } from '../model/rows'
import { type Span, takenFor } from '../model/times'
import { stateOf } from './FreeCell'
import { type Asked, type Board, columnsOf } from './grid'
import { ListSwitch } from './ListSwitch'
import { Locked } from './Locked'
import { type GridHandle, PullGrid } from './PullGrid'
import classes from './PullList.module.css'
import { Sums } from './Sums'
import { useActions } from './useActions'
import { usePullList } from './usePullList'
import { useTimesText, useZoneFormat } from './useTimesText'

const Dialogs = later(() => import('./Dialogs').then((file) => file.Dialogs))

/** Why so many are free of a product; comes from the feature that knows. */
export type Why = ComponentType<{ product: string; question: Span & { warehouse: string } }>

const tones: Record<string, Tone> = { ENQUIRY: 'gray', QUOTED: 'info', CONFIRMED: 'ok', CANCELLED: 'bad', CLOSED: 'gray' }

type Props = { listId: string; why: Why; onGone: (eventId: string) => void }

/** What an event takes along, and the screen on which planners make it. */
export function PullListPage(props: Props) {
  const pull = usePullList(props.listId)
  return (
    <QueryState query={pull.list} lines={12}>
      {(list) => (
        <QueryState query={pull.lines} lines={12}>
          {(lines) => <Editor {...props} list={list} lines={lines} pull={pull} />}
        </QueryState>
      )}
    </QueryState>
  )
}

function Editor(props: Props & { list: PullList; lines: PullLine[]; pull: ReturnType<typeof usePullList> }) {
  const { t } = useTranslation()
  const can = useCan()
  const { list, lines, pull, listId } = props
  const { event, freeOf, editor } = pull
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const actions = useActions(listId, editor)
  const grid = useRef<GridHandle>(null)
  const [asked, setAsked] = useState<Asked | { what: 'versions' | 'unlock' | 'rename' | 'new' } | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [shortOnly, setShortOnly] = useState(false)
  const editable = can('EVENT_EDIT') && !list.locked
  const timesText = useTimesText(event?.timeZone)

  const shortLines = useMemo(() => lines.filter((line) => (freeOf?.get(line.id)?.short ?? 0) > 0).length, [lines, freeOf])
  const filtering = shortOnly && freeOf !== undefined
  const rows = useMemo(
    () =>
      rowsOf(lines, {
        groups: list.groups,
        folded,
        adding: editable && !filtering,
        keep: filtering
          ? (line) => {
              const free = freeOf.get(line.id)
              return free !== undefined && stateOf(free) !== 'enough'
            }
          : undefined,
      }),
    [lines, list.groups, folded, editable, filtering, freeOf],
  )
  const board: Board = {
    list,
    rows,
    lines,
    actions,
    editable,
    phone,
    template: columnsOf(freeOf !== undefined),
    free: freeOf,
    totals: pull.totalsOf,
    canWhy: pull.warehouse !== undefined && event !== undefined,
    timesText,
    ask: setAsked,
  }
  const fold = (groupId: string, shut: boolean) => {
    const next = new Set(folded)
    if (shut) next.add(groupId)
    else next.delete(groupId)
    setFolded(next)
  }
  const counted = useMemo(() => {
    const found = new Map<string, number>()
    if (pull.held === 'CONFIRMED') return found
    for (const { kind, productId, caseId, quantity } of lines) {
      const id = kind === 'PRODUCT' ? productId : kind === 'CASE' ? caseId : null
      if (id) found.set(id, (found.get(id) ?? 0) + quantity)
    }
    return found
  }, [lines, pull.held])
  const onList = useCallback((offer: Offer) => counted.get(offer.id) ?? 0, [counted])
  const add = () => {
    setShortOnly(false)
    grid.current?.add()
  }
  useHotkey('n', add, editable && asked === null)
  const close = () => {
    setAsked(null)
    // Back to where the keys work; a dialog gives the focus back to what opened it first.
    requestAnimationFrame(() => grid.current?.focus())
  }

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Head list={list} event={event} warehouse={undefined} />
        <Group gap="sm">
          {shortLines > 0 && (
            <Button
              variant={shortOnly ? 'filled' : 'light'}
              color="bad"
              leftSection={<IconAlertTriangle size={16} aria-hidden />}
              aria-pressed={shortOnly}
              onClick={() => setShortOnly(!shortOnly)}
            >
              {t('pulllists.linesShort', { count: shortLines })}
            </Button>
          )}
          {editable && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {t('pulllists.add')}
            </Button>
          )}
          <ListMenu list={list} editable={editable} ask={setAsked} onLock={() => void actions.lock()} onGone={props.onGone} />
        </Group>
      </div>
      <ListSwitch list={list} onNew={can('EVENT_EDIT') ? () => setAsked({ what: 'new' }) : undefined} />
      <Locked list={list} onUnlock={() => setAsked({ what: 'unlock' })} onLock={() => void actions.lock()} />
      {lines.length > 0 && <Sums totals={pull.totals} />}
      <div className={classes.card}>
        {lines.length === 0 && list.groups.length === 0 && !editable ? (
          <EmptyState icon={IconClipboardList} title={t('pulllists.empty')} text={t('pulllists.emptyReadOnly')} />
        ) : (
          <>
            <PullGrid
              board={board}
              handle={grid}
              fold={fold}
              adding={(groupId) => {
                const group = list.groups.find((one) => one.id === groupId)
                return {
                  groupName: group?.name ?? null,
                  warehouse: pull.seesStock ? pull.warehouse : undefined,
                  span: event && takenFor(event, group),
                  onList,
                }
              }}
            />
            {lines.length === 0 && <Start ask={setAsked} onAdd={add} />}
            <Foot count={lines.length} waiting={editor.waiting} onKeys={() => setAsked({ what: 'keys' })} phone={phone} />
          </>
        )}
      </div>
      {(asked || editor.conflict) && (
        <Dialogs
          asked={asked}
          board={board}
          event={event}
          warehouse={pull.warehouse}
          editor={editor}
          why={props.why}
          onClose={close}
          ask={setAsked}
        />
      )}
    </div>
  )
}

function Head({ list, event }: { list: PullList; event: ReturnType<typeof usePullList>['event']; warehouse?: string }) {
  const { t } = useTranslation()
  const format = useZoneFormat(event?.timeZone)
  return (
    <Box miw={0}>
      <Breadcrumbs fz="sm" mb={4}>
        <TextLink to={'/events' as '/'} size="sm">
          {t('nav.events')}
        </TextLink>
        <TextLink to={`/events/${list.eventId}` as '/'} size="sm">
          {[list.eventNumber, list.eventName].filter(Boolean).join(' · ')}
        </TextLink>
      </Breadcrumbs>
      <Group gap="sm">
        <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {list.name}
        </Title>
        <StatusBadge tone={tones[list.eventPhase] ?? 'violet'}>{t(`events.phases.${list.eventPhase}`)}</StatusBadge>
      </Group>
      <Text size="sm" c="dimmed">
        {event
          ? t('pulllists.takenFor', { from: format.dateTime(event.occupiedFrom), to: format.dateTime(event.occupiedTo) })
          : '\u00a0'}
      </Text>
    </Box>
  )
}

function ListMenu(props: {
  list: PullList
  editable: boolean
  ask: (asked: Asked | { what: 'versions' | 'rename' }) => void
  onLock: () => void
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
        <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => ask({ what: 'versions' })}>
          {t('pulllists.versions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard {...icon} />} onClick={() => ask({ what: 'keys' })}>
          {t('pulllists.keys')}
        </Menu.Item>
        {editable && (
          <>
            <Menu.Divider />
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
function Start({ ask, onAdd }: { ask: (asked: Asked) => void; onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <Box style={{ position: 'absolute', inset: '120px 0 40px', pointerEvents: 'none' }}>
      <Box style={{ pointerEvents: 'auto', width: 'fit-content', margin: '0 auto' }}>
        <EmptyState icon={IconClipboardList} title={t('pulllists.empty')} text={t('pulllists.emptyText')}>
          <Group gap="sm" justify="center">
            <Button onClick={onAdd} leftSection={<IconPlus size={16} aria-hidden />}>
              {t('pulllists.add')}
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

function Foot(props: { count: number; waiting: boolean; phone: boolean; onKeys: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.foot}>
      <span role="status">{props.waiting ? t('pulllists.saving') : t('pulllists.countOfLines', { count: props.count })}</span>
      {!props.phone && (
        <Button variant="subtle" size="compact-xs" leftSection={<IconKeyboard size={15} aria-hidden />} onClick={props.onKeys}>
          {t('pulllists.keys')}
        </Button>
      )}
    </div>
  )
}
