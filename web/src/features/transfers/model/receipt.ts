import type { Arrived, Line, Surplus } from '../api/transfers'

/** What has been ticked so far and not yet been sent. */
export type Ticks = {
  lines: Record<string, { quantity: number; note: string }>
  surplus: Surplus[]
  /** Where it was put; null: the warehouse itself. */
  locationId: string | null
}
export const fresh: Ticks = { lines: {}, surplus: [], locationId: null }
export const nothing = { quantity: 0, note: '' }
export const arrivedOf = (line: Line) => ({ quantity: line.quantity, note: '' })

/** The receipt to send: only lines that are still on the way, whatever was ticked before. */
export function receiptOf(ticks: Ticks, pending: readonly Line[], complete: boolean) {
  const lines: Arrived[] = pending.flatMap((line) => {
    const tick = ticks.lines[line.id]
    return tick
      ? [
          {
            lineId: line.id,
            quantity: line.kind === 'STOCK' ? tick.quantity : null,
            locationId: null,
            note: tick.note.trim() || null,
          },
        ]
      : []
  })
  return {
    locationId: ticks.locationId,
    lines,
    surplus: ticks.surplus.map(({ assetId }) => ({ assetId })),
    complete,
  }
}
