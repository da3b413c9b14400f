import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export const groupings = ['event', 'product', 'category', 'asset', 'warehouse'] as const
export type By = (typeof groupings)[number]

export const phases = ['ENQUIRY', 'QUOTED', 'CONFIRMED', 'PREP', 'LOAD_OUT', 'ON_SITE', 'LOAD_IN', 'DE_PREP', 'CLOSED'] as const
export type Phase = (typeof phases)[number]

export type Row = { id: string; name: string; sub: string | null; group: string | null; depth: number }

/** `from` null is since always, `to` null is for good; `reason` says why an asset can not be had, null is an event. */
export type Bar = {
  reason: string | null
  eventId: string | null
  label: string | null
  standing: 'QUOTED' | 'OPTION' | 'CONFIRMED' | null
  quantity: number | null
  from: string | null
  to: string | null
  onSiteFrom: string | null
  onSiteTo: string | null
  out: boolean
  late: boolean
  lacking: number
}
/** From then on: pieces there are, wanted for sure, optioned besides, and wanted where they are not. */
export type Load = { from: string; stock: number; wanted: number; optioned: number; lacking: number }
export type Content = { id: string; bars: Bar[]; more: boolean; load: Load[] }

export type Block = { id: string | null; kind: 'SETUP' | 'SHOW' | 'STRIKE'; stage: string | null; from: string; to: string }
export type EventFacts = {
  id: string
  number: string
  name: string
  phase: Phase
  ownPhaseName: string | null
  optionedUntil: string | null
  clientName: string | null
  venueName: string | null
  colour: string | null
  timeZone: string
  from: string
  to: string
  occupiedFrom: string
  leavesAt: string
  backAt: string
  occupiedTo: string
  blocks: Block[]
  version: number
}
export type Contents = { rows: Content[]; events: EventFacts[]; asOf: string }

export type Span = { from: string; to: string }
export type Asked = Span & { by: By; warehouse: string | undefined }

/** What is on some rows; at most 60 of them. */
export const contentsQuery = (asked: Asked, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['timeline', 'contents', asked, ids],
    queryFn: ({ signal }) =>
      api.get<Contents>('/timeline/contents', { query: { ...asked, by: asked.by.toUpperCase(), id: ids }, signal }),
    staleTime: 15_000,
    refetchInterval: 60_000,
  })

export const readContents = { queryKey: ['timeline', 'contents'] } as const

export const rowsQuery = (query: Record<string, string | number | undefined>) =>
  queryOptions({
    queryKey: ['timeline', 'rows', query],
    queryFn: ({ signal }) => api.get<Page<Row>>('/timeline/rows', { query, signal }),
  })

export type Option = { id: string; name: string }
export const warehousesQuery = queryOptions({
  queryKey: ['locations', 'warehouses'],
  queryFn: ({ signal }) =>
    api.get<Page<Option>>('/locations', { query: { kind: 'WAREHOUSE', sort: 'name', limit: 200 }, signal }),
  staleTime: 60_000,
})
export const categoriesQuery = queryOptions({
  queryKey: ['categories', 'options'],
  queryFn: ({ signal }) => api.get<Page<{ id: string; path: string[] }>>('/categories', { query: { limit: 500 }, signal }),
  staleTime: 60_000,
})
