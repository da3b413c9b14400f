import { useEffect, useMemo, useState } from 'react'
import { api, type Page, type Query } from '@/lib/api/client'
import type { Selection } from './types'

/** Ticked rows; or everything that matches. Another filter is another list, so it starts empty. */
export function useSelection(endpoint: string, query: Query, total: number, idField = 'id') {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [anchor, setAnchor] = useState(0)
  useEffect(() => {
    setIds(new Set())
    setAll(false)
  }, [query])
  const clear = () => {
    setIds(new Set())
    setAll(false)
  }
  const selection = useMemo<Selection>(
    () => ({
      all,
      count: all ? total : ids.size,
      ids: all ? [] : [...ids],
      query,
      clear,
      loadIds: async () => {
        if (!all) return [...ids]
        const found: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page: Page<Record<string, unknown>> = await api.get(endpoint, { query: { ...query, limit: 500, cursor } })
          found.push(...page.items.map((item) => String(item[idField])))
          if (!page.next) return found
          cursor = page.next
        }
      },
    }),
    [all, ids, total, query, endpoint, idField],
  )
  return {
    selection,
    anchor,
    setAnchor,
    has: (id: string) => all || ids.has(id),
    toggle: (id: string) => {
      const next = new Set(all ? [] : ids)
      if (!next.delete(id)) next.add(id)
      setAll(false)
      setIds(next)
    },
    add: (more: readonly string[]) => {
      setAll(false)
      setIds(new Set([...ids, ...more]))
    },
    only: (some: readonly string[]) => {
      setAll(false)
      setIds(new Set(some))
    },
    selectAll: () => setAll(true),
    clear,
  }
}
