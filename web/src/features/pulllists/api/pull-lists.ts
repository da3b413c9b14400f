import { queryOptions } from '@tanstack/react-query'
import type { Change } from '@/components/HistoryList'
import { api, type Money, type Page } from '@/lib/api/client'
import { isFollowing } from '@/lib/event-stream'
import type { At, OwnTimes, PullList } from '@/lib/pull-lists'

export type Kind = 'PRODUCT' | 'KIT' | 'CASE' | 'ASSET' | 'TEXT'
export type PullLine = {
  id: string
  listId: string
  groupId: string | null
  groupName: string | null
  accessoryOf: string | null
  kind: Kind
  productId: string | null
  kitId: string | null
  caseId: string | null
  assetId: string | null
  text: string | null
  name: string
  code: string | null
  quantity: number
  times: OwnTimes
  unitPrice: Money | null
  warehouseNote: string | null
  internalNote: string | null
}
export type NewLine = { kind: Kind } & Partial<
  Pick<
    PullLine,
    'productId' | 'kitId' | 'caseId' | 'assetId' | 'text' | 'quantity' | 'times' | 'unitPrice' | 'warehouseNote' | 'internalNote'
  >
>
export type LineChange = Partial<{
  text: string | null
  quantity: number
  times: Partial<OwnTimes>
  unitPrice: Money | null
  warehouseNote: string | null
  internalNote: string | null
}>
export type GroupChange = Partial<{ name: string; note: string | null; times: Partial<OwnTimes> }>
export type Place = { ids: string[]; groupId: string | null; before?: string; after?: string }
export type Split = { quantity: number; groupId: string | null; times: OwnTimes }
export type Added = { list: PullList; added: string[] }
export type Suggestion = { kind: Kind; id: string; code: string | null; name: string }
export type Unresolved = { row: number; text: string; quantity: number; suggestions: Suggestion[] }
/** What a row means; without a kind it is left out. */
export type Meant = { row: number; kind: Kind | null; id: string | null }
export type Pasted = Added & { unresolved: Unresolved[]; rows: number }

/** The event, as far as its lists need it. */
export type EventOfList = {
  id: string
  number: string | null
  name: string
  phase: string
  timeZone: string
  from: string
  to: string
  occupancy: { prepMinutes: number; transitBeforeMinutes: number; transitAfterMinutes: number; turnaroundMinutes: number }
  occupiedFrom: string
  occupiedTo: string
}

/** How many are free for one line while it is taken; what the event holds itself does not count against it. */
export type LineFree = {
  lineId: string
  wanted: number
  free: { firm: number; worst: number; expected: number }
  /** Of what is wanted, with all other lines of the event. */
  lacking: number
}
export type ListFree = {
  lines: LineFree[]
  /** How the event counts at the stock. */
  held: 'ENQUIRY' | 'QUOTED' | 'OPTION' | 'CONFIRMED' | 'CANCELLED'
  warehouseId: string | null
}

export type Version = {
  id: string
  number: number
  reason: 'ASKED' | 'PREP'
  label: string | null
  madeAt: string
  madeByName: string
  lines: number
}
/** A line as a version keeps it. */
export type KeptLine = Pick<PullLine, 'id' | 'kind' | 'name' | 'code' | 'quantity'> & { group: string | null }
export type Diff = {
  from: number
  to: number | null
  added: KeptLine[]
  removed: KeptLine[]
  changed: { id: string; name: string; code: string | null; changes: Change[] }[]
}

const LINES_AT_ONCE = 500

export const linesKey = (listId: string) => ['pull-lists', listId, 'lines'] as const

export const listQuery = (id: string) =>
  queryOptions({
    queryKey: ['pull-lists', id, 'list'],
    queryFn: ({ signal }) => api.get<PullList>(`/pull-lists/${id}`, { signal }),
    // Somebody else may be writing on it: told at once where there is a stream.
    refetchInterval: () => (isFollowing() ? 60_000 : 5_000),
  })

const linesAt = (listId: string, offset: number, limit: number, signal?: AbortSignal) =>
  api.get<Page<PullLine>>(`/pull-lists/${listId}/lines`, { query: { offset: offset || undefined, limit }, signal })

