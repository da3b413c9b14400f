import type { KeyboardEvent } from 'react'
import { stepOf } from '../model/order'
import { type Field, fieldsOf } from '../model/rows'
import type { Board } from './grid'

type Hands = {
  board: Board
  active: number
  selected: ReadonlySet<string>
  pageful: () => number
  go: (row: number, extend: boolean) => void
  edit: (row: number, field: Field, instead?: string) => void
  openAdd: (groupId: string | null) => void
  fold: (groupId: string, folded: boolean) => void
  toggle: (id: string) => void
  select: (ids: ReadonlySet<string>) => void
}

/** The keys of the list while nothing in it is edited. What they do is told by the "?" key. */
export function onListKey(event: KeyboardEvent<HTMLElement>, hands: Hands) {
  if (event.target !== event.currentTarget) return
  const { board, active, selected } = hands
  const row = board.rows[active]
  const line = row?.type === 'line' ? row.line : undefined
  const group = row?.type === 'group' ? row.group : undefined
  const ids = selected.size > 0 ? selected : new Set(line ? [line.id] : [])
  const mod = event.ctrlKey || event.metaKey
  const done = () => {
    event.preventDefault()
    event.stopPropagation()
  }
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    done()
    if (!board.editable) return
    const { groups } = board.list
    if (group) {
      const at = groups.findIndex((one) => one.id === group.id)
      if (event.key === 'ArrowUp' && at > 0) void board.actions.moveGroup(group.id, groups[at - 1]!.id)
      if (event.key === 'ArrowDown' && at < groups.length - 1) void board.actions.moveGroup(group.id, groups[at + 2]?.id ?? null)
    }
    const place = line && stepOf(board.lines, groups, line.id, event.key === 'ArrowUp' ? 'up' : 'down')
    if (place) void board.actions.move(place)
    return
  }
  if (event.altKey) return
  const step = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: hands.pageful(),
    PageUp: -hands.pageful(),
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  }[event.key]
  if (step !== undefined) {
    done()
    return hands.go(Math.max(0, Math.min(board.rows.length - 1, active + step)), event.shiftKey)
  }
  if (mod && event.key.toLowerCase() === 'a') {
    done()
    return hands.select(new Set(board.rows.flatMap((one) => (one.type === 'line' ? [one.line.id] : []))))
  }
  if (mod) return
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      if (!group) return
      done()
      return hands.fold(group.id, event.key === 'ArrowLeft')
    case 'Enter':
    case 'F2':
      if (row === undefined) return
      done()
      if (row.type === 'add') return hands.openAdd(row.groupId)
      if (group) {
        if (event.key === 'F2' && board.editable) board.ask({ what: 'group', groupId: group.id })
        else if (row.type === 'group') hands.fold(group.id, !row.folded)
        return
      }
      if (!line) return
      return board.editable ? hands.edit(active, fieldsOf(line)[0]!) : board.ask({ what: 'details', line })
    case 'Escape':
      if (selected.size === 0) return
      done()
      return hands.select(new Set())
    case '?':
      done()
      return board.ask({ what: 'keys' })
    case 'd':
      if (!line) return
      done()
      return board.ask({ what: 'details', line })
    case 'w':
      if (!line || !board.canWhy || !board.free?.has(line.id)) return
      done()
      return board.ask({ what: 'why', line })
  }
  if (!board.editable) return
  switch (event.key) {
    case ' ':
      if (!line) return
      done()
      return hands.toggle(line.id)
    case 'Delete':
    case 'Backspace':
      if (group && selected.size === 0) {
        done()
        return board.removeGroup(group)
      }
      if (ids.size === 0) return
      done()
      void board.actions.remove(ids)
      return hands.select(new Set())
    case 'm':
      if (ids.size === 0 || board.list.groups.length === 0) return
      done()
      return board.ask({ what: 'move', ids })
    case 's':
      if (!line || line.quantity < 2) return
      done()
      return board.ask({ what: 'split', line })
    case 'g':
      done()
      return board.ask({ what: 'group', groupId: null })
    case '/':
    case 'n':
      done()
      return hands.openAdd(row?.groupId ?? null)
  }
  if (/^[1-9]$/.test(event.key) && line && fieldsOf(line).includes('quantity')) {
    done()
    hands.edit(active, 'quantity', event.key)
  }
}
