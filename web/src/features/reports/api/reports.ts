import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page, type Query } from '@/lib/api/client'

export const reportKinds = [
  'EVENT_PROFITABILITY',
  'CLIENT_VALUE',
  'EQUIPMENT_RETURN',
  'SEASONALITY',
  'CAPACITY',
  'PIPELINE',
  'UTILISATION',
  'YEAR_OVER_YEAR',
] as const
export type ReportKind = (typeof reportKinds)[number]
export const spans = [
  'ALL',
  'LAST_MONTH',
  'THIS_QUARTER',
  'LAST_QUARTER',
  'THIS_YEAR',
  'LAST_YEAR',
  'LAST_12_MONTHS',
  'LAST_3_YEARS',
  'NEXT_3_MONTHS',
  'NEXT_12_MONTHS',
  'DAYS',
] as const
export type Span = (typeof spans)[number]
export type Sieve = 'CLIENT' | 'CATEGORY' | 'PRODUCT' | 'WAREHOUSE' | 'EVENT_TYPE' | 'WANTED'
export type About = { kind: ReportKind; ways: string[]; span: Span; sieves: Sieve[] }

export type ColumnType =
  | 'TEXT'
  | 'DAY'
  | 'WEEK'
  | 'MONTH'
  | 'QUARTER'
  | 'MONTH_NUMBER'
  | 'QUARTER_NUMBER'
  | 'COUNT'
  | 'NUMBER'
  | 'PERCENT'
  | 'MONEY'
export type Column = { key: string; type: ColumnType; label: string | null }
export type Cell = { text: string | null; number: number | null; money: Money | null; link: string | null }
export type Row = { cells: Cell[] }
export type Series = { key: string; label: string | null; values: (number | null)[] }
export type Chart = { shape: 'BARS' | 'LINES'; along: ColumnType; labels: string[]; unit: ColumnType; series: Series[] }
export type Report = {
  kind: ReportKind
  by: string
  from: string | null
  to: string | null
  currency: string
  columns: Column[]
  rows: Row[]
  total: Row | null
  chart: Chart | null
  notes: string[]
}

/** What a report is asked, as its address carries it. */
export type Asked = {
  by?: string
  span?: Span
  from?: string
  to?: string
  client?: string[]
  category?: string[]
  product?: string[]
  warehouse?: string[]
  eventType?: string[]
  wanted?: string[]
  template?: string
}

export const pathOf = (kind: ReportKind) => `/reports/${kind.toLowerCase().replaceAll('_', '-')}`
export const kindOf = (path: string) => reportKinds.find((kind) => pathOf(kind) === `/reports/${path}`)

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => api.get<Page<About>>('/reports', { signal }),
  staleTime: 300_000,
})

export const reportQuery = (kind: ReportKind, asked: Asked, enabled: boolean) =>
  queryOptions({
    queryKey: ['report', kind, asked],
    queryFn: ({ signal }) => api.get<Report>(`/reports/${kind}`, { query: asked as Query, signal }),
    enabled,
    placeholderData: keepPreviousData,
  })

export const rhythms = ['WEEKLY', 'MONTHLY', 'QUARTERLY'] as const
export type Rhythm = (typeof rhythms)[number]
export type Named = { id: string; name: string }
export type Subscription = {
  id: string
  owner: Named
  report: ReportKind
  name: string
  question: Asked & {
    clients?: string[]
    categories?: string[]
    products?: string[]
    warehouses?: string[]
    eventTypes?: string[]
  }
  format: 'PDF' | 'XLSX'
  rhythm: Rhythm
  day: number
  hour: number
  recipients: Named[]
  nextAt: string | null
  stoppedAt: string | null
  stoppedReason: 'ASKED' | 'PERMISSION_LOST' | 'PERSON_GONE' | null
  stoppedBy: string | null
  changedAt: string
  version: number
}
export type Delivery = {
  id: string
  subscriptionId: string
  person: Named
  dueAt: string
  outcome: 'MAILED' | 'PERMISSION_LOST' | 'PERSON_GONE' | 'FAILED'
  emailState: string | null
  madeAt: string
}

export const subscriptionsQuery = queryOptions({
  queryKey: ['report-subscriptions'],
  queryFn: ({ signal }) =>
    api.get<Page<Subscription>>('/report-subscriptions', { query: { limit: 200, sort: '-changedAt' }, signal }),
})
export const deliveriesQuery = (subscription: string) =>
  queryOptions({
    queryKey: ['report-deliveries', subscription],
    queryFn: ({ signal }) => api.get<Page<Delivery>>('/report-deliveries', { query: { subscription, limit: 50 }, signal }),
  })
export const peopleQuery = (report: ReportKind) =>
  queryOptions({
    queryKey: ['report-readers', report],
    queryFn: ({ signal }) => api.get<Page<Named>>('/report-readers', { query: { report }, signal }),
  })
