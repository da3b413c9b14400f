import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { type By, type Content, type Contents, contentsQuery, type EventFacts, type Row } from '../api/timeline'
import { DAY } from '../model/scale'

/** Rows are asked for by the block, so that scrolling back asks nothing anew. */
export const BLOCK = 30
const BLOCKS_MAX = 5
const DAYS_MAX = 1_090
const MINUTE = 60_000
const QUARTER = 15 * MINUTE

const whole = (instant: number, step: number) => new Date(Math.round(instant / step) * step).toISOString()

/** The time that is fetched: what is looked at with some more around it, in steps, so that a little scrolling asks nothing. */
export function fetchedSpan(view: { from: number; to: number }) {
  const wide = view.to - view.from
  const step = wide / 2
  let from = Math.floor((view.from - step / 2) / step) * step
  let to = Math.ceil((view.to + step / 2) / step) * step
  const most = DAYS_MAX * DAY
  if (to - from > most) {
    const middle = (view.from + view.to) / 2
    from = middle - most / 2
    to = middle + most / 2
  }
  return { from: whole(from, MINUTE), to: whole(to, MINUTE) }
}

/** The time whose events have a row: what is in sight, or one would look at empty rows of what was before. */
export const rowsSpan = (view: { from: number; to: number }) => ({
  from: whole(view.from, QUARTER),
  to: whole(view.to, QUARTER),
})

export type Known = {
  rows: Map<string, Content>
  events: Map<string, EventFacts>
  /** The rows that were asked for last, by their places. */
  around: { from: number; to: number }
  pending: boolean
  error: Error | null
  retry: () => void
}

/** What is on the rows that are looked at. What was known of a row stays until something newer is. */
export function useContents(props: {
  by: By
  warehouse: string | undefined
  span: { from: string; to: string }
  row: (index: number) => Row | undefined
  first: number
  last: number
  /** Where the view is going: what comes there next is fetched ahead. */
  down: boolean
}): Known {
  const { by, warehouse, span, row } = props
  const firstBlock = Math.max(0, Math.floor(props.first / BLOCK) - (props.down ? 0 : 1))
  const lastBlock = Math.floor(Math.max(0, props.last) / BLOCK) + (props.down ? 1 : 0)
  const [range] = useDebouncedValue(
    useMemo(() => ({ first: firstBlock, last: lastBlock }), [firstBlock, lastBlock]),
    90,
  )
  const asked = useMemo(() => ({ by, warehouse, ...span }), [by, warehouse, span])
  const blocks: string[][] = []
  for (let block = range.first; block <= range.last; block++) {
    if (blocks.length === BLOCKS_MAX) break
    const ids: string[] = []
    for (let index = block * BLOCK; index < (block + 1) * BLOCK; index++) {
      const one = row(index)
      if (one) ids.push(one.id)
    }
    if (ids.length > 0) blocks.push(ids)
  }
  const results = useQueries({
    queries: blocks.map((ids) => ({ ...contentsQuery(asked, ids), placeholderData: keepPreviousData })),
  })
  const memory = useRef<{ key: string; rows: Map<string, Content>; events: Map<string, EventFacts> }>(undefined)
  const key = `${by} ${warehouse}`
  const stamp = results.map((one) => `${one.dataUpdatedAt}${one.isPlaceholderData}`).join()
  const known = useMemo(() => {
    const old = memory.current?.key === key ? memory.current : undefined
    const rows = new Map(old?.rows)
    // One and the same until an event changes: what comes for some rows draws no others anew.
    const changed = results.some(({ data }) =>
      data?.events.some((one) => (old?.events.get(one.id)?.version ?? one.version) < one.version),
    )
    const events = changed ? new Map(old?.events) : (old?.events ?? new Map<string, EventFacts>())
    for (const { data, isPlaceholderData } of results as { data?: Contents; isPlaceholderData: boolean }[]) {
      if (!data || isPlaceholderData) continue
      for (const one of data.rows) rows.set(one.id, one)
      for (const one of data.events) if ((events.get(one.id)?.version ?? 0) <= one.version) events.set(one.id, one)
    }
    memory.current = { key, rows, events }
    return { rows, events }
  }, [key, stamp])
  const failed = results.find((one) => one.isError)
  return {
    ...known,
    around: { from: range.first * BLOCK, to: (range.last + 1) * BLOCK },
    pending: results.some((one) => one.isPending || one.isPlaceholderData),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  }
}
