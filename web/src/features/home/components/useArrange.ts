import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showProblem } from '@/components/toasts'
import { useProblemText } from '@/lib/problems'
import { type Board, changeBoard, createBoard, type Shown, type Widget, widgetOf } from '../api/boards'

/** A free name for a board: the one wished, or the same with a number. */
export function freeName(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let n = 1; ; n++) {
    const name = n === 1 ? wished : `${wished} ${n}`
    if (!used.has(name.toLowerCase())) return name
  }
}

/**
 * What the person makes of the board on the screen: shown at once, kept one change after the other, taken back step by step. The standard board becomes
 * their own with the first change.
 */
export function useArrange(shown: Shown, onMade: (board: Board) => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const text = useProblemText()
  const [draft, setDraft] = useState<Widget[]>()
  const [before, setBefore] = useState<Widget[][]>([])
  const board = useRef(shown.board)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const id = shown.board?.id
  const known = board.current
  if (shown.board && known && known.id === id && shown.board.version > known.version) board.current = shown.board
  // Another board has another past.
  useEffect(() => {
    if (waiting.current > 0 || board.current?.id === id) return
    setBefore([])
    setDraft(undefined)
    board.current = shown.board
  }, [id, shown.board])

  const keep = async (widgets: Widget[]) => {
    try {
      if (board.current) board.current = await changeBoard(board.current, { widgets })
      else {
        const own = shown.boards.filter((one) => one.own).map((one) => one.name)
        board.current = await createBoard(freeName(t('home.board.first'), own), widgets)
        onMade(board.current)
      }
    } catch (error) {
      showProblem(text(error))
      setBefore([])
    }
    if (--waiting.current > 0) return
    await queryClient.invalidateQueries({ queryKey: ['home'] })
    if (waiting.current === 0) setDraft(undefined)
  }
  const save = (widgets: Widget[]) => {
    setDraft(widgets)
    waiting.current++
    queue.current = queue.current.then(() => keep(widgets))
  }
  const widgets = draft ?? shown.widgets.map(widgetOf)
  return {
    widgets,
    change: (next: Widget[]) => {
      setBefore((all) => [...all.slice(-49), widgets])
      save(next)
    },
    undo: before.length
      ? () => {
          setBefore((all) => all.slice(0, -1))
          save(before[before.length - 1]!)
        }
      : undefined,
  }
}
