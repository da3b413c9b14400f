import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export const kinds = ['PRODUCTS', 'ASSETS', 'CASES', 'LOCATIONS', 'ALIASES', 'STOCK', 'CLIENTS', 'LEADS', 'DEALS'] as const
export type ImportKind = (typeof kinds)[number]
/** Where what was imported is found. */
export const lists: Record<ImportKind, string> = {
  PRODUCTS: '/products',
  ASSETS: '/assets',
  CASES: '/cases',
  LOCATIONS: '/locations',
  ALIASES: '/assets',
  STOCK: '/stock',
  CLIENTS: '/clients',
  LEADS: '/leads',
  DEALS: '/deals',
}
export type ImportField = { name: string; type: string; required: boolean; choices: string[]; units: string[] }
export type Column = { index: number; name: string; samples: string[] }
export type Mapping = {
  columns: { column: number; field: string; unit: string | null }[]
  defaults: Record<string, string>
  mode: 'ALL_OR_NOTHING' | 'GOOD_ROWS_ONLY'
  existing: 'UPDATE' | 'SKIP'
  dates: 'DAY_FIRST' | 'MONTH_FIRST'
  decimals: 'AUTO' | 'POINT' | 'COMMA'
  currency: string | null
  createMissing: boolean | null
}
export type Counts = { created: number; updated: number; existing: number; bad: number }
export type Upload = {
  id: string
  kind: ImportKind
  state: 'UPLOADED' | 'MAPPED' | 'PREVIEWED' | 'DONE'
  fileName: string
  sizeBytes: number
  charset: string
  delimiter: string
  rowCount: number
  columns: Column[]
  fields: ImportField[]
  suggested: Mapping
  mapping: Mapping | null
  preview: Counts | null
  result: Counts | null
  jobId: string | null
  createdByName: string
  createdAt: string
  version: number
}
export type BadRow = { line: number; column: string | null; value: string | null; code: string; message: string }

export const importQuery = (id: string) =>
  queryOptions({ queryKey: ['imports', id], queryFn: ({ signal }) => api.get<Upload>(`/imports/${id}`, { signal }) })
export const badRowsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['imports', id, 'bad-rows', version],
    queryFn: ({ signal }) => api.get<Page<BadRow>>(`/imports/${id}/bad-rows`, { query: { limit: 100 }, signal }),
  })
