import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Money, type Page, type Query } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type Named = { id: string; name: string }
export const invoiceKinds = ['DEPOSIT', 'PART', 'FINAL', 'CREDIT_NOTE'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]
export const invoiceStates = ['DRAFT', 'ISSUED', 'PART_PAID', 'PAID', 'CREDITED'] as const
export type InvoiceState = (typeof invoiceStates)[number]
export const profitGroups = ['EQUIPMENT', 'CREW', 'TRANSPORT', 'SUB_HIRE', 'CONSUMABLES', 'DAMAGE', 'LOSS', 'OTHER'] as const
export type ProfitGroup = (typeof profitGroups)[number]
export const vatCategories = [
  'STANDARD',
  'ZERO_RATED',
  'EXEMPT',
  'REVERSE_CHARGE',
  'INTRA_COMMUNITY',
  'EXPORT',
  'OUTSIDE_SCOPE',
] as const
export type VatCategory = (typeof vatCategories)[number]
export const accountClasses = [
  'RECEIVABLE',
  'BANK',
  'STOCK',
  'DEPOSIT',
  'VAT',
  'ACCRUED',
  'EQUITY',
  'REVENUE',
  'COST',
  'EXCHANGE',
] as const
export type AccountClass = (typeof accountClasses)[number]

export type Invoice = {
  id: string
  kind: InvoiceKind
  state: InvoiceState
  number: string | null
  title: string
  client: Named
  event: Named | null
  deal: Named | null
  quoteId: string | null
  corrects: Named | null
  seriesId: string
  language: string
  currency: string
  rate: number | null
  issuedOn: string | null
  suppliedFrom: string | null
  suppliedTo: string | null
  paymentDays: number
  dueOn: string | null
  overdue: boolean
  buyerReference: string | null
  introduction: string | null
  closing: string | null
  net: Money
  vat: Money
  gross: Money
  deducted: Money
  paid: Money
  credited: Money
  open: Money
  reminderLevel: number
  entryId: string | null
  changedAt: string
  version: number
}
export type Party = { name: string; lines: string[]; country: string | null; vatNumber: string | null; taxNumber: string | null }
export type DocumentLine = {
  id: string
  text: string
  description: string | null
  quantity: number
  unit: string
  unitPrice: number
  discountPercent: number
  net: Money
  vatCategory: VatCategory
  vatPercent: number
  exemptionReason: string | null
  profitGroup: ProfitGroup
  eventId: string | null
  costId: string | null
  quotePartId: string | null
}
export type InvoiceDocument = {
  invoice: Invoice
  seller: Party
  buyer: Party
  lines: DocumentLine[]
  vat: { category: VatCategory; percent: number; base: Money; vat: Money; exemptionReason: string | null }[]
  deductions: { depositId: string; number: string; issuedOn: string; net: Money; vat: Money; gross: Money }[]
  corrects: { id: string; number: string; issuedOn: string } | null
  /** Those that take it back; a draft has no number yet. */
  creditNotes: { id: string; number: string | null; issuedOn: string | null; gross: Money }[]
}
export type Payment = {
  id: string
  client: Named
  paidOn: string
  amount: Money
  rate: number
  reference: string | null
  note: string | null
  allocated: Money
  free: Money
  parts: { invoiceId: string; number: string; amount: Money }[]
  refundsId: string | null
  entryId: string
  cancelledAt: string | null
  version: number
}
export type CsvLine = {
  line: number
  state: 'TAKEN' | 'KNOWN' | 'UNMATCHED' | 'UNREADABLE'
  message: string
  date: string | null
  amount: Money | null
  payer: string
  reference: string
  client: Named | null
  invoice: Named | null
  paymentId: string | null
}
export type ReminderDue = {
  invoiceId: string
  number: string
  client: Named
  dueOn: string
  daysLate: number
  open: Money
  level: number
  title: string
  last: string | null
  /** Where its letter would go. */
  to: string | null
}
/** How late something is, as lists filter by it, and the column that holds it. */
export const ages = { NOT_DUE: 'notDue', UP_TO_30: 'upTo30', UP_TO_60: 'upTo60', UP_TO_90: 'upTo90', OLDER: 'older' } as const
export type Ageing = {
  client: Named
  currency: string
  notDue: Money
  upTo30: Money
  upTo60: Money
  upTo90: Money
  older: Money
  unallocated: Money
  total: Money
}
export type StatementLine = {
  date: string
  kind: InvoiceKind | 'PAYMENT' | 'REFUND' | 'CARRIED'
  id: string
  text: string
  dueOn: string | null
  amount: Money
  balance: Money
}
export const entryKinds = [
  'INVOICE',
  'DEPOSIT_INVOICE',
  'CREDIT_NOTE',
  'PAYMENT',
  'REFUND',
  'PAYMENT_CANCELLED',
  'EXCHANGE_DIFFERENCE',
  'EXCHANGE_TAKEN_BACK',
  'COST_TAKEN_BACK',
  'COST_CHANGED',
  'COST_GONE',
  'REVERSAL',
] as const
/** What an entry says that nobody wrote by hand. */
export type EntryWords = { kind: (typeof entryKinds)[number]; of: string | null; reason: string | null }
export type LedgerLine = {
  id: string
  entryId: string
  entryNumber: number
  date: string
  text: string
  words: EntryWords | null
  lineText: string | null
  accountCode: string
  accountName: string
  accountClass: AccountClass
  profitGroup: ProfitGroup | null
  amount: Money
  own: Money
  event: Named | null
  client: Named | null
  deal: Named | null
  sourceKind: string
  sourceId: string | null
}
export type EntryLine = {
  position: number
  accountId: string
  accountCode: string
  accountName: string
  amount: Money
  own: Money
  event: Named | null
  client: Named | null
  deal: Named | null
  text: string | null
}
export type JournalEntry = {
  id: string
  number: number
  date: string
  text: string
  words: EntryWords | null
  sourceKind: string
  sourceId: string | null
  reversesId: string | null
  reversedById: string | null
  lines: EntryLine[]
  postedAt: string
  postedByName: string
}
export type Balance = {
  accountId: string
  code: string
  name: string
  accountClass: AccountClass
  profitGroup: ProfitGroup | null
  debit: Money
  credit: Money
  own: Money
  lines: number
}
export type Month = { month: string; entries: number; closedAt: string | null; closedByName: string | null }
export type Account = {
  id: string
  code: string
  name: string
  accountClass: AccountClass
  profitGroup: ProfitGroup | null
  standard: boolean
  archivedAt: string | null
  version: number
}
export type Series = {
  id: string
  kind: 'INVOICE' | 'CREDIT_NOTE'
  name: string
  prefix: string
  width: number
  yearly: boolean
  standard: boolean
  next: string
  version: number
}
export type VatRate = {
  id: string
  name: string
  category: VatCategory
  percent: number
  exemptionReason: string | null
  standard: boolean
  archivedAt: string | null
  version: number
}
export type StepWords = { title: string; text: string }
export type Settings = {
  currency: string | null
  seller: {
    legalName: string | null
    street: string | null
    postcode: string | null
    city: string | null
    country: string
    vatNumber: string | null
    taxNumber: string | null
    registerEntry: string | null
    iban: string | null
    bic: string | null
    bankName: string | null
    paymentDays: number
  }
  useBasis: UseBasis
  /** What a day of use costs of what a piece would cost today. */
  usePercent: number
  reminders: { level: number; daysAfter: number; en: StepWords; de: StepWords }[]
  version: number
}
/** By what a day of use of own equipment is costed. */
export const useBases = ['OWNERSHIP', 'HIRE_PRICE'] as const
export type UseBasis = (typeof useBases)[number]
export type Cost = {
  id: string
  event: Named
  planned: boolean
  profitGroup: ProfitGroup
  text: string
  spentOn: string
  quantity: number
  unit: string
  unitCost: number
  amount: Money
  own: Money
  sourceKind: string
  sourceId: string | null
  charge: boolean
  chargedOn: Named | null
  entryId: string | null
  version: number
}
export type ProfitLine = {
  profitGroup: ProfitGroup | null
  plannedRevenue: Money | null
  plannedCost: Money
  revenue: Money
  cost: Money
  profit: Money
}
export type Profit = { event: Named; lines: ProfitLine[]; total: ProfitLine; marginPercent: number | null; deposits: Money }
export type Thing = { kind: string; id: string; number: string; name: string; state: string }
/** What the last phase asks for: `names` of the first of `count` things. */
export type Condition = { code: string; message: string; count: number; names: string[] }
export type CloseOut = {
  event: Named
  phase: string
  /** How many pieces and cases have come back. */
  back: number
  missing: Thing[]
  lost: Thing[]
  damaged: Thing[]
  gathered: number
  toCharge: Cost[]
  drafts: Invoice[]
  open: Money[]
  conditions: Condition[]
  /** Whether the caller may close it. */
  closes: boolean
}

