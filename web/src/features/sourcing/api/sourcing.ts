import { queryOptions } from '@tanstack/react-query'
import type { Tone } from '@/components/StatusBadge'
import { api, type Money } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { instantOf, wallOf } from '@/lib/wall'

export type Named = { id: string; name: string }
/** Where the lists are, and each thing below its list. */
export type Path = '/sub-hires' | '/planned-stock'

export const directions = ['IN', 'OUT'] as const
export type Direction = (typeof directions)[number]
export const subHireStates = ['REQUESTED', 'ACCEPTED', 'RECEIVED', 'RETURNED', 'DECLINED', 'CANCELLED'] as const
export type SubHireState = (typeof subHireStates)[number]
/** The way that most of them take. */
export const way = ['REQUESTED', 'ACCEPTED', 'RECEIVED', 'RETURNED'] as const satisfies readonly SubHireState[]
export type SubHire = {
  id: string
  number: string
  direction: Direction
  state: SubHireState
  partner: Named
  product: Named
  warehouse: Named
  quantity: number
  from: string
  to: string
  event: { id: string; number: string | null; name: string } | null
  cost: Money | null
  note: string | null
  /** Where its state may lead. */
  next: SubHireState[]
  createdAt: string
  createdByName: string
  changedAt: string
  version: number
}

export const planKinds = ['PURCHASE', 'SALE'] as const
export type PlanKind = (typeof planKinds)[number]
export const planStates = ['PLANNED', 'DONE', 'CANCELLED'] as const
export type PlanState = (typeof planStates)[number]
export type Plan = {
  id: string
  number: string
  kind: PlanKind
  state: PlanState
  product: Named
  warehouse: Named
  quantity: number
  dueOn: string
  partner: Named | null
  unitCost: Money | null
  note: string | null
  createdAt: string
  createdByName: string
  changedAt: string
  version: number
}

export const tones: Record<SubHireState | PlanState, Tone> = {
  REQUESTED: 'info',
  ACCEPTED: 'ok',
  RECEIVED: 'violet',
  RETURNED: 'gray',
  DECLINED: 'bad',
  CANCELLED: 'gray',
  PLANNED: 'info',
  DONE: 'ok',
}
/** Nothing follows that anybody has to do; what is over is not changed any more. */
export const isOver = (state: SubHireState | PlanState) => ['RETURNED', 'DECLINED', 'CANCELLED', 'DONE'].includes(state)
/** Should be back by now and is not. */
export const isLate = ({ state, to }: Pick<SubHire, 'state' | 'to'>, now = Date.now()) =>
  state === 'RECEIVED' && Date.parse(to) < now

export const subHireQuery = (id: string) =>
  queryOptions({ queryKey: ['sub-hires', id], queryFn: ({ signal }) => api.get<SubHire>(`/sub-hires/${id}`, { signal }) })
export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['planned-stock', id], queryFn: ({ signal }) => api.get<Plan>(`/planned-stock/${id}`, { signal }) })
/** What is free, and so what is short, follows from each of them. */
export const touched = ['sub-hires', 'planned-stock', 'availability', 'shortages', 'pull-lists', 'events', 'history'] as const

export const moveSubHire = (id: string, state: SubHireState, despite?: string) =>
  api.post<SubHire>(`/sub-hires/${id}/state`, { state, despite })
export const movePlan = (id: string, state: PlanState) => api.post<Plan>(`/planned-stock/${id}/state`, { state })

const quantity = z.number().int().min(1).max(1_000_000)
const money = z.object({ amountMinor: z.number().min(0), currency: z.string() }).nullable()
const note = z.string().max(2_000).nullable()
const wall = z.string().min(1)

export const subHireInput = z.object({
  direction: z.enum(directions),
  partnerId: z.string().min(1),
  productId: z.string().min(1),
  warehouseId: z.string().min(1),
  quantity,
  from: wall,
  to: wall,
  eventId: z.string().nullable(),
  cost: money,
  note,
})
/** Times by the clocks of the company. */
export type SubHireInput = {
  direction: Direction
  partnerId: string | null
  productId: string | null
  warehouseId: string | null
  quantity: number | null
  from: string
  to: string
  eventId: string | null
  cost: Money | null
  note: string | null
}
export const subHireInputOf = (one: SubHire, zone: string): SubHireInput => ({
  direction: one.direction,
  partnerId: one.partner.id,
  productId: one.product.id,
  warehouseId: one.warehouse.id,
  quantity: one.quantity,
  from: wallOf(one.from, zone),
  to: wallOf(one.to, zone),
  eventId: one.event?.id ?? null,
  cost: one.cost,
  note: one.note,
})
/** As the server takes it; what we lend is for none of our events. */
export function subHireBody(values: Partial<SubHireInput>, zone: string) {
  const { from, to, ...rest } = values
  return {
    ...rest,
    ...(from === undefined ? {} : { from: instantOf(from.slice(0, 16), zone) }),
    ...(to === undefined ? {} : { to: instantOf(to.slice(0, 16), zone) }),
    ...(values.direction === 'OUT' ? { eventId: null } : {}),
  }
}

export const planInput = z.object({
  kind: z.enum(planKinds),
  productId: z.string().min(1),
  warehouseId: z.string().min(1),
  quantity,
  dueOn: z.string().min(1),
  partnerId: z.string().nullable(),
  unitCost: money,
  note,
})
export type PlanInput = {
  kind: PlanKind
  productId: string | null
  warehouseId: string | null
  quantity: number | null
  dueOn: string | null
  partnerId: string | null
  unitCost: Money | null
  note: string | null
}
export const planInputOf = (plan: Plan): PlanInput => ({
  kind: plan.kind,
  productId: plan.product.id,
  warehouseId: plan.warehouse.id,
  quantity: plan.quantity,
  dueOn: plan.dueOn,
  partnerId: plan.partner?.id ?? null,
  unitCost: plan.unitCost,
  note: plan.note,
})
