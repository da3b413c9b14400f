import type { Formats } from '@/lib/format'
import { StatusBadge } from '../StatusBadge'
import { Tags } from '../Tags'
import type { Column } from './types-column'

// Columns that most lists have, each with the header that the list calls it by.

export const nameColumn = (header: string): Column<{ name: string }> => ({
  id: 'name',
  header,
  cell: (one) => <b style={{ fontWeight: 550 }}>{one.name}</b>,
  sort: 'name',
  width: 260,
  grow: true,
  card: 'title',
})
export const tagsColumn = (header: string): Column<{ tags: string[] }> => ({
  id: 'tags',
  header,
  cell: (one) => <Tags tags={one.tags} inCell />,
  width: 180,
  card: 'none',
})
export const changedColumn = (header: string, format: Formats): Column<{ changedAt: string }> => ({
  id: 'changedAt',
  header,
  cell: (one) => format.relative(one.changedAt),
  sort: 'changedAt',
  width: 140,
  hidden: true,
  card: 'none',
})
export const archivedColumn = (header: string, archived: string): Column<{ archivedAt: string | null }> => ({
  id: 'state',
  header,
  cell: (one) => (one.archivedAt ? <StatusBadge tone="gray">{archived}</StatusBadge> : null),
  width: 110,
  card: 'badge',
})
