import type { Place, PullLine } from '../api/pull-lists'
import type { Row } from './rows'

export type Drop = {
  place: Place /** The row at whose upper or lower edge the lines come in. */
  row: number
  edge: 'above' | 'below'
}

/**
 * Where lines come that are let go over a row: into its upper half or its lower one. Lines stay together with what they brought
 * along, so over an accessory is below its parent's block. Null where nothing would change, or nothing can be.
 */
export function dropOf(rows: readonly Row[], over: number, lower: boolean, ids: ReadonlySet<string>): Drop | null {
  const row = rows[over]
  if (!row) return null
  const going = [...ids]
  const isGoing = (line: PullLine) => ids.has(line.id) || (line.accessoryOf !== null && ids.has(line.accessoryOf))
  if (row.type === 'add') return { place: { ids: going, groupId: row.groupId }, row: over, edge: 'above' }
  if (row.type === 'group') {
    if (!lower) {
      const before = rows[over - 1]
      if (!before) return null
      return { place: { ids: going, groupId: before.groupId }, row: over, edge: 'above' }
    }
    const first = rows[over + 1]
    return first?.type === 'line' && first.groupId === row.groupId
      ? isGoing(first.line)
        ? null
        : { place: { ids: going, groupId: row.groupId, before: first.line.id }, row: over, edge: 'below' }
      : { place: { ids: going, groupId: row.groupId }, row: over, edge: 'below' }
  }
  const { line } = row
  if (isGoing(line)) return null
  const parent = line.accessoryOf
  const next = rows[over + 1]
  const hasAlong = next?.type === 'line' && next.line.accessoryOf === (parent ?? line.id)
  if (!lower && !parent) {
    const above = rows[over - 1]
    if (above?.type === 'line' && above.groupId === row.groupId && ids.has(above.line.id) && ids.size === 1) return null
    return { place: { ids: going, groupId: row.groupId, before: line.id }, row: over, edge: 'above' }
  }
  if (parent && ids.has(parent)) return null
  let last = over
  if (hasAlong || parent) {
    const id = parent ?? line.id
    for (let i = over + 1; i < rows.length; i++) {
      const one = rows[i]!
      if (one.type !== 'line' || one.line.accessoryOf !== id) break
      last = i
    }
  }
  const below = rows[last + 1]
  if (below?.type === 'line' && below.groupId === row.groupId && ids.has(below.line.id) && ids.size === 1) return null
  return { place: { ids: going, groupId: row.groupId, after: parent ?? line.id }, row: last, edge: 'below' }
}
