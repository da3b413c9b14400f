import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  /** The header is only read out: for a column too narrow for its word. */
  quiet?: boolean
  cell: (row: Row) => ReactNode
  /** Pixels to begin with; without it, 160. */
  width?: number
  /** Takes what is left over. Give it to one or two columns of text. */
  grow?: boolean
  align?: 'end'
  /** The server's sort key; without it the column does not sort. */
  sort?: string
  /** Begins hidden; people add it from the column chooser. */
  hidden?: boolean
  /** Where it stands on a phone's card; without it, under the title with its header. */
  card?: 'title' | 'subtitle' | 'badge' | 'action' | 'none'
}
