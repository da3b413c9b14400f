import { queryOptions } from '@tanstack/react-query'
import type { Contact } from '@/components/contacts/ContactsTab'
import { api, type Page } from '@/lib/api/client'
import { linesOf } from '@/lib/countries'
import { z } from '@/lib/validation'

export type Client = {
  id: string
  name: string
  code: string | null
  vatNumber: string | null
  addressLines: string[]
  country: string | null
  email: string | null
  phone: string | null
  web: string | null
  language: string | null
  tags: string[]
  notes: string | null
  contacts: Contact[]
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
})
/** As the server takes it: the address line by line. */
export const clientBody = ({ addressText, ...rest }: Partial<ClientInput>) =>
  addressText === undefined ? rest : { ...rest, addressLines: linesOf(addressText) }
