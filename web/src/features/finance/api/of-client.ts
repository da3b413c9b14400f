import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { Invoice, VatCategory } from './finance'

/** What a client's lines take unless another rate is chosen. */
export const clientVatQuery = (client: string | null) =>
  queryOptions({
    queryKey: ['finance', 'vat', 'client', client],
    queryFn: ({ signal }) =>
      api.get<{ category: VatCategory; percent: number; exemptionReason: string | null }>(`/clients/${client}/vat-rate`, {
        signal,
      }),
    enabled: Boolean(client),
  })
/** In which currency a client is billed unless another is chosen; null: that of the books. */
export const clientCurrencyQuery = (client: string | null) =>
  queryOptions({
    queryKey: ['clients', client],
    queryFn: ({ signal }) => api.get<{ currency: string | null }>(`/clients/${client}`, { signal }),
    enabled: Boolean(client),
  })
/** @param deductible only those that stand and that nothing deducts yet */
export const depositsQuery = (client: string, deductible?: true) =>
  queryOptions({
    queryKey: ['invoices', 'deposits', client, deductible],
    queryFn: ({ signal }) =>
      api.get<Page<Invoice>>('/invoices', { query: { client, kind: 'DEPOSIT', deductible, limit: 200 }, signal }),
  })