/** So many lines from one on, however many that are. */
export async function fetchLines(listId: string, offset: number, count: number): Promise<PullLine[]> {
  const found: PullLine[] = []
  while (found.length < count) {
    const { items } = await linesAt(listId, offset + found.length, Math.min(LINES_AT_ONCE, count - found.length))
    found.push(...items)
    if (items.length === 0) break
  }
  return found
}

/** All of them; a long list comes in several pages, four at a time. */
export const linesQuery = (listId: string) =>
  queryOptions({
    queryKey: linesKey(listId),
    queryFn: async ({ signal, client }) => {
      const first = await linesAt(listId, 0, LINES_AT_ONCE, signal)
      const pages = Math.ceil(first.total / LINES_AT_ONCE)
      // One need not wait for the end of a long list to look at its beginning.
      if (pages > 1 && !client.getQueryData(linesKey(listId))) client.setQueryData(linesKey(listId), first.items)
      const rest: PullLine[][] = []
      for (let page = 1; page < pages; page += 4) {
        const found = await Promise.all(
          [0, 1, 2, 3]
            .filter((one) => page + one < pages)
            .map((one) => linesAt(listId, (page + one) * LINES_AT_ONCE, LINES_AT_ONCE, signal)),
        )
        rest.push(...found.map((one) => one.items))
      }
      return first.items.concat(...rest)
    },
    // Changes are put in where they are made; those of others are seen by the list's version.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const freeQuery = (listId: string) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'availability'],
    queryFn: ({ signal }) => api.get<ListFree>(`/pull-lists/${listId}/availability`, { signal }),
    staleTime: 10_000,
    refetchInterval: 20_000,
  })

export const eventQuery = (id: string) =>
  queryOptions({ queryKey: ['events', id], queryFn: ({ signal }) => api.get<EventOfList>(`/events/${id}`, { signal }) })

export const versionsQuery = (listId: string) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'versions'],
    queryFn: async ({ signal }) => (await api.get<Page<Version>>(`/pull-lists/${listId}/versions`, { signal })).items,
  })

export const diffQuery = (listId: string, from: number, to: number | null) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'diff', from, to],
    queryFn: ({ signal }) => api.get<Diff>(`/pull-lists/${listId}/diff`, { query: { from, to }, signal }),
  })

const listAt = (listId: string) => `/pull-lists/${listId}`

const how = ({ version, despite }: At) => ({ version, query: { despite } })

export const unlockList = (id: string, reason: string) => api.post<PullList>(`${listAt(id)}/unlocking`, { reason })
export const lockList = (id: string) => api.post<PullList>(`${listAt(id)}/locking`)
export const addGroup = (id: string, group: GroupChange, version: number) =>
  api.post<PullList>(`${listAt(id)}/groups`, group, { version })
export const changeGroup = (id: string, groupId: string, change: GroupChange, at: At) =>
  api.patch<PullList>(`${listAt(id)}/groups/${groupId}`, change, how(at))
export const moveGroup = (id: string, groupId: string, before: string | null, version: number) =>
  api.post<PullList>(`${listAt(id)}/groups/${groupId}/place`, { before }, { version })
export const removeGroup = (id: string, groupId: string, version: number) =>
  api.delete<PullList>(`${listAt(id)}/groups/${groupId}`, { version })
export const addLines = (
  id: string,
  lines: { lines: NewLine[]; groupId: string | null; after?: string; accessories?: boolean },
  at: At,
) => api.post<Added>(`${listAt(id)}/lines`, lines, how(at))
export const pasteLines = (id: string, paste: { text: string; groupId: string | null; meant: Meant[] }, at: At) =>
  api.post<Pasted>(`${listAt(id)}/paste`, paste, how(at))
export const changeLine = (id: string, lineId: string, change: LineChange, at: At) =>
  api.patch<PullList>(`${listAt(id)}/lines/${lineId}`, change, how(at))
export const splitLine = (id: string, lineId: string, split: Split, at: At) =>
  api.post<Added>(`${listAt(id)}/lines/${lineId}/split`, split, how(at))
export const moveLines = (id: string, place: Place, at: At) => api.post<PullList>(`${listAt(id)}/lines/place`, place, how(at))
export const removeLines = (id: string, ids: string[], version: number) =>
  api.post<PullList>(`${listAt(id)}/lines/removal`, { ids }, { version })
export const makeVersion = (id: string, label: string | null) => api.post<Version>(`${listAt(id)}/versions`, { label })
