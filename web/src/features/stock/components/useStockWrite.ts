import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Entry, reverseAll, toReverse } from '../api/stock'

/** What follows a change of stock: every list is read again, and who may reverse it is offered to. */
export function useStockWrite() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const refresh = async () => {
    for (const key of ['stock', 'stock-entries', 'consumables', 'history']) {
      await queryClient.invalidateQueries({ queryKey: [key] })
    }
  }
  const undo = (entries: readonly Entry[]) => async () => {
    try {
      await reverseAll(entries)
      showDone(t('stock.reversed'))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const written = async (message: string, entries: readonly Entry[]) => {
    await refresh()
    if (can('STOCK_ADJUST') && toReverse(entries).length > 0) showUndo(message, undo(entries))
    else showDone(message)
  }
  return { refresh, written }
}
