import { useEffect, useMemo, useState } from 'react'
import { api, type Page, type Query } from '@/lib/api/client'
import type { Selection } from './types'

/** Ticked rows; or everything that matches, but for those unticked since. Another filter is another list, so it starts empty. */
export function useSelection(endpoint: string, query: Query, total: number, idField = 'id') {
  const [{ all, ids }, set] = useState<{ all: boolean; ids: ReadonlySet<string> }>(nothing)
  const [anchor, setAnchor] = useState(0)
  useEffect(() => set(nothing), [query])
  const clear = () => set(nothing)
  const selection = useMemo<Selection>(
    () => ({
      all: all && ids.size === 0,
      count: all ? Math.max(0, total - ids.size) : ids.size,
      query,
      clear,
      loadIds: async () => {
        if (!all) return [...ids]
        const found: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page: Page<Record<string, unknown>> = await api.get(endpoint, { query: { ...query, limit: 500, cursor } })
          found.push(...page.items.map((item) => String(item[idField])).filter((id) => !ids.has(id)))
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
    has: (id: string) => all !== ids.has(id),
    toggle: (id: string) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      set({ all, ids: next })
    },
    only: (some: readonly string[]) => set({ all: false, ids: new Set(some) }),
    selectAll: () => set({ all: true, ids: new Set() }),
    clear,
  }
}

/** `ids` are those ticked; where `all`, those unticked. */
const nothing = { all: false, ids: new Set<string>() } as const
