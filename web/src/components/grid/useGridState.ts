import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'

/** The state of a list that a link can carry: the quick filter, the order and the filters, all as text. */
export type GridState = { q: string; sort: string; filters: Record<string, string[]> }

const asList = (value: unknown): string[] =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value.map(String) : [String(value)]

export function useGridState(filterIds: readonly string[], defaultSort: string, inAddress: boolean) {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const [local, setLocal] = useState<Record<string, unknown>>({})
  const source = inAddress ? search : local
  const ids = filterIds.join(' ')
  const state = useMemo<GridState>(
    () => ({
      q: asList(source.q)[0] ?? '',
      sort: asList(source.sort)[0] ?? defaultSort,
      filters: Object.fromEntries(
        ids
          .split(' ')
          .filter(Boolean)
          .map((id) => [id, asList(source[id])] as const)
          .filter(([, values]) => values.length > 0),
      ),
    }),
    [source, ids, defaultSort],
  )
  const set = useCallback(
    (next: GridState) => {
      const mine: Record<string, unknown> = {
        q: next.q || undefined,
        sort: next.sort === defaultSort ? undefined : next.sort,
        ...Object.fromEntries(
          ids
            .split(' ')
            .filter(Boolean)
            .map((id) => [id, next.filters[id]?.length ? next.filters[id] : undefined]),
        ),
      }
      if (inAddress)
        void navigate({ to: '.', search: ((old: object) => ({ ...old, ...mine })) as never, replace: true, resetScroll: false })
      else setLocal(mine)
    },
    [ids, defaultSort, inAddress, navigate],
  )
  return [state, set] as const
}
