import { queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type Named = { id: string; name: string }
export const leadStates = ['NEW', 'QUALIFIED', 'CONVERTED', 'DISCARDED'] as const
export type LeadState = (typeof leadStates)[number]
export const leadTones: Record<LeadState, Tone> = { NEW: 'info', QUALIFIED: 'violet', CONVERTED: 'ok', DISCARDED: 'gray' }
export const leadSources = ['FORM', 'PHONE', 'EMAIL', 'REFERRAL', 'FAIR', 'OTHER'] as const
export type LeadSource = (typeof leadSources)[number]
export type Lead = {
  id: string
  number: string
  state: LeadState
  source: LeadSource
  name: string
  company: string | null
  email: string | null
  phone: string | null
  message: string | null
  eventFrom: string | null
  eventTo: string | null
  venue: string | null
  language: 'en' | 'de'
  owner: Named | null
  discardReason: string | null
  client: Named | null
  deal: { id: string; number: string; name: string } | null
  closedAt: string | null
  createdAt: string
  createdByName: string
  changedAt: string
  version: number
}
export const isClosed = (lead: Pick<Lead, 'state'>) => lead.state === 'CONVERTED' || lead.state === 'DISCARDED'
export const calledOf = (lead: Pick<Lead, 'company' | 'name'>) => lead.company ?? lead.name

export const leadQuery = (id: string) =>
  queryOptions({ queryKey: ['leads', id], queryFn: ({ signal }) => api.get<Lead>(`/leads/${id}`, { signal }) })
export type Likeness = { id: string; name: string; archived: boolean; by: string[] }
export const likeQuery = (id: string) =>
  queryOptions({
    queryKey: ['leads', id, 'like'],
    queryFn: ({ signal }) => api.get<Page<Likeness>>(`/leads/${id}/similar-clients`, { signal }),
  })
export const touched = ['leads', 'deals', 'clients', 'activities', 'history', 'search'] as const

export const leadInput = z.object({
  name: z.string().trim().min(1).max(200),
  company: z.string().max(200).nullable(),
  email: z.string().max(254).nullable(),
  phone: z.string().max(50).nullable(),
  message: z.string().max(10_000).nullable(),
  eventFrom: z.string().nullable(),
  eventTo: z.string().nullable(),
  venue: z.string().max(300).nullable(),
  source: z.enum(leadSources),
  language: z.enum(['en', 'de']).nullable(),
  ownerId: z.string().nullable(),
})
export type LeadInput = {
  name: string
  company: string | null
  email: string | null
  phone: string | null
  message: string | null
  eventFrom: string | null
  eventTo: string | null
  venue: string | null
  source: LeadSource
  language: 'en' | 'de' | null
  ownerId: string | null
}
export const emptyLead: LeadInput = {
  name: '',
  company: null,
  email: null,
  phone: null,
  message: null,
  eventFrom: null,
  eventTo: null,
  venue: null,
  source: 'PHONE',
  language: null,
  ownerId: null,
}
export const leadInputOf = (lead: Lead): LeadInput => ({
  name: lead.name,
  company: lead.company,
  email: lead.email,
  phone: lead.phone,
  message: lead.message,
  eventFrom: lead.eventFrom,
  eventTo: lead.eventTo,
  venue: lead.venue,
  source: lead.source,
  language: lead.language,
  ownerId: lead.owner?.id ?? null,
})

export type FormSetting = {
  open: boolean
  introEn: string | null
  introDe: string | null
  thanksEn: string | null
  thanksDe: string | null
  version: number
}
export const settingInput = z.object({
  open: z.boolean(),
  introEn: z.string().max(2_000).nullable(),
  introDe: z.string().max(2_000).nullable(),
  thanksEn: z.string().max(2_000).nullable(),
  thanksDe: z.string().max(2_000).nullable(),
})
export type SettingInput = Omit<FormSetting, 'version'>
export const settingQuery = queryOptions({
  queryKey: ['leads', 'form'],
  queryFn: ({ signal }) => api.get<FormSetting>('/lead-form', { signal }),
})
export const settingInputOf = ({ version: _, ...rest }: FormSetting): SettingInput => rest
