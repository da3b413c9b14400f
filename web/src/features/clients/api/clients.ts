import { queryOptions } from '@tanstack/react-query'
import type { Contact } from '@/components/contacts/ContactsTab'
import { type OwnFields, ownInput, ownInputOf, ownPatch } from '@/components/form/own-fields'
import { api, type Page } from '@/lib/api/client'
import { linesOf } from '@/lib/countries'
import { z } from '@/lib/validation'

export const addressKinds = ['BILLING', 'DELIVERY', 'OFFICE', 'OTHER'] as const
export type AddressKind = (typeof addressKinds)[number]
export type Address = {
  id: string
  kind: AddressKind
  name: string | null
  lines: string[]
  country: string | null
  note: string | null
}
export type VatCheck = 'DIGITS_CHECKED' | 'FORMAT_CHECKED' | 'NOT_CHECKED' | 'WRONG'

export type Client = {
  id: string
  name: string
  code: string | null
  vatNumber: string | null
  vatCheck: VatCheck | null
  addressLines: string[]
  country: string | null
  email: string | null
  phone: string | null
  web: string | null
  language: string | null
  tags: string[]
  notes: string | null
  billingName: string | null
  billingEmail: string | null
  buyerReference: string | null
  paymentDays: number | null
  currency: string | null
  preferredBrands: string[]
  avoidedBrands: string[]
  custom: OwnFields
  contacts: Contact[]
  addresses: Address[]
  archivedAt: string | null
  createdAt: string
  changedAt: string
  version: number
}

export const clientQuery = (id: string) =>
  queryOptions({ queryKey: ['clients', id], queryFn: ({ signal }) => api.get<Client>(`/clients/${id}`, { signal }) })
export const clientTagsQuery = queryOptions({
  queryKey: ['clients', 'tags'],
  queryFn: ({ signal }) => api.get<Page<string>>('/clients/tags', { signal }),
  staleTime: 60_000,
})

export const clientBrandsQuery = queryOptions({
  queryKey: ['clients', 'brands'],
  queryFn: ({ signal }) => api.get<Page<string>>('/clients/brands', { signal }),
  staleTime: 60_000,
})

export type Similar = {
  id: string
  name: string
  code: string | null
  archived: boolean
  by: ('NAME' | 'VAT_NUMBER' | 'EMAIL' | 'PHONE')[]
}
export type SimilarQuestion = { name?: string; vatNumber?: string; email?: string; phone?: string; except?: string }
/** Who may be the same already; nothing is asked before something is known. */
export const similarQuery = (question: SimilarQuestion) =>
  queryOptions({
    queryKey: ['clients', 'similar', question],
    queryFn: ({ signal }) => api.get<Page<Similar>>('/clients/similar', { query: question, signal }),
    enabled: Boolean(question.name || question.vatNumber || question.email || question.phone),
    staleTime: 10_000,
  })

/** `becomes` is what would be saved of the client that stays, `uses` what would be re-pointed. */
export type Merge = { becomes: Partial<Client>; uses: string[] }
export const mergeQuery = (id: string, other: string) =>
  queryOptions({
    queryKey: ['clients', id, 'merge', other],
    queryFn: ({ signal }) => api.get<Merge>(`/clients/${id}/merge`, { query: { other }, signal }),
  })

const optionalText = (max: number) => z.string().max(max).nullable()
export const clientInput = z.object({
  name: z.string().trim().min(1).max(200),
  code: optionalText(20),
  vatNumber: optionalText(50),
  addressText: optionalText(1600),
  country: z.string().nullable(),
  email: z.email().nullable(),
  phone: optionalText(50),
  web: optionalText(2000),
  language: z.string().nullable(),
  tags: z.array(z.string().max(40)).max(20),
  billingName: optionalText(200),
  billingEmail: z.email().nullable(),
  buyerReference: optionalText(100),
  paymentDays: z.number().int().min(0).max(365).nullable(),
  currency: z.string().nullable(),
  preferredBrands: z.array(z.string().max(100)).max(30),
  avoidedBrands: z.array(z.string().max(100)).max(30),
  custom: ownInput,
})
export type ClientInput = z.infer<typeof clientInput>

export const emptyClient: ClientInput = {
  name: '',
  code: null,
  vatNumber: null,
  addressText: null,
  country: null,
  email: null,
  phone: null,
  web: null,
  language: null,
  tags: [],
  billingName: null,
  billingEmail: null,
  buyerReference: null,
  paymentDays: null,
  currency: null,
  preferredBrands: [],
  avoidedBrands: [],
  custom: ownInputOf({}),
}
export const clientInputOf = (client: Client): ClientInput => ({
  name: client.name,
  code: client.code,
  vatNumber: client.vatNumber,
  addressText: client.addressLines.join('\n') || null,
  country: client.country,
  email: client.email,
  phone: client.phone,
  web: client.web,
  language: client.language,
  tags: client.tags,
  billingName: client.billingName,
  billingEmail: client.billingEmail,
  buyerReference: client.buyerReference,
  paymentDays: client.paymentDays,
  currency: client.currency,
  preferredBrands: client.preferredBrands,
  avoidedBrands: client.avoidedBrands,
  custom: ownInputOf(client.custom),
})
/** As the server takes it: the address line by line, of the own fields what changed. */
export const clientBody = ({ addressText, custom, ...rest }: Partial<ClientInput>) => ({
  ...rest,
  ...(addressText === undefined ? {} : { addressLines: linesOf(addressText) }),
  ...(custom === undefined ? {} : { custom: ownPatch(custom) }),
})
