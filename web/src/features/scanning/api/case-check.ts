import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'

type CaseCheck = {
  number: string
  complete: boolean
  lines: { label: string; lacking: number }[]
  extras: { label: string; quantity: number }[]
  inner: CaseCheck[]
}

/** How often it is asked: what was just packed may still be on its way to the server. */
const ASKED = 3

/** What belongs in a case against what is in it; only where there is a network. */
export const caseCheckQuery = (caseId: string, scan: string) =>
  queryOptions({
    queryKey: ['scanning', 'case-check', caseId, scan],
    queryFn: ({ signal }) => api.get<CaseCheck>(`/cases/${caseId}/check`, { signal }),
    retry: false,
    refetchInterval: (query) => (query.state.dataUpdateCount < ASKED && query.state.status === 'success' ? 1_000 : false),
  })

export const lackingOf = (check: CaseCheck): string[] => [
  ...check.lines.filter((line) => line.lacking > 0).map((line) => `${line.lacking} × ${line.label}`),
  ...check.inner.flatMap(lackingOf),
]
export const extrasOf = (check: CaseCheck): string[] => [
  ...check.extras.map((extra) => `${extra.quantity} × ${extra.label}`),
  ...check.inner.flatMap(extrasOf),
]
