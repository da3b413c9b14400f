import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle, IconClipboardList, IconPlus, IconSearch } from '@tabler/icons-react'
import { type ComponentType, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { useHotkey } from '@/lib/hotkeys'
import type { PullList } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import type { PullLine } from '../api/pull-lists'
import type { Offer } from '../api/suggestions'
import { keeping } from '../model/keeping'
import { rowsOf } from '../model/rows'
import { type Span, takenFor } from '../model/times'
import { type Asked, type Board, columnsOf } from './grid'
import { Foot, Head, ListMenu, Start } from './ListParts'
import { ListSwitch } from './ListSwitch'
import { Locked, NoWarehouse } from './Locked'
import { type GridHandle, PullGrid } from './PullGrid'
import classes from './PullList.module.css'
import { Sums } from './Sums'
import { useActions } from './useActions'
import { usePullList } from './usePullList'
import { useTimesText } from './useTimesText'

const Dialogs = later(() => import('./Dialogs').then((file) => file.Dialogs))

/** Why so many are free of a product, a case or a kit; comes from the feature that knows. */
export type Why = ComponentType<{
  of: { kind: 'PRODUCT' | 'CASE' | 'KIT'; id: string }
  quantity: number
  question: Span & { warehouse: string }
}>

type Props = {
  listId: string
  /** As the address has it; links that know only the list say another. */
  eventId: string
  why: Why
  onGone: (eventId: string) => void
  onFound: (eventId: string) => void
}

/** What an event takes along, and the screen on which planners make it. */
export function PullListPage(props: Props) {
  const pull = usePullList(props.listId)
  const found = pull.list.data?.eventId
  useEffect(() => {
    if (found && found !== props.eventId) props.onFound(found)
  }, [found, props.eventId])
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
  const [asked, setAsked] = useState<Asked | { what: 'versions' | 'unlock' | 'rename' | 'new' | 'carnet' } | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [shortOnly, setShortOnly] = useState(false)
  const [find, setFind] = useState('')
  const looked = useDeferredValue(find)
  const editable = can('EVENT_EDIT') && !list.locked
  const timesText = useTimesText(event?.timeZone)

  const shortLines = useMemo(() => lines.filter((line) => (freeOf?.get(line.id)?.lacking ?? 0) > 0).length, [lines, freeOf])
  const keep = useMemo(() => keeping(looked, shortOnly ? freeOf : undefined), [looked, shortOnly, freeOf])
  const rows = useMemo(
    () =>
      rowsOf(lines, {
        groups: list.groups,
        folded,
        adding: editable && !keep,
        keep,
      }),
    [lines, list.groups, folded, editable, keep],
  )
  const canWhy = pull.seesStock && Boolean(list.takenFromId) && event !== undefined
  const template = columnsOf(freeOf !== undefined)
  const board = useMemo<Board>(
    () => ({
      list,
      rows,
      lines,
      actions,
      editable,
      phone,
      template,
      free: freeOf,
      totals: pull.totalsOf,
      canWhy,
      timesText,
      ask: setAsked,
      showAll: () => {
        setShortOnly(false)
        setFind('')
      },
      removeGroup: (group) => {
        const count = lines.filter((line) => line.groupId === group.id).length
        if (count === 0) return void actions.removeGroup(group.id)
        confirm({
          title: t('pulllists.removeGroupTitle', { group: group.name }),
          text: t('pulllists.removeGroupText', { count }),
          action: t('pulllists.removeGroup'),
          danger: true,
          run: () => actions.removeGroup(group.id),
        })
      },
    }),
    [list, rows, lines, actions, editable, phone, template, freeOf, pull.totalsOf, canWhy, timesText, t],
  )
  const fold = (groupId: string, shut: boolean) => {
    const next = new Set(folded)
    if (shut) next.add(groupId)
    else next.delete(groupId)
    setFolded(next)
  }
  const counted = useMemo(() => {
    const found = new Map<string, number>()
    if (pull.held === 'CONFIRMED') return found
    for (const { productId, kitId, caseId, assetId, quantity } of lines) {
      const id = productId ?? kitId ?? caseId ?? assetId
      if (id) found.set(id, (found.get(id) ?? 0) + quantity)
    }
    return found
  }, [lines, pull.held])
  const onList = useCallback((offer: Offer) => counted.get(offer.id) ?? 0, [counted])
  const add = () => grid.current?.add()
  useHotkey('n', add, editable && asked === null)
  const close = () => {
    setAsked(null)
    // Back to where the keys work; a dialog gives the focus back to what opened it first.
    requestAnimationFrame(() => grid.current?.focus())
  }

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Head list={list} event={event} />
        <Group gap={8}>
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
          <ListMenu list={list} editable={editable} ask={setAsked} onGone={props.onGone} />
        </Group>
      </div>
      <ListSwitch list={list} onNew={can('EVENT_EDIT') ? () => setAsked({ what: 'new' }) : undefined} />
      <NoWarehouse list={list} canName={editable} onName={() => setAsked({ what: 'rename' })} />
      <Locked list={list} onUnlock={() => setAsked({ what: 'unlock' })} onLock={() => void actions.lock()} />
      {lines.length > 0 && (
        <div className={classes.above}>
          <Sums totals={pull.totals} />
          {(lines.length > 12 || find !== '') && (
            <TextInput
              className={classes.find}
              leftSection={<IconSearch size={16} aria-hidden />}
              placeholder={t('pulllists.find')}
              aria-label={t('pulllists.find')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setFind('')
                if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'Escape') return
                event.preventDefault()
                grid.current?.focus()
              }}
            />
          )}
        </div>
      )}
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
                  target:
                    pull.seesStock && list.takenFromId && event ? { listId, groupId, span: takenFor(event, group) } : undefined,
                  onList,
                }
              }}
            />
            {keep && rows.length === 0 && (
              <Text size="sm" c="dimmed" p="md" className={classes.over}>
                {t('pulllists.nothingFound')}
              </Text>
            )}
            {lines.length === 0 && list.groups.length === 0 && <Start ask={setAsked} onAdd={add} />}
            <Foot
              count={lines.length}
              all={list.lines}
              loading={pull.lines}
              waiting={editor.waiting}
              onKeys={() => setAsked({ what: 'keys' })}
              phone={phone}
            />
          </>
        )}
      </div>
      {(asked || editor.conflict || editor.lacking) && (
        <Dialogs asked={asked} board={board} event={event} editor={editor} why={props.why} onClose={close} ask={setAsked} />
      )}
    </div>
  )
}
