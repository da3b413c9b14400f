import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, type Page, type Query } from '@/lib/api/client'

export const PAGE = 100

/**
 * The rows of a list of any length, fetched by the page where the person looks. While the scroll bar is dragged nothing is
 * fetched; what it comes to rest on is. Query keys begin with the list's name, so `invalidateQueries({ queryKey: ['assets'] })`
 * refreshes the grid.
 */
export function useWindow<Row extends { id: string }>(
  list: string,
  endpoint: string,
  query: Query,
  first: number,
  last: number,
  refreshEvery?: number,
  idField = 'id',
  load?: (query: Query, signal?: AbortSignal) => Promise<Page<Row>>,
  size = PAGE,
) {
  const queryClient = useQueryClient()
  const options = useCallback(
    (page: number) => ({
      queryKey: [list, 'grid', endpoint, query, page, size] as const,
      queryFn: async ({ signal }: { signal?: AbortSignal }) => {
        const asked = { ...query, offset: page * size || undefined, limit: size }
        const found = await (load ? load(asked, signal) : api.get<Page<Row>>(endpoint, { query: asked, signal }))
        return idField === 'id'
          ? found
          : { ...found, items: found.items.map((item) => ({ ...item, id: String(item[idField as keyof Row]) })) }
      },
      staleTime: 15_000,
    }),
    [list, endpoint, query, idField, load, size],
  )
  const head = useQuery({ ...options(0), placeholderData: keepPreviousData, refetchInterval: refreshEvery })
  // Both ends come to rest together, or a jump would fetch what lies between them.
  const start = Math.max(0, Math.floor(first / size))
  const end = Math.max(start, Math.floor(last / size))
  const looked = useMemo(() => ({ from: start, to: end }), [start, end])
  const [{ from, to }] = useDebouncedValue(looked, 90)
  const pages = useMemo(
    () => Array.from({ length: Math.min(6, to - from + 1) }, (_, i) => from + i).filter((page) => page > 0),
    [from, to],
  )
  const rest = useQueries({ queries: pages.map((page) => ({ ...options(page), refetchInterval: refreshEvery })) })
  // Asked for hundreds of rows at every step of the scroll bar: each page is looked up once.
  const seen = new Map<number, Page<Row>>()
  const row = (index: number): Row | undefined => {
    const page = Math.floor(index / size)
    if (page === 0) return head.data?.items[index]
    const known = seen.get(page) ?? rest[pages.indexOf(page)]?.data ?? queryClient.getQueryData<Page<Row>>(options(page).queryKey)
    if (known) seen.set(page, known)
    return known?.items[index % size]
  }
  /** Rows by index, fetching what is missing: a range selected with Shift may reach where nobody has looked. */
  const rows = async (start: number, end: number): Promise<Row[]> => {
    const found: Row[] = []
    for (let page = Math.floor(start / size); page <= Math.floor(end / size); page++) {
      const { items } = await queryClient.fetchQuery(options(page))
      found.push(...items.filter((_, i) => page * size + i >= start && page * size + i <= end))
    }
    return found
  }
  const failed = rest.find((one) => one.isError)
  return {
    total: head.data?.total ?? head.data?.items.length ?? 0,
    row,
    rows,
    pending: head.isPending,
    refreshing: head.isPlaceholderData,
    error: head.error ?? failed?.error ?? null,
    retry: () => {
      void head.refetch()
      void failed?.refetch()
    },
  }
}
