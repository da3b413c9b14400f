import type { NewLine, Suggestion, Unresolved } from '../api/pull-lists'

/** What somebody decided for a row that meant nothing by itself. */
export type Choice = { kind: 'thing'; suggestion: Suggestion } | { kind: 'text' } | { kind: 'skip' }

export type Part = { type: 'text'; text: string } | { type: 'lines'; lines: NewLine[] }

const lineOf = (row: Unresolved, choice: Choice): NewLine | null => {
  switch (choice.kind) {
    case 'skip':
      return null
    case 'text':
      return { kind: 'TEXT', text: row.text.slice(0, 500), quantity: Math.max(1, row.quantity) }
    case 'thing': {
      const { kind, id } = choice.suggestion
      const quantity = Math.max(1, row.quantity)
      switch (kind) {
        case 'PRODUCT':
          return { kind, productId: id, quantity }
        case 'KIT':
          return { kind, kitId: id, quantity }
        case 'CASE':
          return { kind, caseId: id }
        case 'ASSET':
          return { kind, assetId: id }
        case 'TEXT':
          return { kind, text: row.text, quantity }
      }
    }
  }
}

/** What was pasted, in its order: what the server reads by itself, and lines somebody chose between. */
export function partsOf(text: string, unresolved: readonly Unresolved[], choices: ReadonlyMap<number, Choice>): Part[] {
  const open = new Map(unresolved.map((row) => [row.row, row]))
  const parts: Part[] = []
  let plain: string[] = []
  const flush = () => {
    if (plain.some((row) => row.trim())) parts.push({ type: 'text', text: plain.join('\n') })
    plain = []
  }
  text.split(/\r\n|\r|\n/).forEach((row, i) => {
    const asked = open.get(i + 1)
    if (!asked) {
      plain.push(row)
      return
    }
    const line = lineOf(asked, choices.get(asked.row) ?? { kind: 'text' })
    if (!line) return
    flush()
    const last = parts.at(-1)
    if (last?.type === 'lines') last.lines.push(line)
    else parts.push({ type: 'lines', lines: [line] })
  })
  flush()
  return parts
}

export const rowsIn = (text: string): number => text.split(/\r\n|\r|\n/).filter((row) => row.trim() !== '').length
