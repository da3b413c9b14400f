import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Query } from '@/lib/api/client'
import { dayEdge, useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { DataGridProps } from './types'
import { useColumns } from './useColumns'
import { useGridState } from './useGridState'
import { useSelection } from './useSelection'
import { useWindow } from './useWindow'

export const ROW = 40
export const TICK = 44
const CARD = 78

/** What a list knows and does, whether it is drawn as a table or as cards. */
export function useGrid<Row extends { id: string }>(props: DataGridProps<Row>) {
  const { list, endpoint = `/${list}`, columns, filters = [], fixed, bulkActions = [], inAddress = true } = props
  const format = useFormat()
  const can = useCan()
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const navigate = useNavigate()
  const id = useId()
  const [state, setState] = useGridState(
    filters.map((filter) => filter.id),
    props.defaultSort ?? '',
    inAddress,
  )
  const { shown, widthOf, layout, change } = useColumns(list, columns)
  const fixedText = JSON.stringify(fixed ?? {})
  const query = useMemo<Query>(
    () => ({
      ...Object.fromEntries(
        Object.entries(state.filters).map(([id, values]) => {
          const filter = filters.find((one) => one.id === id)
          return [
            id,
            filter?.kind === 'date' && filter.instant
              ? values.map((day) => dayEdge(day, filter.instant!, format.timeZone))
              : values,
          ]
        }),
      ),
      ...(JSON.parse(fixedText) as Query),
      q: state.q || undefined,
      sort: state.sort || undefined,
    }),
    [state, fixedText],
  )
  const filtered = Boolean(state.q) || Object.keys(state.filters).length > 0

  const [range, setRange] = useState({ first: 0, last: 40 })
  const rows = useWindow<Row>(list, endpoint, query, range.first, range.last, props.refreshEvery, props.idField, props.load)
  const picked = useSelection(endpoint, query, rows.total, props.idField)
  const actions = bulkActions.filter((action) => can(action.needs))
  const selectable = actions.length > 0
  const [active, setActive] = useState(-1)

  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => (phone ? CARD : ROW),
    overscan: 12,
    initialRect: { width: 1000, height: 600 },
  })
  // Cards and rows differ in height: what was measured as the one is not the other.
  useEffect(() => virtual.measure(), [phone, virtual])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 40
  useEffect(() => setRange((old) => (old.first === first && old.last === last ? old : { first, last })), [first, last])
  useEffect(() => {
    scroll.current?.scrollTo?.({ top: 0 })
    setActive(-1)
  }, [query])

  const open = (row: Row | undefined, event?: MouseEvent | KeyboardEvent) => {
    if (!row) return
    const href = props.rowHref?.(row)
    if (href && event && (event.ctrlKey || event.metaKey)) window.open(href, '_blank')
    else if (href) void navigate({ href })
    else props.onOpen?.(row)
  }
  const extending = useRef(0)
  const extendTo = async (index: number, anchor = picked.anchor) => {
    const from = Math.min(anchor, index)
    const to = Math.max(anchor, index)
    const mine = ++extending.current
    if (from === 0 && to === rows.total - 1) return picked.selectAll()
    const ids = (await rows.rows(from, to)).map((row) => row.id)
    // Whoever holds the arrow key down asks faster than pages come; the last word counts.
    if (mine === extending.current) picked.only(ids)
  }
  const tick = (row: Row, index: number, shift: boolean) => {
    if (shift) return void extendTo(index)
    picked.setAnchor(index)
    picked.toggle(row.id)
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const pageful = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / ROW) - 2)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: pageful, PageUp: -pageful, Home: -Infinity, End: Infinity }[event.key]
    const row = rows.row(active)
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.min(rows.total - 1, Math.max(0, active + step))
      setActive(next)
      virtual.scrollToIndex(next)
      if (!event.shiftKey || !selectable) return
      const anchor = picked.selection.count ? picked.anchor : Math.max(0, active)
      picked.setAnchor(anchor)
      void extendTo(next, anchor)
    } else if (event.key === ' ' && row && selectable) {
      event.preventDefault()
      tick(row, active, event.shiftKey)
    } else if (event.key === 'Enter') open(row, event)
    else if (event.key === 'Escape' && picked.selection.count) picked.clear()
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selectable) {
      event.preventDefault()
      picked.selectAll()
    }
  }

  return {
    id,
    list,
    endpoint,
    query,
    filters,
    filtered,
    phone,
    state,
    setState,
    columns,
    shown,
    widthOf,
    layout,
    changeLayout: change,
    rows,
    picked,
    actions,
    selectable,
    isAll: picked.selection.all || (rows.total > 0 && picked.selection.count >= rows.total),
    active,
    setActive,
    scroll,
    virtual,
    items,
    open,
    opens: Boolean(props.rowHref || props.onOpen),
    extendTo,
    tick,
    onKey,
  }
}

export type Grid<Row extends { id: string }> = ReturnType<typeof useGrid<Row>>
