export type Typed = { quantity: number; text: string; counted: boolean }

const QUANTITY_MAX = 1_000_000
/** An x that begins a word is part of it: "6 xlr". */
const IN_FRONT = /^(\d{1,7})(?:x\s*|\s*[×*]\s*|\s+x(?:\s+|$)|\s+)(.*)$/i
const BEHIND = /^(.*\S)\s*[x×*]\s*(\d{1,7})$/i

/** "6 sm58", "6x sm58" and "sm58 x6" are six of them; without a number it is one. */
export function readTyped(typed: string): Typed {
  const text = typed.trim().replace(/\s+/g, ' ')
  const found = IN_FRONT.exec(text)
  const [quantity, rest] = found ? [Number(found[1]), found[2]!.trim()] : [0, '']
  if (found && quantity >= 1 && quantity <= QUANTITY_MAX) return { quantity, text: rest, counted: true }
  const last = BEHIND.exec(text)
  if (last && Number(last[2]) >= 1 && Number(last[2]) <= QUANTITY_MAX)
    return { quantity: Number(last[2]), text: last[1]!, counted: true }
  return { quantity: 1, text, counted: false }
}

/** A whole number of pieces as people type it, or null. */
export function readQuantity(typed: string): number | null {
  const text = typed.trim()
  if (!/^\d{1,7}$/.test(text)) return null
  const quantity = Number(text)
  return quantity >= 1 && quantity <= QUANTITY_MAX ? quantity : null
}

/** An amount as people of either language type it: "12.5", "12,50", "1.234,50"; empty is none; undefined is nonsense. */
export function readAmount(typed: string): number | null | undefined {
  const text = typed.replace(/[\s€$£]/g, '')
  if (text === '') return null
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const decimals = last < 0 ? '' : text.slice(last + 1)
  // One mark with three digits behind it divides thousands where others do as well, or none of them could be cents.
  const whole = last < 0 ? text : text.slice(0, last)
  const plain =
    last >= 0 && (decimals.length !== 3 || /[.,]/.test(whole) === false)
      ? `${whole.replace(/[.,]/g, '')}.${decimals}`
      : text.replace(/[.,]/g, '')
  const amount = Number(plain)
  return /^\d+(\.\d*)?$/.test(plain) && Number.isFinite(amount) ? amount : undefined
}

/** Rows of a spreadsheet have more than one line, or cells. */
export const looksPasted = (text: string) => /\S\s*[\n\r]+\s*\S/.test(text) || text.includes('\t')
