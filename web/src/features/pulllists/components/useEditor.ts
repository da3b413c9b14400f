import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Lack } from '@/components/NotEnough'
import { showProblem } from '@/components/toasts'
import { lacksOf } from '@/components/useDespite'
import { isProblem, type Problem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import type { At, PullList } from '@/lib/pull-lists'
import { linesKey, linesQuery, listQuery, type PullLine } from '../api/pull-lists'

/** One change of the list. Until it is its turn, the ones before it may still be on their way. */
export type Step<Result> = {
  send: (at: At) => Promise<Result>
  /** The list as the answer gives it; null where there is none any more. */
  listOf: (result: Result) => PullList | null
  /** Shown at once, before the server has answered. */
  expect?: () => void
  /** What the answer adds to what is shown. */
  settle?: (result: Result) => Promise<unknown> | unknown
  /** What I wrote, in the words of the changes, for when somebody else was faster. */
  mine?: Record<string, unknown>
  /** The version somebody looked at when they began, where that is not the newest. */
  began?: number
  /** A form shows the refusal itself. */
  inForm?: boolean
}

/** A confirmed event can not have as much as that; whoever may overbook says why it is to have it. */
export type Lacking = { lacks: Lack[]; decide: (reason: string | null) => void }

export type Conflict = { problem: Problem; mine: Record<string, unknown>; decide: (mine: boolean) => void }

/** Writes one after the other, each on the version of the one before; asks when somebody else has written in between. */
export function useEditor(listId: string) {
  const queryClient = useQueryClient()
  const text = useProblemText()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [lacking, setLacking] = useState<Lacking | null>(null)
  /** The newest version that is on the screen with all its lines. */
  const known = useRef(0)
  const busy = useRef(0)
  const refreshing = useRef<ReturnType<typeof setTimeout>>(undefined)

  const listKey = listQuery(listId).queryKey
  const lines = () => queryClient.getQueryData<PullLine[]>(linesKey(listId)) ?? []
  const list = () => queryClient.getQueryData<PullList>(listKey)
  const setLines = (change: (lines: PullLine[]) => PullLine[]) =>
    queryClient.setQueryData<PullLine[]>(linesKey(listId), (old) => old && change(old))

  /** What hangs on the list is asked for again; its lines are put right where they change. */
  const refresh = useCallback(() => {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [first, second, third] }) =>
        (first === 'pull-lists' && second === listId && third !== 'lines' && third !== 'list') ||
        (first === 'pull-lists' && second === 'of') ||
        (first === 'history' && String(second).includes(listId)) ||
        (first === 'availability' && second === 'offers'),
    })
    void queryClient.invalidateQueries({ queryKey: ['events'], refetchType: 'none' })
  }, [queryClient, listId])

  const reload = useCallback(async () => {
    const fresh = await queryClient.fetchQuery({ ...listQuery(listId), staleTime: 0 })
    known.current = fresh.version
    await queryClient.fetchQuery({ ...linesQuery(listId), staleTime: 0 })
    refresh()
  }, [queryClient, listId, refresh])

  const perform = async <Result>(step: Step<Result>): Promise<Result | null> => {
    let version = step.began ?? list()?.version ?? 0
    let despite: string | undefined
    for (;;) {
      try {
        if (queryClient.isFetching({ queryKey: linesKey(listId), exact: true }) > 0) {
          // What is on its way does not know of this yet.
          await queryClient.fetchQuery({ ...linesQuery(listId), staleTime: 0 })
          step.expect?.()
        }
        await queryClient.cancelQueries({ queryKey: listKey })
        const result = await step.send({ version, despite })
        await queryClient.cancelQueries({ queryKey: listKey })
        const next = step.listOf(result)
        if (next) {
          known.current = next.version
          queryClient.setQueryData(listKey, next)
        }
        await step.settle?.(result)
        // Sums and free numbers of a long list cost a second: whoever types on gets them after the last.
        clearTimeout(refreshing.current)
        refreshing.current = setTimeout(refresh, 250)
        return result
      } catch (error) {
        const lacks = despite ? undefined : lacksOf(error)
        if (lacks) {
          const reason = await new Promise<string | null>((decide) => setLacking({ lacks, decide }))
          setLacking(null)
          if (reason) {
            despite = reason
            continue
          }
          await reload().catch(() => undefined)
          return null
        }
        await reload().catch(() => undefined)
        if (!isProblem(error, 412)) throw error
        const mine = await new Promise<boolean>((decide) => setConflict({ problem: error, mine: step.mine ?? {}, decide }))
        setConflict(null)
        if (!mine) return null
        version = list()?.version ?? version
        step.expect?.()
      }
    }
  }

  /** Null where it was refused, or given up for what somebody else wrote. */
  const run = async <Result>(step: Step<Result>): Promise<Result | null> => {
    step.expect?.()
    busy.current++
    setWaiting(busy.current)
    const job = queue.current.then(() => perform(step))
    queue.current = job.catch(() => undefined)
    try {
      return await job
    } catch (error) {
      if (step.inForm) throw error
      const first = isProblem(error) ? error.errors[0]?.message : undefined
      showProblem(first ?? text(error))
      return null
    } finally {
      busy.current--
      setWaiting(busy.current)
    }
  }

  return { run, conflict, lacking, waiting: waiting > 0, busy, known, lines, list, setLines, reload }
}
export type Editor = ReturnType<typeof useEditor>
