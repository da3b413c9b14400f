import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@/components/HistoryList'
import { showDone } from '@/components/toasts'
import { api, type Page } from '@/lib/api/client'
import { useThingChanged } from '@/lib/event-stream'
import { type Totals, totalsQuery } from '@/lib/pull-lists'
import { useCan, useMe } from '@/lib/session'
import { eventQuery, freeQuery, type LineFree, linesQuery, listQuery } from '../api/pull-lists'
import { useEditor } from './useEditor'

/** A list with its lines, sums and free numbers, kept fresh while somebody else writes on it. */
export function usePullList(listId: string) {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const queryClient = useQueryClient()
  const list = useQuery(listQuery(listId))
  useThingChanged('pull-list', listId, () => void list.refetch())
  const lines = useQuery({
    ...linesQuery(listId),
    // After the list: what is read later is never older than the version one knows.
    enabled: list.data !== undefined,
    refetchOnMount: 'always',
  })
  const totals = useQuery(totalsQuery(listId))
  const seesStock = can('ASSET_READ')
  const free = useQuery(freeQuery(listId))
  const event = useQuery({ ...eventQuery(list.data?.eventId ?? ''), enabled: list.data !== undefined })
  const editor = useEditor(listId)
  const version = list.data?.version ?? 0

  useEffect(() => {
    const { known, busy } = editor
    if (version === 0 || busy.current > 0) return
    if (known.current === 0) known.current = version
    if (version <= known.current) return
    known.current = version
    void editor.reload()
    void api
      .get<Page<AuditEntry>>(`/pull-lists/${listId}/history`, { query: { limit: 1 } })
      .then(({ items }) => {
        const last = items[0]
        if (last && last.actorId !== me.id) showDone(t('pulllists.changedBy', { name: last.actorName }))
      })
      .catch(() => undefined)
  }, [version, editor.waiting])

  // Another visit begins with what is there then.
  useEffect(
    () => () => {
      queryClient.removeQueries({ queryKey: ['pull-lists', 'offers'] })
    },
    [queryClient],
  )

  const freeOf = useMemo(
    () => free.data && new Map<string, LineFree>(free.data.lines.map((one) => [one.lineId, one])),
    [free.data],
  )
  const totalsOf = useMemo(
    () => new Map<string | null, Totals>((totals.data?.groups ?? []).map((one) => [one.groupId, one.totals])),
    [totals.data],
  )
  return {
    list,
    lines,
    totals: totals.data?.list,
    totalsOf,
    freeOf,
    held: free.data?.held,
    event: event.data,
    seesStock,
    editor,
  }
}
