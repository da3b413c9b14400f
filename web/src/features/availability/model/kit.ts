import type { KitPart } from '../api/availability'

/** Which parts hold a kit back: those of which there is the least, and none where there is as much of each. */
export function tightestOf(parts: readonly KitPart[]): (part: KitPart) => boolean {
  const kits = parts.map((part) => Math.max(0, part.kits.firm))
  const least = Math.min(...kits)
  return (part) => Math.max(0, part.kits.firm) === least && kits.some((count) => count > least)
}
