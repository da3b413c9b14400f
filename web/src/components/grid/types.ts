import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Page, Query } from '@/lib/api/client'
import type { Column } from './types-column'

export type { Column } from './types-column'

export type FilterDef = {
  /** The query parameter, `status`. It may repeat where several values are chosen. */
  id: string
  label: string
} & (
  | { kind: 'options' /** Only one value at a time. */; single?: boolean; options: { value: string; label: string }[] }
  | { kind: 'remote'; endpoint: string; optionLabel?: (item: never) => string; query?: Query }
  | {
      kind: 'date'
      /** The server takes an instant: the day's start, or its end, in the person's zone. */
      instant?: 'start' | 'end'
    }
  | { kind: 'text' }
  | { kind: 'boolean' }
)

/** What is selected, and how to reach all of it. */
export type Selection = {
  count: number
  /** Everything that matches the filters, also rows never loaded. */
  all: boolean
  /** The list's filters, for an endpoint that takes them. */
  query: Query
  /** Every selected id; fetches them where `all`. */
  loadIds: () => Promise<string[]>
  clear: () => void
}

export type BulkAction = {
  id: string
  label: string
  icon?: Icon
  danger?: boolean
  /** A permission without which it is not offered. */
  needs?: string
  run: (selection: Selection) => void | Promise<void>
}

export type DataGridProps<Row extends { id: string }> = {
  /** The collection: its path (`/assets`), the root of its query key (`['assets', …]`), its saved views and its exports. */
  list: string
  /** Where the rows come from, when that is not `/${list}`. */
  endpoint?: string
  /** How a page of rows is fetched, where it takes more than one answer; `query` holds filters, order, `limit` and `offset`. */
  load?: (query: Query, signal?: AbortSignal) => Promise<Page<Row>>
  /** The field that identifies a row where the server calls it something else than `id`. */
  idField?: string
  /** What the grid holds, for those who hear it: "Assets". */
  label: string
  columns: Column<Row>[]
  filters?: FilterDef[]
  /** Parameters that always apply and that nobody can remove: `{ productId }`. */
  fixed?: Query
  /** A column's sort key, `-` for descending. */
  defaultSort?: string
  /** The address a row opens. */
  rowHref?: (row: Row) => string | undefined
  /** Instead of an address: what a row does when it is opened. */
  onOpen?: (row: Row) => void
  /** A row's name, for those who hear it. */
  rowLabel: (row: Row) => string
  bulkActions?: BulkAction[]
  /** Shown where there is nothing at all; a filter that finds nothing has its own words. */
  empty?: ReactNode
  /** Buttons at the right of the bar. */
  children?: ReactNode
  searchPlaceholder?: string
  searchable?: boolean
  views?: boolean
  exports?: boolean
  /** Off for a second grid on a page: its filters then stay out of the address. */
  inAddress?: boolean
  /** `fill` takes the rest of the window; a number is that many pixels at most. */
  height?: 'fill' | number
  /** With `fill`: how many pixels of page stand above the grid; 64 is a page header alone. */
  above?: number
  /** Refetch now and then, in milliseconds. */
  refreshEvery?: number
}
