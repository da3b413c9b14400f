import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type Page, type Query } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { instantOf, wallOf } from '@/lib/wall'
import type { Named } from './deals'

export const activityKinds = ['CALL', 'EMAIL', 'MEETING', 'TASK', 'NOTE'] as const
export type ActivityKind = (typeof activityKinds)[number]
export type Activity = {
  id: string
  kind: ActivityKind
  subject: string
  text: string | null
  client: Named
  deal: { id: string; number: string; name: string } | null
  contact: Named | null
  at: string
  remindAt: string | null
  doneAt: string | null
  assignee: Named | null
  /** What was written from here, and what became of it. */
  email?: { id: string; state: string } | null
  createdByName: string
  createdAt: string
  changedAt: string
  version: number
}

export const activitiesQuery = (query: Query) =>
  infiniteQueryOptions({
    queryKey: ['activities', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Activity>>('/activities', { query: { ...query, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const isOpen = (one: Pick<Activity, 'kind' | 'doneAt'>) => one.kind === 'TASK' && !one.doneAt
export const isOverdue = (one: Pick<Activity, 'kind' | 'doneAt' | 'at'>, now = Date.now()) =>
  isOpen(one) && Date.parse(one.at) < now

export const activityInput = z.object({
  kind: z.enum(activityKinds),
  subject: z.string().trim().min(1).max(200),
  text: z.string().max(10_000).nullable(),
  dealId: z.string().nullable(),
  contactId: z.string().nullable(),
  at: z.string().min(1),
  remindAt: z.string().nullable(),
  assigneeId: z.string().nullable(),
})
/** Times by the clocks of the company. */
export type ActivityInput = {
  kind: ActivityKind
  subject: string
  text: string | null
  dealId: string | null
  contactId: string | null
  at: string
  remindAt: string | null
  assigneeId: string | null
}
export const activityInputOf = (one: Activity, zone: string): ActivityInput => ({
  kind: one.kind,
  subject: one.subject,
  text: one.text,
  dealId: one.deal?.id ?? null,
  contactId: one.contact?.id ?? null,
  at: wallOf(one.at, zone),
  remindAt: one.remindAt && wallOf(one.remindAt, zone),
  assigneeId: one.assignee?.id ?? null,
})
export function activityBody({ at, remindAt, ...rest }: Partial<ActivityInput>, zone: string) {
  return {
    ...rest,
    ...(at === undefined ? {} : { at: instantOf(at.slice(0, 16), zone) }),
    ...(remindAt === undefined ? {} : { remindAt: remindAt ? instantOf(remindAt.slice(0, 16), zone) : null }),
  }
}

export const clientTemplates = ['CLIENT_LETTER', 'ENQUIRY_ANSWER', 'FOLLOW_UP', 'THANKS'] as const
export type Draft = { to: string | null; toName: string | null; language: string; subject: string; text: string }
export const draftQuery = (clientId: string, query: Query) =>
  queryOptions({
    queryKey: ['activities', 'draft', clientId, query],
    queryFn: ({ signal }) => api.get<Draft>(`/clients/${clientId}/email-draft`, { query, signal }),
    gcTime: 0,
  })
export const standingQuery = queryOptions({
  queryKey: ['mail', 'standing'],
  queryFn: ({ signal }) => api.get<{ ready: boolean }>('/mail-standing', { signal }),
})
export const letterInput = z.object({
  to: z.string().trim().min(3).max(254),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
  files: z.array(z.string()),
})
export type LetterInput = z.infer<typeof letterInput>
