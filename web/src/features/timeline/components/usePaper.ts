import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { showProblem } from '@/components/toasts'
import { useProblemText } from '@/lib/problems'
import { type Bar, type Content, type Contents, contentsQuery, type EventFacts, type Row } from '../api/timeline'
import { beginOf, endOf } from '../model/lanes'
import type { OnPaper } from './TimelinePaper'
import type { TimelineState } from './useTimelineState'

/** So many rows are looked through, and so many are drawn: more are no sheet that anybody reads. */
const ROWS_MAX = 1_500
const DRAWN_MAX = 300
const AT_ONCE = 50

const whole = (instant: number) => new Date(Math.round(instant / 60_000) * 60_000).toISOString()

/**
 * What is looked at for paper: the rows that something stands on. By the button all its rows are fetched first; whoever prints by the browser's own key gets the rows that are known.
 * Nothing of it is drawn before somebody prints.
 */
export function usePaper(props: {
  state: TimelineState
  view: { from: number; to: number }
  rows: { total: number; row: (index: number) => Row | undefined; rows: (first: number, last: number) => Promise<Row[]> }
}) {
  const queryClient = useQueryClient()
  const text = useProblemText()
  const [paper, setPaper] = useState<OnPaper>()
  const [fetching, setFetching] = useState(false)
  const latest = useRef({ ...props, paper })
  latest.current = { ...props, paper }

  const made = (rows: (Row | undefined)[], answers: (Contents | undefined)[]): OnPaper => {
    const contents = new Map<string, Content>()
    const events = new Map<string, EventFacts>()
    for (const answer of answers) {
      for (const one of answer?.rows ?? []) contents.set(one.id, one)
      for (const one of answer?.events ?? []) events.set(one.id, one)
    }
    const { view, rows: all } = latest.current
    const seen = (bar: Bar) => beginOf(bar) < view.to && endOf(bar) > view.from
    const found = rows.flatMap((row) => {
      const content = row && contents.get(row.id)
      return row && content?.bars.some(seen) ? [{ row, content }] : []
    })
    return {
      rows: found.slice(0, DRAWN_MAX),
      total: all.total,
      events,
      ...view,
    }
  }
  const known = () => {
    const { state, rows } = latest.current
    const answers = queryClient.getQueriesData<Contents>({
      queryKey: ['timeline', 'contents'],
      predicate: ({ queryKey }) => {
        const asked = queryKey[2] as { by: string; warehouse?: string }
        return asked.by === state.by && asked.warehouse === state.warehouse
      },
    })
    const shown = Array.from({ length: Math.min(rows.total, ROWS_MAX) }, (_, index) => rows.row(index))
    return made(
      shown,
      answers.map(([, data]) => data),
    )
  }

  useEffect(() => {
    const before = () => !latest.current.paper && flushSync(() => setPaper(known()))
    const after = () => setPaper(undefined)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [queryClient])

  return {
    paper,
    fetching,
    print: async () => {
      const { state, view, rows } = latest.current
      setFetching(true)
      try {
        const all = rows.total === 0 ? [] : await rows.rows(0, Math.min(rows.total, ROWS_MAX) - 1)
        const asked = { by: state.by, warehouse: state.warehouse, from: whole(view.from), to: whole(view.to) }
        const answers: Contents[] = []
        for (let first = 0; first < all.length; first += AT_ONCE) {
          const ids = all.slice(first, first + AT_ONCE).map((row) => row.id)
          answers.push(await queryClient.fetchQuery(contentsQuery(asked, ids)))
        }
        flushSync(() => setPaper(made(all, answers)))
        window.print()
      } catch (error) {
        showProblem(text(error))
      } finally {
        setFetching(false)
      }
    },
  }
}
