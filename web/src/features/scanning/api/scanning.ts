import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Job } from '../model/job'
import type { ScanAnswer, ScanLine } from '../model/scan'

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

/** `sent`: scans of which no answer is known; the job says which of them it holds. */
export const downloadJob = (eventId: string, { since, sent = [] }: { since?: string; sent?: string[] } = {}) =>
  api.get<Job>(`/scanning/jobs/${eventId}`, { query: { since, sent } })

/** No key of its own: every scan has its id, however the batches are cut. */
export const sendScans = (scans: ScanLine[]) =>
  api.post<{ now: string; answers: ScanAnswer[] }>('/scans', { sentAt: new Date().toISOString(), app: 'eventkit-web', scans })
