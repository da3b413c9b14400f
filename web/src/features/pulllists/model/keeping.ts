import type { LineFree, PullLine } from '../api/pull-lists'

export type FreeState = 'short' | 'worst' | 'enough'

export const stateOf = (free: LineFree): FreeState =>
  free.lacking > 0 ? 'short' : free.free.worst < free.wanted ? 'worst' : 'enough'

const folded = (text: string) => text.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** Which lines are shown: those with all the words in what they are called or noted, and, where numbers are given, those that may be short. */
export function keeping(
  find: string,
  short: ReadonlyMap<string, LineFree> | undefined,
): ((line: PullLine) => boolean) | undefined {
  const words = folded(find).split(/\s+/).filter(Boolean)
  if (words.length === 0 && !short) return undefined
  return (line) => {
    const free = short?.get(line.id)
    if (short && (!free || stateOf(free) === 'enough')) return false
    if (words.length === 0) return true
    const text = folded([line.name, line.code, line.warehouseNote, line.internalNote].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  }
}
