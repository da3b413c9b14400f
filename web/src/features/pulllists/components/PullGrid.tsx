import { VisuallyHidden } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineChange, NewLine, PullLine } from '../api/pull-lists'
import { addKey, type Field, nextField } from '../model/rows'
import type { Adding } from './AddRow'
import { BulkBar } from './BulkBar'
import type { Leaving } from './CellEditor'
import { GridRow, type Hands } from './GridRow'
import { type Board, type Editing, HEAD, sizeOf } from './grid'
import classes from './PullList.module.css'
import { useDragLines } from './useDragLines'
import { onListKey } from './useKeys'

export type GridHandle = { add: (groupId?: string | null) => void; focus: () => void; reveal: (lineId: string) => void }

type Props = {
  board: Board
  handle: RefObject<GridHandle | null>
  fold: (groupId: string, folded: boolean) => void
  adding: (groupId: string | null) => Omit<Adding, 'add' | 'pasted' | 'leave'>
}

/** The list itself: a grid for keyboard and mouse, drawn only where the person looks. */
export function PullGrid({ board, handle, fold, adding }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { rows, actions, editable, phone } = board
  const scroll = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState(-1)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [open, setOpen] = useState<{ groupId: string | null } | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const indexOf = (key: string | null) => (key === null ? -1 : rows.findIndex((row) => row.key === key))
  const active = indexOf(activeKey)
  const openIndex = open ? indexOf(addKey(open.groupId)) : -1
  const kept = [active, openIndex, editing ? indexOf(editing.key) : -1].filter((one) => one >= 0)

  const margin = phone ? 0 : HEAD
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => sizeOf(rows[index], phone),
    getItemKey: (index) => rows[index]!.key,
    // What is being edited stays there, wherever one scrolls.
    rangeExtractor: (range) => [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    overscan: 12,
    // The names of the columns stand above the rows, and over them.
    scrollMargin: margin,
    scrollPaddingStart: margin,
    scrollPaddingEnd: 6,
    initialRect: { width: 1000, height: 600 },
  })
  const shape = useMemo(() => rows.map((row) => row.type[0]).join(''), [rows])
  useEffect(() => virtual.measure(), [phone, shape, margin, virtual])
  // The field moves down below what it adds.
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: 'auto' })
  }, [openIndex, virtual])

  const focus = () => scroll.current?.focus({ preventScroll: true })
  const activate = (index: number) => {
    setActiveKey(rows[index]?.key ?? null)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const go = (index: number, extend: boolean) => {
    if (extend && editable) {
      const from = anchor >= 0 && selected.size > 0 ? anchor : Math.max(0, active)
      setAnchor(from)
      const [low, high] = [Math.min(from, index), Math.max(from, index)]
      setSelected(new Set(rows.slice(low, high + 1).flatMap((row) => (row.type === 'line' ? [row.line.id] : []))))
    }
    activate(index)
  }
  const toggle = (lineId: string) => {
    const next = new Set(selected)
    if (!next.delete(lineId)) next.add(lineId)
    setSelected(next)
    setAnchor(indexOf(lineId))
  }
  const edit = (index: number, field: Field, instead?: string) => {
    const row = rows[index]
    if (row?.type !== 'line') return
    setActiveKey(row.key)
    setOpen(null)
    virtual.scrollToIndex(index, { align: 'auto' })
    setEditing({ key: row.key, field, instead, began: { version: board.list.version, line: row.line } })
  }
  const finish = (line: PullLine, patch: LineChange | null, how: Leaving) => {
    const was = editing?.began
    const field = editing?.field
    setEditing(null)
    if (patch && was) {
      // What somebody else has written there meanwhile is not overwritten unseen.
      const touched = (Object.keys(patch) as (keyof LineChange)[]).some(
        (name) => JSON.stringify(was.line[name]) !== JSON.stringify(line[name]),
      )
      void actions.change(line, patch, touched ? { began: was.version } : {})
    }
    if (how === 'blur') return
    focus()
    const here = indexOf(line.id)
    if (how === 'enter') {
      const next = rows.findIndex((row, i) => i > here && row.type !== 'group')
      if (next >= 0) activate(next)
    } else if (field) {
      const next = nextField(rows, { row: here, field }, how === 'next' ? 1 : -1)
      if (next) edit(next.row, next.field)
    }
  }
  const openAdd = (groupId: string | null) => {
    if (!editable) return
    // What is filtered has no place for more; the field opens where all is shown again.
    board.showAll()
    const { groups } = board.list
    const there = groups.some((one) => one.id === groupId) || indexOf(addKey(groupId)) >= 0
    const into = there ? groupId : (groups.at(-1)?.id ?? null)
    if (into && indexOf(addKey(into)) < 0) fold(into, false)
    setEditing(null)
    setActiveKey(addKey(into))
    setOpen({ groupId: into })
  }
  const add = async (groupId: string | null, line: NewLine) => {
    const added = await actions.add(groupId, [line])
    setFresh(new Set(added.map((one) => one.id)))
    setSaid(added.length > 0 ? t('pulllists.added', { what: actions.label(added[0]!) }) : '')
  }
  useImperativeHandle(handle, () => ({
    add: (groupId) => openAdd(groupId === undefined ? (rows[active]?.groupId ?? board.list.groups.at(-1)?.id ?? null) : groupId),
    focus,
    reveal: (lineId) => {
      const at = indexOf(lineId)
      if (at >= 0) activate(at)
    },
  }))
  const drag = useDragLines({
    rows,
    scroll,
    body,
    margin,
    virtual,
    onDrop: (place) => {
      void actions.move(place)
      setSelected(new Set())
    },
  })
  const heldBy = (line: PullLine) =>
    drag.held !== null && (drag.held.has(line.id) || (line.accessoryOf !== null && drag.held.has(line.accessoryOf)))
  const addingTo = (groupId: string | null): Adding => ({
    ...adding(groupId),
    add: (line) => void add(groupId, line),
    pasted: (text) => board.ask({ what: 'paste', groupId, text }),
    leave: (back) => {
      setOpen(null)
      if (back) focus()
    },
  })
  // Rows are drawn again only where something in them has changed, so what they call stays the same.
  const now: Hands = {
    activate: (key) => setActiveKey(key),
    extend: (index) => go(index, true),
    toggle,
    edit,
    finish,
    cancel: (back) => {
      setEditing(null)
      if (back) focus()
    },
    openAdd,
    fold,
    grip: (line, event) => drag.grip(selected.has(line.id) ? selected : new Set([line.id]))(event),
  }
  const latest = useRef(now)
  latest.current = now
  const hands = useMemo<Hands>(
    () => ({
      activate: (key) => latest.current.activate(key),
      extend: (index) => latest.current.extend(index),
      toggle: (lineId) => latest.current.toggle(lineId),
      edit: (index, field) => latest.current.edit(index, field),
      finish: (line, patch, how) => latest.current.finish(line, patch, how),
      cancel: (back) => latest.current.cancel(back),
      openAdd: (groupId) => latest.current.openAdd(groupId),
      fold: (groupId, folded) => latest.current.fold(groupId, folded),
      grip: (line, event) => latest.current.grip(line, event),
    }),
    [],
  )
  const dropRow = drag.drop && virtual.getVirtualItems().find((item) => item.index === drag.drop!.row)

  return (
    <>
      <BulkBar
        count={selected.size}
        canMove={board.list.groups.length > 0}
        onMove={() => board.ask({ what: 'move', ids: selected })}
        onRemove={() => {
          void actions.remove(selected)
          setSelected(new Set())
          focus()
        }}
        onClear={() => {
          setSelected(new Set())
          focus()
        }}
      />
      <div
        ref={scroll}
        className={classes.scroll}
        role="grid"
        tabIndex={0}
        aria-label={board.list.name}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={editable || undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onKeyDown={(event) =>
          onListKey(event, {
            board,
            active,
            selected,
            pageful: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / 40) - 2),
            go,
            edit,
            openAdd,
            fold,
            toggle,
            select: setSelected,
          })
        }
        onFocus={(event) => {
          if (event.target === event.currentTarget && active < 0 && rows.length > 0) setActiveKey(rows[0]!.key)
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (event.target !== event.currentTarget || !editable || !text.trim()) return
          event.preventDefault()
          board.ask({ what: 'paste', groupId: rows[active]?.groupId ?? null, text })
        }}
      >
        {!phone && (
          <div role="rowgroup" className={classes.columns}>
            <Columns board={board} />
          </div>
        )}
        <div ref={body} role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]!
            const line = row.type === 'line' ? row.line : undefined
            return (
              <GridRow
                key={item.key}
                id={`${id}-${item.index}`}
                board={board}
                hands={hands}
                row={row}
                index={item.index}
                top={item.start - margin}
                height={item.size}
                active={item.index === active}
                last={item.index === rows.length - 1}
                selected={line !== undefined && selected.has(line.id)}
                fresh={line !== undefined && fresh.has(line.id)}
                dragged={line !== undefined && heldBy(line)}
                editing={editing?.key === row.key ? editing : null}
                adding={item.index === openIndex ? addingTo(row.groupId) : null}
              />
            )
          })}
          {drag.drop && dropRow && (
            <div
              className={classes.drop}
              style={{ top: (drag.drop.edge === 'above' ? dropRow.start : dropRow.end) - margin - 1 }}
            />
          )}
        </div>
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

function Columns({ board }: { board: Board }) {
  const { t } = useTranslation()
  const head = (name: string, end = false) => (
    <div role="columnheader" className={end ? classes.end : undefined}>
      {name}
    </div>
  )
  return (
    <div role="row" aria-rowindex={1} className={classes.line} style={{ gridTemplateColumns: board.template }}>
      <div role="columnheader">
        <VisuallyHidden>{t('pulllists.columns.order')}</VisuallyHidden>
      </div>
      {head(t('pulllists.columns.quantity'), true)}
      {head(t('pulllists.columns.text'))}
      {head(t('pulllists.columns.code'))}
      {board.free !== undefined && head(t('pulllists.columns.free'))}
      {head(t('pulllists.columns.note'))}
      {head(t('pulllists.columns.price'), true)}
      <div role="columnheader">
        <VisuallyHidden>{t('pulllists.columns.actions')}</VisuallyHidden>
      </div>
    </div>
  )
}
