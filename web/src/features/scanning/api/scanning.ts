import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Job } from '../model/job'
import type { ScanAnswer, ScanLine } from '../model/scan'
import type { SheetCopy, SheetRef } from '../model/sheet'

export type JobLine = {
  eventId: string
  number: string
  name: string
  phase: string
  clientName: string | null
  venueName: string | null
  from: string | null
  to: string | null
  warehouseName: string | null
  wanted: number
  picked: number
  out: number
  back: number
  missing: number
}

export const jobsQuery = (q: string) =>
  queryOptions({
    queryKey: ['scanning-jobs', q],
    queryFn: ({ signal }) => api.get<Page<JobLine>>('/scanning/jobs', { query: { q, limit: 50 }, signal }),
    staleTime: 10_000,
  })

/** A network that died in the middle of an answer says nothing: the next question must not wait for it for ever. */
const DOWNLOAD_MILLIS_MAX = 60_000
const inTime = () => ({ signal: AbortSignal.timeout(DOWNLOAD_MILLIS_MAX) })

/** `sent`: scans of which no answer is known; the job says which of them it holds. */
export const downloadJob = (eventId: string, { since, sent = [] }: { since?: string; sent?: string[] } = {}) =>
  api.get<Job>(`/scanning/jobs/${eventId}`, { query: { since, sent }, ...inTime() })

export const wantCheck = (eventId: string, wanted: boolean) => api.put(`/scanning/jobs/${eventId}/check`, { wanted })

/** What was made ready is right; `scans` as the job told it, so that nobody confirms what they did not see. */
export const confirmPrep = (eventId: string, scans: number) => api.post(`/scanning/jobs/${eventId}/check`, { scans })

export const downloadSheet = ({ of, id }: SheetRef) =>
  api.get<SheetCopy>(of === 'stocktake' ? `/stocktakes/${id}/sheet` : `/scanning/transfers/${id}/sheet`, inTime())

/** No key of its own: every scan has its id, however the batches are cut. */
export const sendScans = (scans: ScanLine[]) =>
  api.post<{ now: string; answers: ScanAnswer[] }>('/scans', { sentAt: new Date().toISOString(), app: 'eventkit-web', scans })

/** A count or a transfer that can be scanned. */
export type SheetEntry = { id: string; of: 'stocktake' | 'transfer'; number: string; name: string; state: string }
type Place = { id: string; name: string }

export const openSheetsQuery = queryOptions({
  queryKey: ['scanning-sheets'],
  queryFn: async ({ signal }): Promise<SheetEntry[]> => {
    const [counts, transfers] = await Promise.all([
      api.get<Page<{ id: string; number: string; state: string; location: Place }>>('/stocktakes', {
        query: { state: 'COUNTING', limit: 50 },
        signal,
      }),
      api.get<Page<{ id: string; number: string; state: string; from: Place; to: Place }>>('/transfers', {
        query: { state: ['DRAFT', 'IN_TRANSIT'], limit: 50 },
        signal,
      }),
    ])
    return [
      ...counts.items.map(({ id, number, state, location }) => ({
        id,
        of: 'stocktake' as const,
        number,
        state,
        name: location.name,
      })),
      ...transfers.items.map(({ id, number, state, from, to }) => ({
        id,
        of: 'transfer' as const,
        number,
        state,
        name: `${from.name} → ${to.name}`,
      })),
    ]
  },
  staleTime: 10_000,
})

export const finishCount = (id: string) => api.post(`/stocktakes/${id}/finish`, {})
export const dispatchTransfer = (id: string) => api.post(`/transfers/${id}/dispatch`)
export const bookArrival = (id: string, complete: boolean) => api.post(`/scanning/transfers/${id}/receipt`, { complete })
