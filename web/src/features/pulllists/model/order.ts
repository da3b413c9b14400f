import type { PullGroup } from '@/lib/pull-lists'
import type { Place, PullLine } from '../api/pull-lists'

/** A line and what it brought along, which stand together. */
export const blockOf = (lines: readonly PullLine[], index: number): number => {
  const id = lines[index]!.id
  let end = index + 1
  while (end < lines.length && lines[end]!.accessoryOf === id) end++
  return end - index
}

/** The ids with what they brought along, in the order of the list. */
export function withAccessories(lines: readonly PullLine[], ids: Iterable<string>): PullLine[] {
  const wanted = new Set(ids)
  return lines.filter((line) => wanted.has(line.id) || (line.accessoryOf !== null && wanted.has(line.accessoryOf)))
}

/** Those that are asked for by themselves: what comes along with another of them is not named. */
export const leading = (lines: readonly PullLine[], ids: ReadonlySet<string>): PullLine[] =>
  lines.filter((line) => ids.has(line.id) && !(line.accessoryOf && ids.has(line.accessoryOf)))

/** Where the lines of a group end: what stands before all groups comes first. */
export function endOfGroup(lines: readonly PullLine[], groups: readonly PullGroup[], groupId: string | null): number {
  const order = new Map<string | null, number>([[null, -1], ...groups.map((group, i): [string, number] => [group.id, i])])
  const wanted = order.get(groupId) ?? -1
  let end = 0
  while (end < lines.length && (order.get(lines[end]!.groupId) ?? -1) <= wanted) end++
  return end
}

/** The list as it is after lines have come to another place; the server does the same. */
export function moved(lines: readonly PullLine[], groups: readonly PullGroup[], place: Place): PullLine[] {
  const going = withAccessories(lines, place.ids)
  const gone = new Set(going.map((line) => line.id))
  const rest = lines.filter((line) => !gone.has(line.id))
  const group = groups.find((one) => one.id === place.groupId)
  let at = endOfGroup(rest, groups, place.groupId)
  if (place.before) at = rest.findIndex((line) => line.id === place.before)
  else if (place.after) {
    const index = rest.findIndex((line) => line.id === place.after)
    at = index < 0 ? at : index + blockOf(rest, index)
  }
  const here = going.map((line) => ({ ...line, groupId: place.groupId, groupName: group?.name ?? null }))
  return [...rest.slice(0, at), ...here, ...rest.slice(at)]
}

/** One step up or down: past the neighbour, or into the group beside. Null at the edge of the list. */
export function stepOf(lines: readonly PullLine[], groups: readonly PullGroup[], id: string, step: 'up' | 'down'): Place | null {
  const index = lines.findIndex((line) => line.id === id)
  const line = lines[index]
  if (!line || line.accessoryOf) return null
  const tops = lines.filter((one) => one.groupId === line.groupId && !one.accessoryOf)
  const at = tops.findIndex((one) => one.id === id)
  const order: (string | null)[] = [null, ...groups.map((group) => group.id)]
  const here = order.indexOf(line.groupId)
  if (step === 'up') {
    const over = tops[at - 1]
    if (over) return { ids: [id], groupId: line.groupId, before: over.id }
    // What stands before all groups is a place only where something stands there.
    const above = here > 1 || (here === 1 && lines.some((one) => one.groupId === null)) ? order[here - 1] : undefined
    return above === undefined ? null : { ids: [id], groupId: above }
  }
  const under = tops[at + 1]
  if (under) return { ids: [id], groupId: line.groupId, after: under.id }
  const below = order[here + 1]
  if (below === undefined) return null
  const first = lines.find((one) => one.groupId === below && !one.accessoryOf)
  return first ? { ids: [id], groupId: below, before: first.id } : { ids: [id], groupId: below }
}

/** The order of groups after one has come before another, or to the end. */
export function groupMoved(groups: readonly PullGroup[], id: string, before: string | null): PullGroup[] {
  const going = groups.find((group) => group.id === id)
  if (!going) return [...groups]
  const rest = groups.filter((group) => group.id !== id)
  const at = before === null ? rest.length : rest.findIndex((group) => group.id === before)
  return [...rest.slice(0, at), going, ...rest.slice(at)]
}

/** Lines in the order of these groups. */
export function inOrder(lines: readonly PullLine[], groups: readonly PullGroup[]): PullLine[] {
  const order = new Map(groups.map((group, i) => [group.id, i]))
  const rank = (line: PullLine) => (line.groupId === null ? -1 : (order.get(line.groupId) ?? groups.length))
  return [...lines].sort((a, b) => rank(a) - rank(b))
}
