import type { PullGroup } from '@/lib/pull-lists'
import type { PullLine } from '../api/pull-lists'

/** What stands below each other on the screen: groups, their lines, and the field that adds more to each. */
export type Row =
  | { type: 'group'; key: string; groupId: string; group: PullGroup; lines: number; folded: boolean }
  | { type: 'line'; key: string; groupId: string | null; line: PullLine; index: number; along: boolean }
  | { type: 'add'; key: string; groupId: string | null }

export const addKey = (groupId: string | null) => `add-${groupId ?? 'top'}`

export type Shown = {
  groups: readonly PullGroup[]
  folded: ReadonlySet<string>
  keep?: (line: PullLine) => boolean
  adding: boolean
}

export function rowsOf(lines: readonly PullLine[], shown: Shown): Row[] {
  const byGroup = new Map<string | null, { line: PullLine; index: number }[]>()
  lines.forEach((line, index) => {
    if (shown.keep && !shown.keep(line)) return
    const found = byGroup.get(line.groupId)
    if (found) found.push({ line, index })
    else byGroup.set(line.groupId, [{ line, index }])
  })
  const rows: Row[] = []
  const put = (groupId: string | null) => {
    for (const { line, index } of byGroup.get(groupId) ?? [])
      rows.push({ type: 'line', key: line.id, groupId, line, index, along: line.accessoryOf !== null })
  }
  put(null)
  // Above all groups one adds only where there is no group, or something stands there already.
  const top = byGroup.has(null) || shown.groups.length === 0
  if (shown.adding && top) rows.push({ type: 'add', key: addKey(null), groupId: null })
  for (const group of shown.groups) {
    const count = byGroup.get(group.id)?.length ?? 0
    if (shown.keep && count === 0) continue
    const folded = shown.folded.has(group.id)
    rows.push({ type: 'group', key: group.id, groupId: group.id, group, lines: count, folded })
    if (folded) continue
    put(group.id)
    if (shown.adding) rows.push({ type: 'add', key: addKey(group.id), groupId: group.id })
  }
  return rows
}

export type Field = 'quantity' | 'text' | 'note' | 'price'

/** What can be edited in place, in the order of the columns. */
export const fieldsOf = (line: PullLine): Field[] => [
  ...(line.kind === 'CASE' || line.kind === 'ASSET' ? [] : (['quantity'] as const)),
  ...(line.kind === 'TEXT' ? (['text'] as const) : []),
  'note',
  'price',
]

/** The field after or before this one, on this line or the next that has any. */
export function nextField(
  rows: readonly Row[],
  at: { row: number; field: Field },
  step: 1 | -1,
): { row: number; field: Field } | null {
  const here = rows[at.row]
  if (here?.type === 'line') {
    const fields = fieldsOf(here.line)
    const next = fields[fields.indexOf(at.field) + step]
    if (next) return { row: at.row, field: next }
  }
  for (let row = at.row + step; row >= 0 && row < rows.length; row += step) {
    const other = rows[row]!
    if (other.type !== 'line') continue
    const fields = fieldsOf(other.line)
    return { row, field: step > 0 ? fields[0]! : fields.at(-1)! }
  }
  return null
}
