import { queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const securities = ['STARTTLS', 'TLS', 'NONE'] as const
export type MailServer = {
  host: string | null
  port: number
  security: (typeof securities)[number]
  username: string | null
  passwordSet: boolean
  senderName: string | null
  senderAddress: string | null
  replyTo: string | null
  setByOperator: boolean
  version: number
}
export const serverInput = z.object({
  host: z.string().max(255).nullable(),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(securities),
  username: z.string().max(255).nullable(),
  password: z.string().max(1_000).nullable(),
  senderName: z.string().max(200).nullable(),
  senderAddress: z.string().max(254).nullable(),
  replyTo: z.string().max(254).nullable(),
})
export type ServerInput = Omit<MailServer, 'passwordSet' | 'setByOperator' | 'version'> & { password: string | null }
export const serverInputOf = (server: MailServer): ServerInput => ({
  host: server.host,
  port: server.port,
  security: server.security,
  username: server.username,
  // It is never told: left empty it stays.
  password: null,
  senderName: server.senderName,
  senderAddress: server.senderAddress,
  replyTo: server.replyTo,
})
export const serverQuery = queryOptions({
  queryKey: ['mail', 'server'],
  queryFn: ({ signal }) => api.get<MailServer>('/mail-server', { signal }),
})
export const changeServer = (input: ServerInput, version: number | undefined) =>
  api.put<MailServer>('/mail-server', { ...input, password: input.password || null }, { version })
export const testServer = (to: string) => api.post<{ to: string; answer: string }>('/mail-server/test', { to })

export type Standing = { ready: boolean; waiting: number; kept: number; stuck: number }
export const standingQuery = queryOptions({
  queryKey: ['mail', 'standing'],
  queryFn: ({ signal }) => api.get<Standing>('/mail-standing', { signal }),
})

export type Template = {
  kind: string
  locale: 'en' | 'de'
  subject: string
  body: string
  own: boolean
  toClients: boolean
  facts: string[]
  version: number
}
export const templatesQuery = queryOptions({
  queryKey: ['mail', 'templates'],
  queryFn: ({ signal }) => api.get<Page<Template>>('/mail-templates', { signal }),
})
export const wordsInput = z.object({ subject: z.string().trim().min(1).max(200), body: z.string().trim().min(1).max(20_000) })
export type Words = z.infer<typeof wordsInput>
export const templatePath = (one: Template) => `/mail-templates/${one.kind}/${one.locale}`
export const previewOf = (one: Template, words: Words) =>
  api.post<{ subject: string; text: string; html: string }>(`${templatePath(one)}/preview`, words)

export const mailStates = ['KEPT', 'QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'CANCELLED'] as const
export type MailState = (typeof mailStates)[number]
export const mailTones: Record<MailState, Tone> = {
  KEPT: 'warn',
  QUEUED: 'info',
  SENDING: 'info',
  SENT: 'ok',
  UNCERTAIN: 'warn',
  FAILED: 'bad',
  CANCELLED: 'gray',
}
export type Email = {
  id: string
  kind: string
  state: MailState
  toName: string | null
  toAddress: string
  subject: string
  attempts: number
  nextTry: string | null
  lastError: string | null
  createdByName: string
  createdAt: string
  sentAt: string | null
  changedAt: string
  version: number
}
export type Opened = {
  email: Email
  text: string | null
  html: string | null
  enclosures: { name: string; sizeBytes: number }[]
}
export const emailQuery = (id: string) =>
  queryOptions({ queryKey: ['emails', id], queryFn: ({ signal }) => api.get<Opened>(`/emails/${id}`, { signal }) })
export const mayRetry = (state: MailState) => state === 'KEPT' || state === 'FAILED' || state === 'UNCERTAIN'
export const mayCancel = (state: MailState) => mayRetry(state) || state === 'QUEUED'
