import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { type GroupInput, groupsOf, type Quote, quoteQuery } from '../api/quotes'

/** Changes of lines go one after the other, each upon what the last one answered, so that fast typing loses nothing. */
export function useQuoteEdits(id: string) {
  const queryClient = useQueryClient()
  const text = useProblemText()
  const [saving, setSaving] = useState(0)
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const edit = useCallback(
    (change: (groups: GroupInput[]) => GroupInput[]) => {
      setSaving((n) => n + 1)
      chain.current = chain.current.then(async () => {
        try {
          const { queryKey } = quoteQuery(id)
          const quote = queryClient.getQueryData<Quote>(queryKey)
          if (!quote) return
          const groups = change(groupsOf(quote.current))
          const fresh = await api.patch<Quote>(`/quotes/${id}`, { groups }, { version: quote.version })
          queryClient.setQueryData(queryKey, fresh)
        } catch (error) {
          showProblem(text(error))
          await queryClient.invalidateQueries({ queryKey: ['quotes', id] })
        } finally {
          setSaving((n) => n - 1)
        }
      })
    },
    [queryClient, text, id],
  )
  return { edit, saving: saving > 0 }
}
export type Edit = ReturnType<typeof useQuoteEdits>['edit']
