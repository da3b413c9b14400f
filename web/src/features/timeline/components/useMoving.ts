import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showProblem, showUndo } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { lackingThen, type Movable, moveEvent, readEvent, type Shortage } from '../api/move'
import { type Block, type Contents, type EventFacts, readContents, type Span } from '../api/timeline'
import { asSeen, blocksOf, type Grip, movedTo, withMoved } from '../model/move'

const touched = ['timeline', 'events', 'projects', 'history', 'availability'] as const

export type Move = {
  event: EventFacts
  grip: Grip
  millis: number
  to: Span
  /** Held by hand or keys; asked whether it shall be all the same; being written. */
  state: 'held' | 'asking' | 'saving'
}

/** It holds its stock: what it lacks has to be accepted by somebody who may. */
export const isFirm = (phase: EventFacts['phase']) => !['ENQUIRY', 'QUOTED', 'CLOSED'].includes(phase)

/** Takes an event to other dates: shows what it would lack there, asks when it would, writes, and takes back. */
export function useMoving() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const refresh = useRefresh(touched)
  const [move, setMove] = useState<Move>()
  const [target] = useDebouncedValue(move && move.millis !== 0 ? { id: move.event.id, to: move.to } : undefined, 120)
  const preview = useQuery({
    ...lackingThen(target?.id ?? '', target?.to ?? { from: '', to: '' }),
    enabled: move !== undefined && target !== undefined && target.id === move.event.id,
    placeholderData: (old) => old,
  })
  const at = (event: EventFacts, grip: Grip, millis: number): Move => ({
    event,
    grip,
    millis,
    to: movedTo(event, grip, millis),
    state: 'held',
  })

  /** What was written here last of each event: what that changed, nobody else has. */
  const written = useRef(new Map<string, number>())
  const takingBack = useRef<Promise<unknown>>(Promise.resolve())
  const write = async (before: Movable, to: Span & { blocks: Block[] }, despite?: string) => {
    const after = await moveEvent(before, to, despite)
    written.current.set(after.id, after.version)
    queryClient.setQueriesData<Contents>(readContents, (old) => old && withMoved(old, after))
    return after
  }

  const save = async (moved: Move, despite?: string) => {
    const { event, grip, millis } = moved
    setMove({ ...moved, state: 'saving' })
    try {
      await takingBack.current
      const before = await readEvent(event.id)
      const elsewhere = Date.parse(before.from) !== Date.parse(event.from) || Date.parse(before.to) !== Date.parse(event.to)
      if (elsewhere && written.current.get(event.id) !== before.version) {
        showProblem(t('timeline.changedMeanwhile', { name: event.name }))
        await refresh()
        setMove(undefined)
        return
      }
      const blocks = blocksOf({ ...event, blocks: asSeen(before.blocks, event.blocks) }, grip, millis)
      const after = await write(before, { ...moved.to, blocks }, despite)
      setMove(undefined)
      showUndo(t('timeline.moved', { name: event.name }), () => {
        const { from, to } = before
        takingBack.current = write(after, { from, to, blocks: before.blocks }, despite).catch((error) => showProblem(text(error)))
        return takingBack.current.then(refresh)
      })
      await refresh()
    } catch (error) {
      if (isProblem(error, 'not-enough') && despite === undefined) {
        setMove({ ...moved, state: 'asking' })
        return
      }
      showProblem(text(error))
      await refresh()
      setMove(undefined)
    }
  }

  return {
    move,
    /** What it would lack; undefined while that is not known. */
    lacking: move && move.millis !== 0 && preview.data ? (preview.data as Shortage[]) : undefined,
    checking: preview.isFetching,
    may: (event: EventFacts) => can('EVENT_EDIT') && event.phase !== 'CLOSED',
    editable: can('EVENT_EDIT'),
    mayOverbook: can('OVERBOOK'),
    hold: (event: EventFacts, grip: Grip, millis = 0) => setMove(at(event, grip, millis)),
    by: (millis: number) => setMove((old) => (old && old.millis !== millis ? at(old.event, old.grip, millis) : old)),
    cancel: () => setMove(undefined),
    /** Asks only where something would be short. */
    drop: async () => {
      if (!move || move.state === 'saving') return
      if (move.millis === 0) {
        setMove(undefined)
        return
      }
      setMove({ ...move, state: 'saving' })
      try {
        const lacking = await queryClient.fetchQuery(lackingThen(move.event.id, move.to))
        if (lacking.length > 0) setMove({ ...move, state: 'asking' })
        else await save(move)
      } catch (error) {
        showProblem(text(error))
        setMove(undefined)
      }
    },
    saveAllTheSame: (reason?: string) => (move ? save(move, reason) : Promise.resolve()),
  }
}
export type Moving = ReturnType<typeof useMoving>
