import { queryOptions } from '@tanstack/react-query'
import type { AuditEntry } from '@/components/HistoryList'
import type { Job } from '@/components/JobProgress'
import { api, type Money, type Page } from '@/lib/api/client'

export const widgetKinds = ['UPCOMING', 'PIPELINE', 'UTILISATION', 'STOCK', 'CREW', 'ACTIVITY', 'EQUIPMENT'] as const
export type WidgetKind = (typeof widgetKinds)[number]
export const widgetSizes = ['SMALL', 'MEDIUM', 'LARGE'] as const
export type WidgetSize = (typeof widgetSizes)[number]
export type WidgetSettings = {
  days: number | null
  pipelineId: string | null
  warehouseId: string | null
  categoryId: string | null
}
export type Widget = { id: string; kind: WidgetKind; size: WidgetSize; settings: WidgetSettings }

export type EventCard = {
  id: string
  number: string
  name: string
  phase: string
  ownPhaseName: string | null
  optionedUntil: string | null
  clientName: string | null
  venueName: string | null
  plannerName: string | null
  colour: string | null
  timeZone: string
  from: string
  to: string
  lacking: number
}
export type Worth = { value: Money; weighted: Money }
export type PipelineValue = {
  open: Worth[]
  stages: { id: string; name: string; pipelineName: string | null; deals: number; sums: Worth[] }[]
  since: string
  won: { deals: number; sums: Money[] }
  lost: { deals: number; sums: Money[] }
  overdue: number
}
export type UsedDay = { day: string; stock: number; wanted: number; optioned: number; lacking: number }
export type Utilisation = {
  categoryName: string | null
  averagePercent: number
  peakPercent: number
  peakDay: string | null
  days: UsedDay[]
  places: { warehouseId: string; name: string; averagePercent: number; peakPercent: number; lacking: number }[]
}
export type Alert = { kind: string; count: number; url: string | null }
export type StockAlerts = {
  shortages: {
    events: number
    products: number
    soonest: { id: string; number: string; name: string; from: string; products: number }[]
  } | null
  alerts: Alert[]
}
export type Crew = {
  from: string
  days: number
  people: { id: string; name: string; events: number; eventsByDay: number[]; clashes: number }[]
  unassigned: number
  more: number
}
export type Equipment = {
  counts: { kind: string; total: number }[]
  assetsByStatus: Record<string, number> | null
  unfit: number | null
}
/** A widget with what it shows: the part named as its kind where it is SHOWN. */
export type Filled = Widget & {
  state: 'SHOWN' | 'WITHHELD' | 'FAILED'
  upcoming: { until: string; total: number; events: EventCard[] } | null
  pipeline: PipelineValue | null
  utilisation: Utilisation | null
  stock: StockAlerts | null
  crew: Crew | null
  activity: AuditEntry[] | null
  equipment: Equipment | null
}
export type Board = {
  id: string
  name: string
  own: boolean
  ownerName: string
  everybody: boolean
  roles: string[]
  widgets: Widget[]
  version: number
}
export type BoardName = { id: string; name: string; own: boolean; ownerName: string }
/** A whole board; none where the person has arranged nothing yet. */
export type Shown = { board: Board | null; widgets: Filled[]; boards: BoardName[]; jobs: Job[]; unfurnished: boolean }

/** Below `home`, so that whatever anybody changes is seen here. */
export const boardQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['home', 'board', id ?? ''],
    queryFn: ({ signal }) => api.get<Shown>('/boards/shown', { query: { board: id }, signal }),
    staleTime: 15_000,
    // Work that goes on moves without anybody changing anything.
    refetchInterval: ({ state }) => (state.data?.jobs.length ? 3_000 : 300_000),
  })

export const widgetOf = ({ id, kind, size, settings }: Widget): Widget => ({ id, kind, size, settings })
export const createBoard = (name: string, widgets: Widget[]) => api.post<Board>('/boards', { name, widgets })
export const changeBoard = (board: Board, change: { name?: string; widgets?: Widget[] }) =>
  api.patch<Board>(`/boards/${board.id}`, change, { version: board.version })
export const shareBoard = (board: Board, sharing: { everybody: boolean; roles: string[] }) =>
  api.put<Board>(`/boards/${board.id}/sharing`, sharing, { version: board.version })
export const removeBoard = (board: Board) => api.delete(`/boards/${board.id}`, { version: board.version })

export type Option = { id: string; name: string }
export const warehousesQuery = queryOptions({
  queryKey: ['locations', 'of boards'],
  queryFn: ({ signal }) =>
    api.get<Page<Option>>('/locations', { query: { kind: 'WAREHOUSE', sort: 'name', limit: 200 }, signal }),
  staleTime: 60_000,
})
export const categoriesQuery = queryOptions({
  queryKey: ['categories', 'of boards'],
  queryFn: ({ signal }) => api.get<Page<{ id: string; path: string[] }>>('/categories', { query: { limit: 500 }, signal }),
  staleTime: 60_000,
})
export const pipelinesQuery = queryOptions({
  queryKey: ['deals', 'pipelines of boards'],
  queryFn: ({ signal }) => api.get<Page<Option & { archivedAt: string | null }>>('/pipelines', { signal }),
  staleTime: 60_000,
})
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'of boards'],
  queryFn: ({ signal }) => api.get<Page<Option>>('/roles', { signal }),
  staleTime: 60_000,
})
