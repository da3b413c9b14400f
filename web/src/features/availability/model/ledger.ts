import type { Entry, Step } from '../api/availability'

/** Lines of one reason that are shown as one, until somebody unfolds them. */
export type Group = { reason: string; entries: Entry[]; folded: boolean }
export type Counted = { firm: number; worst: number }

const FOLDED_ABOVE = 6
const millis = (instant: string) => Date.parse(instant)

/** Until when an entry counts: what is late counts for longer than it was meant to. Null: for good. */
export const endOf = ({ to, late }: Entry): string | null => (to && late && millis(late) > millis(to) ? late : to)

export const holdsAt = (entry: Entry, moment: number): boolean => {
  const end = endOf(entry)
  return (entry.from === null || millis(entry.from) <= moment) && (end === null || moment < millis(end))
}

/** What an entry does to the two numbers: an option weighs on the worst case alone, a quote and an enquiry on neither. */
export function weightOf(entry: Entry): Counted {
  if (entry.reason !== 'BOOKED' || entry.standing === 'CONFIRMED') return { firm: entry.quantity, worst: entry.quantity }
  return { firm: 0, worst: entry.standing === 'OPTION' ? entry.quantity : 0 }
}

export function sumAt(entries: readonly Entry[], moment: number): Counted {
  let [firm, worst] = [0, 0]
  for (const entry of entries) {
    if (!holdsAt(entry, moment)) continue
    const weight = weightOf(entry)
    firm += weight.firm
    worst += weight.worst
  }
  return { firm, worst }
}

const byLabel = (a: Entry, b: Entry) => a.label.localeCompare(b.label, undefined, { numeric: true })

/** What is there first, then what takes it away; many pieces of one reason are one line. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const byReason = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = entry.reason === 'BOOKED' ? entry.reason : `${entry.reason} ${entry.quantity < 0}`
    byReason.set(key, [...(byReason.get(key) ?? []), entry])
  }
  const groups: Group[] = []
  for (const found of byReason.values()) {
    const reason = found[0]!.reason
    const folded = found.length > (reason === 'OWNED' ? 1 : reason === 'BOOKED' ? Number.POSITIVE_INFINITY : FOLDED_ABOVE)
    if (folded) groups.push({ reason, entries: found.sort(byLabel), folded })
    else groups.push(...found.map((entry) => ({ reason, entries: [entry], folded })))
  }
  const rank = (group: Group) => (group.reason === 'OWNED' ? 0 : group.reason === 'BOOKED' ? 2 : 1)
  return groups.sort((a, b) => rank(a) - rank(b))
}

/** The steps that the entries of a period make: for a past moment, of which only the entries are known. */
export function stepsOf(entries: readonly Entry[], from: string, to: string): Step[] {
  const [start, end] = [millis(from), millis(to)]
  const changes = new Map<number, Counted>()
  const add = (moment: number, { firm, worst }: Counted, sign: 1 | -1) => {
    const old = changes.get(moment) ?? { firm: 0, worst: 0 }
    changes.set(moment, { firm: old.firm + sign * firm, worst: old.worst + sign * worst })
  }
  for (const entry of entries) {
    const until = endOf(entry)
    const [first, last] = [
      entry.from === null ? start : Math.max(start, millis(entry.from)),
      until === null ? end : Math.min(end, millis(until)),
    ]
    if (first >= last) continue
    add(first, weightOf(entry), 1)
    if (last < end) add(last, weightOf(entry), -1)
  }
  if (!changes.has(start)) changes.set(start, { firm: 0, worst: 0 })
  let [firm, worst] = [0, 0]
  const steps: Step[] = []
  for (const [moment, change] of [...changes].sort(([a], [b]) => a - b)) {
    firm += change.firm
    worst += change.worst
    const before = steps.at(-1)
    if (!before || before.firm !== firm || before.worst !== worst)
      steps.push({ from: new Date(moment).toISOString(), firm, worst })
  }
  return steps
}

/** The first step at which the fewest are free: the one that the number of the whole period comes from. */
export function lowest(steps: readonly Step[]): number {
  let found = 0
  steps.forEach((step, i) => {
    const best = steps[found]!
    if (step.firm < best.firm || (step.firm === best.firm && step.worst < best.worst)) found = i
  })
  return found
}
