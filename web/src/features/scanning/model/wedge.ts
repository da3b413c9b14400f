/** How the hand scanner at this device is set: what it types before and after a code. */
export type WedgeSettings = { prefix: string; suffix: 'ENTER' | 'TAB' | 'NONE' }

export type Key = { key: string /** When the key went down, ms; the event's own time, not that of its handling. */; at: number }
/** What became of a key: `TAKEN` must not reach the page, `CODE` neither and ends a code. */
export type Fed = { act: 'PASS' | 'TAKEN' } | { act: 'CODE'; code: string }

/** Nobody pauses so long within a code; what was begun before is a stray key. */
const STALE = 1_500
/** Between two keys of a scanner, when it types into a field that belongs to a person. No person types so fast for so long. */
const BURST = 35
const BURST_LENGTH = 6
/** After the last key, where no suffix says that a code is whole. */
export const SILENCE = 120
const LENGTH_MAX = 4_096

const pass: Fed = { act: 'PASS' }
const taken: Fed = { act: 'TAKEN' }

/**
 * Puts together what a hand scanner types. Outside of fields everything typed is a code, however slowly a busy phone hands
 * the keys on. Inside a field only what no person types: a burst, and with a prefix only one that begins with it.
 */
export class Wedge {
  private readonly settings: WedgeSettings
  private buffer = ''
  private began = 0
  private last = Number.NEGATIVE_INFINITY
  private slowest = 0

  constructor(settings: WedgeSettings) {
    this.settings = settings
  }

  /** How many signs of a burst a field holds, to be taken out of it again when the code is whole. */
  get pending(): number {
    return this.buffer.length
  }

  /** When the code began, ms. */
  get since(): number {
    return this.began
  }

  feed({ key, at }: Key, inField: boolean): Fed {
    const gap = at - this.last
    if (gap > (inField ? BURST * 4 : STALE)) this.clear()
    if (this.ends(key)) {
      const burst = !inField || (this.buffer.length >= BURST_LENGTH && this.slowest <= BURST * 2 && this.average() <= BURST)
      const code = this.whole()
      const any = this.buffer.length > 0
      this.clear()
      if (code === null || !burst) return any && !inField ? taken : pass
      return { act: 'CODE', code }
    }
    if ([...key].length !== 1) return pass
    if (!inField && key === ' ' && this.buffer === '') return pass // presses the button that has the focus
    if (this.buffer === '') {
      this.began = at
      this.slowest = 0
    } else this.slowest = Math.max(this.slowest, gap)
    this.last = at
    if (this.buffer.length < LENGTH_MAX) this.buffer += key
    return inField ? pass : taken
  }

  /** The code that ended in silence, where the scanner types no suffix. */
  silence(at: number, inField: boolean): string | null {
    if (this.settings.suffix !== 'NONE' || this.buffer === '' || at - this.last < SILENCE) return null
    const code = this.whole()
    const burst = this.buffer.length >= BURST_LENGTH && this.average() <= BURST
    const fits = !inField || burst
    this.clear()
    return fits ? code : null
  }

  clear(): void {
    this.buffer = ''
    this.last = Number.NEGATIVE_INFINITY
  }

  private average(): number {
    return this.buffer.length < 2 ? 0 : (this.last - this.began) / (this.buffer.length - 1)
  }

  private ends(key: string): boolean {
    if (key === 'Enter') return this.settings.suffix === 'ENTER'
    if (key === 'Tab') return this.settings.suffix === 'TAB'
    return false
  }

  private whole(): string | null {
    const { prefix } = this.settings
    if (!this.buffer.startsWith(prefix)) return null
    const code = this.buffer.slice(prefix.length)
    return code.trim() === '' ? null : code
  }
}
