import { queryOptions } from '@tanstack/react-query'
import { api, type Money } from '@/lib/api/client'
import type { Invoice, Named } from './finance'

/** What an accepted quote was billed; net where nothing else is said. */
export type Account = {
  quote: Named
  event: Named | null
  net: Money
  gross: Money
  depositPercent: number | null
  deposit: Money
  billed: Money
  deposits: Money
  left: Money
  toCharge: number
  lines: { id: string; name: string; quantity: number; net: Money; billed: Money }[]
  invoices: Invoice[]
}

export const billingQuery = (quote: string) =>
  queryOptions({
    queryKey: ['invoices', 'of-quote', quote],
    queryFn: ({ signal }) => api.get<Account>(`/quotes/${quote}/billing`, { signal }),
  })
export const eventBillingQuery = (event: string) =>
  queryOptions({
    queryKey: ['invoices', 'of-event', event],
    queryFn: ({ signal }) => api.get<{ quotes: Account[] }>(`/events/${event}/quote-billing`, { signal }),
  })

/** What cancelling today would do, or what it did. */
export type CancelPlan = {
  event: Named
  phase: string
  possible: boolean
  settledOn: string | null
  reason: string | null
  fees: { quote: Named; daysBefore: number; percent: number; net: Money }[]
  credits: { invoiceId: string; number: string; gross: Money; paid: Money; rest: boolean; byHand: boolean }[]
  drafts: Named[]
  feeInvoice: Named | null
}
export const cancellationQuery = (event: string) =>
  queryOptions({
    queryKey: ['invoices', 'cancellation', event],
    queryFn: ({ signal }) => api.get<CancelPlan>(`/events/${event}/cancellation`, { signal }),
  })
