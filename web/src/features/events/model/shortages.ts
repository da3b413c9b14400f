import { csvOf } from '@/lib/csv'
import { isEndless } from '@/lib/stretch'
import type { EventShortage } from '../api/stock'

export type Grouping = 'event' | 'product'

/** Those that say the text somewhere, in that warehouse or in any. */
export function matching(items: readonly EventShortage[], text: string, warehouse: string | null): EventShortage[] {
  const asked = text.trim().toLowerCase()
  return items.filter(
    (one) =>
      (!warehouse || one.shortage.stock.warehouse === warehouse) &&
      (!asked ||
        [one.number, one.name, one.clientName, one.plannerName, one.shortage.item].some((told) =>
          told?.toLowerCase().includes(asked),
        )),
  )
}

/** Each warehouse once, by its name. */
export function warehousesOf(items: readonly EventShortage[]): { value: string; label: string }[] {
  const found = new Map(items.map((one) => [one.shortage.stock.warehouse, one.shortage.warehouse]))
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}

/** Which events hold any of it that has not gone out, each once: before them one can come. */
export function holdersOf(items: readonly EventShortage[]): { value: string; label: string }[] {
  const others = items.flatMap((one) => one.shortage.holders).filter((holder) => holder.kind === 'event' && !holder.dueBack)
  const found = new Map(others.map((holder) => [holder.owner, holder.label]))
  return [...found].map(([value, label]) => ({ value, label }))
}

type Entry = { key: string; label: string; first: EventShortage }

/** What belongs together, in the order in which its first begins. */
export function grouped(items: readonly EventShortage[], by: Grouping): [Entry, ...Entry[]][] {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const one of items) {
    const key = by === 'event' ? one.eventId : `${one.shortage.stock.item} ${one.shortage.stock.warehouse}`
    const entry = { key, label: by === 'event' ? `${one.number} ${one.name}` : one.shortage.item, first: one }
    const there = groups.get(key)
    if (there) there.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()]
}

/** For a spreadsheet: instants as they are, in UTC. */
export function shortagesCsv(head: readonly string[], items: readonly EventShortage[]): string {
  const rows = items.map(({ number, name, shortage }) => [
    number,
    name,
    shortage.item,
    shortage.warehouse,
    shortage.quantity,
    shortage.period.from,
    isEndless(shortage.period.to) ? '' : shortage.period.to,
    shortage.holders.map((holder) => holder.label).join('; '),
  ])
  return csvOf([head, ...rows])
}
