import type { Meant, Suggestion, Unresolved } from '../api/pull-lists'

/** What somebody decided for a row that meant nothing by itself. */
export type Choice = { kind: 'thing'; suggestion: Suggestion } | { kind: 'text' } | { kind: 'skip' }

/** What the server is to take the unclear rows for. */
export const meantBy = (unresolved: readonly Unresolved[], choices: ReadonlyMap<number, Choice>): Meant[] =>
  unresolved.map(({ row }) => {
    const choice = choices.get(row)
    if (choice?.kind === 'thing') return { row, kind: choice.suggestion.kind, id: choice.suggestion.id }
    return { row, kind: choice?.kind === 'skip' ? null : 'TEXT', id: null }
  })