export const tones: Record<InvoiceState, Tone> = {
  DRAFT: 'gray',
  ISSUED: 'info',
  PART_PAID: 'warn',
  PAID: 'ok',
  CREDITED: 'violet',
}
export const touched = ['invoices', 'payments', 'finance', 'ledger-lines', 'costs', 'history', 'search'] as const

const list = <T>(key: string, path: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['finance', key, query],
    queryFn: ({ signal }) => api.get<Page<T>>(path, { query, signal }),
  })
export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoices', id],
    queryFn: ({ signal }) => api.get<InvoiceDocument>(`/invoices/${id}/document`, { signal }),
  })
export const paymentQuery = (id: string) =>
  queryOptions({ queryKey: ['payments', id], queryFn: ({ signal }) => api.get<Payment>(`/payments/${id}`, { signal }) })
export const openInvoicesQuery = (client: string) =>
  queryOptions({
    queryKey: ['invoices', 'open', client],
    queryFn: ({ signal }) => api.get<Page<Invoice>>('/invoices', { query: { client, open: true, limit: 200 }, signal }),
  })
export const remindersQuery = list<ReminderDue>('reminders', '/reminders-due')
export const nextReminderQuery = (invoice: string) =>
  queryOptions({
    queryKey: ['invoices', 'next-reminder', invoice],
    queryFn: ({ signal }) => api.get<{ subject: string; text: string }>(`/invoices/${invoice}/next-reminder`, { signal }),
  })
