import type { Symbology } from './scan'

export type Point = { x: number; y: number }
/** A code as the decoder found it in one frame; corners in pixels of the frame. */
export type Seen = { text: string; format: string; corners: Point[] }

/** Where a point of a picture that was turned about its middle lies in the picture as it was. */
export function turnedBack({ x, y }: Point, angle: number, width: number, height: number): Point {
  const [across, down] = [x - width / 2, y - height / 2]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: width / 2 + across * cos + down * sin, y: height / 2 - across * sin + down * cos }
}

const symbologies: Record<string, Symbology> = {
  QRCode: 'QR',
  DataMatrix: 'DATA_MATRIX',
  Code128: 'CODE_128',
  Code39: 'CODE_39',
  'EAN-13': 'EAN_13',
  'UPC-A': 'UPC_A',
}
export const symbologyOf = (format: string): Symbology | undefined => symbologies[format]

/** Bars carry one check digit at most: what one frame alone has read of them may be noise. */
const FRAMES_OF_BARS = 2
const square = new Set(['QRCode', 'DataMatrix'])

/** A code that was out of sight so long is a new scan when it is seen again, */
const GONE = 1_500
/** if so many frames were looked at meanwhile: a device that is busy looks seldom, and the label may have lain there all the time. */
const FRAMES_WITHOUT = 5
/** One that flickers at the edge of what can be read is not asked about at once. */
const SETTLED = 250

type Known = { seen: Seen; last: number; frames: number; without: number; taken: boolean; offered: boolean }

/**
 * Turns what is seen frame by frame into scans. One code alone in view is taken once, however long it is looked at; of several none is
 * taken by itself, because nobody can tell which was meant: they are offered.
 */
export class Sightings {
  private readonly known = new Map<string, Known>()
  private severalUntil = Number.NEGATIVE_INFINITY

  /** What to take now, and what is in view. */
  frame(found: Seen[], at: number): { take: Seen | null; view: Seen[] } {
    for (const [text, one] of this.known)
      if (!found.some((seen) => seen.text === text)) {
        one.without += 1
        if (at - one.last >= GONE && one.without >= FRAMES_WITHOUT) this.known.delete(text)
      }
    for (const seen of found) {
      const { frames, taken, offered } = this.known.get(seen.text) ?? { frames: 0, taken: false, offered: false }
      this.known.set(seen.text, { seen, last: at, frames: frames + 1, without: 0, taken, offered })
    }
    const view = [...this.known.values()].filter((one) => at - one.last < SETTLED)
    // Those that were taken a moment ago and are leaving the picture do not hold up the next one.
    const fresh = view.filter((one) => !one.taken)
    if (fresh.length > 1) {
      this.severalUntil = at + SETTLED * 2
      for (const one of fresh) one.offered = true
    }
    // What was offered beside others must be chosen, or be looked at alone.
    const clear = fresh.length === 1 && (!fresh[0]!.offered || view.length === 1)
    const sure = ({ frames, seen }: { frames: number; seen: Seen }) => square.has(seen.format) || frames >= FRAMES_OF_BARS
    const only = clear && at >= this.severalUntil && sure(fresh[0]!) ? fresh[0]! : null
    if (only) only.taken = true
    return { take: only?.seen ?? null, view: view.map((one) => one.seen) }
  }

  /** A person chose it among several. */
  choose(text: string): void {
    const one = this.known.get(text)
    if (one) one.taken = true
  }

  isTaken = (text: string): boolean => this.known.get(text)?.taken ?? false
}
