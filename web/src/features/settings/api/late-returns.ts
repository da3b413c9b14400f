import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const horizons = ['TODAY', 'DAYS', 'OPEN'] as const

/** How long what is late is taken to stay away; `days` counts for DAYS alone. */
export const lateReturnsInput = z.object({
  horizon: z.enum(horizons),
  days: z.number().int().min(1).max(365),
})
export type LateReturnsInput = z.infer<typeof lateReturnsInput>
export type LateReturns = LateReturnsInput & { version: number }

export const lateReturnsQuery = queryOptions({
  queryKey: ['availability', 'late-returns'],
  queryFn: ({ signal }) => api.get<LateReturns>('/availability/late-returns', { signal }),
})
export const changeLateReturns = (input: LateReturnsInput, version: number | undefined) =>
  api.put<LateReturns>('/availability/late-returns', input, { version })
export const lateReturnsInputOf = ({ horizon, days }: LateReturns): LateReturnsInput => ({ horizon, days })

/** Counts everything anew from its rows; empty: all is well. */
export const checkAvailability = () => api.get<{ differences: string[] }>('/availability/check')
