import type { Totals } from '@/lib/pull-lists'
import { z } from '@/lib/validation'

export const touchedByLists = ['pull-lists', 'history'] as const

export const listInput = z.object({ name: z.string().trim().min(1).max(100), note: z.string().max(5000).nullable() })
export type ListInput = { name: string; note: string | null }
/** Several lists together: each sum, and of how many pieces it says nothing. */
export type SummedTotals = Omit<Totals, 'prices'>
export function sumOf(all: readonly SummedTotals[]): SummedTotals {
  const values = new Map<string, number>()
  for (const { values: monies } of all)
    for (const { amountMinor, currency } of monies) values.set(currency, (values.get(currency) ?? 0) + amountMinor)
  const sum = (field: Exclude<keyof SummedTotals, 'values'>) => all.reduce((total, one) => total + Number(one[field]), 0)
  return {
    lines: sum('lines'),
    pieces: sum('pieces'),
    weightGrams: sum('weightGrams'),
    weightsUnknown: sum('weightsUnknown'),
    volumeCubicMillimetres: sum('volumeCubicMillimetres'),
    volumesUnknown: sum('volumesUnknown'),
    powerWatts: sum('powerWatts'),
    powersUnknown: sum('powersUnknown'),
    values: [...values].map(([currency, amountMinor]) => ({ amountMinor, currency })),
    valuesUnknown: sum('valuesUnknown'),
  }
}