export const ageingQuery = list<Ageing>('ageing', '/ageing')
export const statementQuery = (client: string) => list<StatementLine>('statement', '/statements', { client })
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['finance', 'entry', id],
    queryFn: ({ signal }) => api.get<JournalEntry>(`/journal-entries/${id}`, { signal }),
  })
export const balancesQuery = (query: Query) => list<Balance>('balances', '/ledger-balances', query)
export const monthsQuery = list<Month>('months', '/ledger-months')
export const accountsQuery = list<Account>('accounts', '/accounts')
export const seriesQuery = list<Series>('series', '/invoice-series')
export const vatRatesQuery = list<VatRate>('vat', '/vat-rates')
export const settingsQuery = queryOptions({
  queryKey: ['finance', 'settings'],
  queryFn: ({ signal }) => api.get<Settings>('/finance-settings', { signal }),
})
export const profitQuery = (event: string) =>
  queryOptions({
    queryKey: ['finance', 'profit', event],
    queryFn: ({ signal }) => api.get<Profit>(`/events/${event}/profit`, { signal }),
  })
export const closeOutQuery = (event: string) =>
  queryOptions({
    queryKey: ['finance', 'close-out', event],
    queryFn: ({ signal }) => api.get<CloseOut>(`/events/${event}/close-out`, { signal }),
  })
/** @param group null: of all groups */
export const costsQuery = (event: string, planned: boolean, group: ProfitGroup | null) =>
  infiniteQueryOptions({
    queryKey: ['costs', 'of', event, planned, group],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Cost>>('/costs', {
        query: { event, planned, group: group ?? undefined, limit: 100, sort: 'spentOn', cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

const number = z.number()
export const lineInput = z.object({
  text: z.string().trim().min(1).max(500),
  description: z.string().max(2_000).nullable(),
  quantity: number,
  unit: z.string().trim().min(1).max(20),
  unitPrice: number.min(0),
  discountPercent: number.min(0).max(100),
  vatCategory: z.enum(vatCategories),
  vatPercent: number.min(0).max(100),
  exemptionReason: z.string().nullable(),
  profitGroup: z.enum(profitGroups),
  eventId: z.string().nullable(),
  costId: z.string().nullable(),
  quotePartId: z.string().nullable(),
})
export const invoiceInput = z.object({
  kind: z.enum(invoiceKinds),
  clientId: z.string().min(1),
  eventId: z.string().nullable(),
  dealId: z.string().nullable(),
  title: z.string().trim().min(1).max(200),
  suppliedFrom: z.string().nullable(),
  suppliedTo: z.string().nullable(),
  currency: z.string().length(3).nullable(),
  language: z.string().nullable(),
  paymentDays: number.int().min(0).max(365).nullable(),
  buyerReference: z.string().max(100).nullable(),
  introduction: z.string().max(5_000).nullable(),
  closing: z.string().max(5_000).nullable(),
  lines: z.array(lineInput),
  deposits: z.array(z.string()),
})
export type LineInput = z.infer<typeof lineInput>
export type InvoiceInput = Omit<z.infer<typeof invoiceInput>, 'clientId'> & { clientId: string | null }
export const inputOf = ({ invoice, lines, deductions }: InvoiceDocument): InvoiceInput => ({
  kind: invoice.kind,
  clientId: invoice.client.id,
  eventId: invoice.event?.id ?? null,
  dealId: invoice.deal?.id ?? null,
  title: invoice.title,
  suppliedFrom: invoice.suppliedFrom,
  suppliedTo: invoice.suppliedTo,
  currency: invoice.currency,
  language: invoice.language,
  paymentDays: invoice.paymentDays,
  buyerReference: invoice.buyerReference,
  introduction: invoice.introduction,
  closing: invoice.closing,
  lines: lines.map(({ id: _, net: __, ...line }) => ({
    text: line.text,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    discountPercent: line.discountPercent,
    vatCategory: line.vatCategory,
    vatPercent: line.vatPercent,
    exemptionReason: line.exemptionReason,
    profitGroup: line.profitGroup,
    eventId: line.eventId,
    costId: line.costId,
    quotePartId: line.quotePartId,
  })),
  deposits: deductions.map((one) => one.depositId),
})
export const emptyInvoice = (more: Partial<InvoiceInput> = {}): InvoiceInput => ({
  kind: 'FINAL',
  clientId: null,
  eventId: null,
  dealId: null,
  title: '',
  suppliedFrom: null,
  suppliedTo: null,
  currency: null,
  language: null,
  paymentDays: null,
  buyerReference: null,
  introduction: null,
  closing: null,
  lines: [],
  deposits: [],
  ...more,
})
export const moneyInput = z.object({ amountMinor: number, currency: z.string() })
