import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const stocktakeStates = ['COUNTING', 'TO_CONFIRM', 'APPLIED', 'ABANDONED'] as const
export type StocktakeState = (typeof stocktakeStates)[number]
export const stocktakeTone = { COUNTING: 'info', TO_CONFIRM: 'warn', APPLIED: 'ok', ABANDONED: 'gray' } as const
export const outcomes = ['MISSING', 'UNEXPECTED', 'WRONG_PLACE', 'CHANGED', 'FOUND'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeTone = { FOUND: 'ok', MISSING: 'bad', UNEXPECTED: 'violet', WRONG_PLACE: 'warn', CHANGED: 'info' } as const
export type Correction = 'NONE' | 'MOVE' | 'LOSE' | 'FIND' | 'OUT_OF_SERVICE' | 'SET_STOCK' | 'SET_PACKED'

export type Stocktake = {
  id: string
  number: string
  state: StocktakeState
  location: { id: string; name: string }
  below: boolean
  secondPerson: boolean
  note: string | null
  lines: number
  expected: number
  found: number
  /** Pieces found besides. */
  unexpected: number
  countedBy: string[]
  startedAt: string
  startedByName: string
  finishedAt: string | null
  finishedByName: string | null
  closedAt: string | null
  closedByName: string | null
  reason: string | null
  version: number
}
export type StocktakeLine = {
  id: string
  kind: 'ASSET' | 'CASE' | 'PRODUCT'
  subjectId: string
  label: string
  name: string
  caseNumber: string | null
  expectedAt: string | null
  foundAt: string | null
  expected: number
  found: number
  outcome: Outcome
  correction: Correction
  why: string | null
}
export type Review = {
  reviewed: string
  outcomes: Partial<Record<Outcome, number>>
  corrections: Partial<Record<Correction, number>>
  mayConfirm: boolean
}

export const stocktakeQuery = (id: string) =>
  queryOptions({ queryKey: ['stocktakes', id], queryFn: ({ signal }) => api.get<Stocktake>(`/stocktakes/${id}`, { signal }) })
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['stocktakes', id, 'review'],
    queryFn: ({ signal }) => api.get<Review>(`/stocktakes/${id}/review`, { signal }),
  })

/** What a count changes elsewhere once it is applied. */
export const touchedByStocktakes = [
  'stocktakes',
  'stocktake-lines',
  'assets',
  'cases',
  'stock',
  'stock-entries',
  'history',
  'home',
]

export const stocktakeInput = z.object({
  locationId: z.string().min(1),
  below: z.boolean(),
  secondPerson: z.boolean(),
  note: z.string().max(2000).nullable(),
})
export type StocktakeInput = z.infer<typeof stocktakeInput>
export const abandonmentInput = z.object({ reason: z.string().trim().min(1).max(1000) })
