import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from '@/lib/api/client'

import { z } from '@/lib/validation'
import { type Phase, phases, way } from '../model/phases'
import type { EventType, Occupancy } from './events'

export const touchedByTypes = ['event-types', 'events', 'history'] as const

export const typesQuery = (archived: boolean) =>
  queryOptions({
    queryKey: ['event-types', { archived }],
    queryFn: ({ signal }) => api.get<Page<EventType>>('/event-types', { query: { archived }, signal }),
  })

export const typeInput = z.object({
  name: z.string().trim().min(1).max(100),
  colour: z.string().nullable(),
  workflow: z
    .array(z.object({ id: z.string().nullable(), name: z.string().trim().min(1).max(60), phase: z.enum(phases) }))
    .max(50),
})
export type Step = { id: string | null; name: string; phase: Phase }
export type TypeInput = { name: string; colour: string | null; workflow: Step[] }
export const typeInputOf = (type: EventType | undefined): TypeInput => ({
  name: type?.name ?? '',
  colour: type?.colour ?? null,
  workflow: type?.workflow ?? [],
})
const order = [...way, 'CANCELLED'] as readonly Phase[]
/** Own phases in the order of the built-in ones that they mean. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))

export type Numbering = { prefix: string | null; width: number; next: number }
export type PlanningSettings = {
  events: Numbering
  projects: Numbering
  occupancy: Occupancy
  /** One way takes so long; there and back costs so much. */
  betweenWarehouses: { minutes: number; cost: Money | null }
  version: number
}
export const planningSettingsQuery = queryOptions({
  queryKey: ['events', 'settings'],
  queryFn: ({ signal }) => api.get<PlanningSettings>('/events/settings', { signal }),
})

const minutes = z.number().min(0).max(86_400)
const numbering = z.object({
  prefix: z.string().max(20).nullable(),
  width: z.number().min(1).max(10),
  next: z.number().min(1),
})
export const planningInput = z.object({
  events: numbering,
  projects: numbering,
  occupancy: z.object({
    prepMinutes: minutes,
    transitBeforeMinutes: minutes,
    transitAfterMinutes: minutes,
    turnaroundMinutes: minutes,
  }),
  betweenWarehouses: z.object({
    minutes: z.number().min(0).max(43_200),
    cost: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }).nullable(),
  }),
})
export type PlanningInput = Omit<PlanningSettings, 'version'>
/** Without a prefix, numbers stand alone. */
export const planningBody = ({ events, projects, occupancy, betweenWarehouses }: PlanningInput) => ({
  events: { ...events, prefix: events.prefix ?? '' },
  projects: { ...projects, prefix: projects.prefix ?? '' },
  occupancy,
  betweenWarehouses,
})
export const planningInputOf = ({ events, projects, occupancy, betweenWarehouses }: PlanningSettings): PlanningInput => ({
  events,
  projects,
  occupancy,
  betweenWarehouses,
})
