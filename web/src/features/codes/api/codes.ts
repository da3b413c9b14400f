import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import type { UnfitReason } from '@/lib/unfit'

export type CodeKind = 'ASSET' | 'CASE' | 'LOCATION' | 'KIT'
export type Target = {
  kind: CodeKind
  id: string
  label: string
  name: string
  detail: string | null
  status: string | null
  locationId: string | null
  locationName: string | null
  unfit: string | null
}
export type Found =
  | { kind: CodeKind; id: string; label: string; target: Target; shortCode: null }
  | { kind: 'BLANK_LABEL'; id: string; label: string; target: null; shortCode: string }

export const codeQuery = (uuid: string) =>
  queryOptions({
    queryKey: ['codes', uuid],
    queryFn: ({ signal }) => api.get<Found>(`/codes/${encodeURIComponent(uuid)}`, { signal }),
    retry: false,
  })

export type Notice = { companyName: string | null; notice: string; logoFileId: string | null }

/** What a stranger may know; the same for every code. */
export const noticeQuery = (uuid: string) =>
  queryOptions({
    queryKey: ['codes', uuid, 'notice'],
    queryFn: ({ signal }) => api.get<Notice>(`/codes/${encodeURIComponent(uuid)}/notice`, { signal }),
  })

/** Everything known against an asset; the code alone tells only what stands in its own row. */
export const unfitQuery = (target: Target) =>
  queryOptions({
    queryKey: ['assets', target.id, 'unfit'],
    queryFn: async ({ signal }) =>
      (await api.get<{ unfitReasons: UnfitReason[] }>(`/assets/${target.id}`, { signal })).unfitReasons,
    retry: false,
    enabled: target.kind === 'ASSET',
  })

export const resolveCode = (text: string) => api.get<Found>('/codes', { query: { text } })
export const bindBlank = (blankId: string, target: { kind: string; id: string }) =>
  api.post(`/blank-labels/${blankId}/binding`, target)
