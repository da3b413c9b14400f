import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Money } from '@/lib/api/client'
import { z } from '@/lib/validation'
import type { Sender } from './offers'

export type Guest = { name: string; email: string; companies: string[]; expiresAt: string }
/** `open`: whether codes can be sent. */
export type Front = { company: Sender; open: boolean; guest: Guest | null }
export type QuoteLine = {
  id: string
  number: string
  name: string
  clientName: string
  nth: number
  state: 'SENT' | 'VIEWED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'SUPERSEDED'
  open: boolean
  sentAt: string
  validUntil: string | null
  hireFrom: string | null
  hireTo: string | null
  gross: Money
}
export type InvoiceLine = {
  id: string
  kind: 'DEPOSIT' | 'PART' | 'FINAL' | 'CREDIT_NOTE'
  number: string
  title: string
  clientName: string
  state: 'ISSUED' | 'PART_PAID' | 'PAID' | 'CREDITED'
  issuedOn: string
  dueOn: string | null
  overdue: boolean
  gross: Money
  open: Money
}
type Lines<Line> = { items: Line[]; total: number }

export const frontQuery = queryOptions({
  queryKey: ['portal', 'front'],
  queryFn: ({ signal }) => api.get<Front>('/portal', { signal }),
  staleTime: 0,
})

const shelf = <Answer extends Lines<unknown>>(name: string) =>
  infiniteQueryOptions({
    queryKey: ['portal', name],
    queryFn: ({ signal, pageParam }) => api.get<Answer>(`/portal/${name}`, { query: { offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, page) => sum + page.items.length, 0)
      return last.items.length > 0 && shown < last.total ? shown : undefined
    },
    staleTime: 0,
  })
export const quotesQuery = shelf<Lines<QuoteLine>>('quotes')
export const invoicesQuery = shelf<Lines<InvoiceLine> & { owed: Money[] }>('invoices')

export const emailInput = z.object({ email: z.email() })
export type EmailInput = { email: string }
export const codeInput = z.object({ code: z.string().trim().min(8).max(20) })
export type CodeInput = { code: string }

/** What this browser asked for; a code is good in it alone. */
export type Asked = { ticket: string; email: string; expiresAt: string }
export const askCode = async (email: string, language: string): Promise<Asked> => {
  const asked = await api.post<{ ticket: string; expiresAt: string }>('/portal/codes', { email, language })
  return { ...asked, email }
}
export const enter = (ticket: string, code: string) => api.post<Guest>('/portal/session', { ticket, code })
export const leave = () => api.delete('/portal/session')

const stored = 'eventkit.portal'
/** In the storage of the browser, not of the tab: the link in the letter opens another one. */
export function remember(asked: Asked | null): void {
  try {
    if (asked) localStorage.setItem(stored, JSON.stringify(asked))
    else localStorage.removeItem(stored)
  } catch {
    // Storage may be switched off: then the code is typed in this tab.
  }
}
export function remembered(now = Date.now()): Asked | null {
  try {
    const asked = JSON.parse(localStorage.getItem(stored) ?? 'null') as Asked | null
    return asked?.ticket && new Date(asked.expiresAt).getTime() > now ? asked : null
  } catch {
    return null
  }
}
