import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { midnight } from '@/lib/wall'
import { type Choice, choicesOf, type Remark } from './offers'

export type Link = {
  id: string
  forName: string
  createdAt: string
  createdByName: string
  expiresAt: string
  revokedAt: string | null
  openedAt: string | null
}
export type Shortage = { item: string; quantity: number }
export type Acceptance = {
  id: string
  state: 'KEPT' | 'WAITING' | 'CONFIRMED' | 'WITHDRAWN'
  stateSince: string
  name: string
  note: string | null
  at: string
  contact: { id: string | null; name: string; email: string } | null
  ip: string | null
  program: string | null
  witnessName: string | null
  net: Money
  gross: Money
  eventId: string | null
  hindrance: { code: string; message: string; shortages: Shortage[] } | null
  triedAt: string | null
  withdrawnReason: string | null
}

export const linksQuery = (quote: string) =>
  queryOptions({
    queryKey: ['quote-links', quote],
    queryFn: ({ signal }) => api.get<Page<Link>>(`/quotes/${quote}/links`, { signal }),
  })
export const remarksQuery = (quote: string) =>
  queryOptions({
    queryKey: ['quote-remarks', quote],
    queryFn: ({ signal }) => api.get<Page<Remark>>(`/quotes/${quote}/remarks`, { signal }),
  })
export const acceptancesQuery = (quote: string) =>
  queryOptions({
    queryKey: ['acceptances', quote],
    queryFn: ({ signal }) => api.get<Page<Acceptance>>(`/quotes/${quote}/acceptances`, { signal }),
    // It is confirmed a moment after it was kept.
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'KEPT') ? 1_000 : false),
  })

export const linkInput = z.object({ forName: z.string().trim().min(1).max(200), until: z.string().nullable() })
export type LinkInput = { forName: string; until: string | null }
/** @param zone whose clocks say when the last day is over */
export const makeLink = (quote: string, { forName, until }: LinkInput, zone: string) =>
  api.post<{ link: Link; address: string }>(`/quotes/${quote}/links`, {
    forName,
    expiresAt: until && midnight(`${until}T00:00`, 1, zone),
  })
export const revokeLink = (quote: string, link: string) => api.delete(`/quotes/${quote}/links/${link}`)

export const replyInput = z.object({ text: z.string().trim().min(1).max(4_000) })
export type ReplyInput = { text: string }
export const reply = (quote: string, values: ReplyInput) => api.post<Remark>(`/quotes/${quote}/remarks`, values)

export const byHandInput = z.object({ name: z.string().trim().min(1).max(200), note: z.string().trim().max(2_000) })
export type ByHandInput = { name: string; note: string }
/** @param chosen null: as the quote proposes */
export const acceptByHand = (quote: string, { name, note }: ByHandInput, chosen: string[] | null) =>
  api.post<Acceptance>(`/quotes/${quote}/acceptances`, { name, note: note || null, chosen })
/** What may be taken or left of the version that the client has. */
export const quoteChoicesQuery = (quote: string) =>
  queryOptions({
    queryKey: ['quotes', quote, 'choices'],
    queryFn: async ({ signal }) => {
      const { current } = await api.get<{ current: { groups: { lines: Choice[] }[] } }>(`/quotes/${quote}`, { signal })
      return choicesOf(current.groups)
    },
  })
export const attempt = (id: string) => api.post<Acceptance>(`/acceptances/${id}/attempt`, {})
export const withdrawInput = z.object({ reason: z.string().trim().min(1).max(1_000) })
export const withdraw = (id: string, values: { reason: string }) => api.post<Acceptance>(`/acceptances/${id}/withdrawal`, values)
