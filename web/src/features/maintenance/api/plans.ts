import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'
import type { Named } from './repairs'

export const planKinds = ['PAT', 'LOLER', 'PUWER', 'OWN'] as const
export type PlanKind = (typeof planKinds)[number]
export const firstDues = ['AFTER_INTERVAL', 'AT_ONCE'] as const

export type ChecklistItem = {
  id: string | null
  text: string
  kind: 'CHECK' | 'MEASURE'
  unit: string | null
  min: number | null
  max: number | null
}
export type Plan = {
  id: string
  name: string
  kind: PlanKind
  product: Named | null
  category: Named | null
  intervalMonths: number | null
  intervalDays: number | null
  firstDue: (typeof firstDues)[number]
  leadDays: number
  blocksDispatch: boolean
  instructions: string | null
  checklist: ChecklistItem[]
  archivedAt: string | null
  assets: number
  createdAt: string
  version: number
}

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['inspection-plans', id],
    queryFn: ({ signal }) => api.get<Plan>(`/inspection-plans/${id}`, { signal }),
  })

/** A change of a plan changes at once what is due. */
export const touchedByPlans = ['inspection-plans', 'inspections', 'inspections-due', 'assets', 'history', 'home']

const amount = z.number().nullable()
export const checklistItem = z.object({
  id: z.string().nullable(),
  text: z.string().trim().min(1).max(300),
  kind: z.enum(['CHECK', 'MEASURE']),
  unit: z.string().max(20).nullable(),
  min: amount,
  max: amount,
})

/** The form keeps "for what" and "how often" as one choice each; the server has a field per answer. */
export const planInput = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(planKinds),
  scope: z.enum(['PRODUCT', 'CATEGORY']),
  productId: z.string().nullable(),
  categoryId: z.string().nullable(),
  every: z.number().int().min(1).max(7300),
  unit: z.enum(['MONTHS', 'DAYS']),
  firstDue: z.enum(firstDues),
  leadDays: z.number().int().min(0).max(365),
  blocksDispatch: z.boolean(),
  instructions: z.string().max(10_000).nullable(),
  checklist: z.array(checklistItem).max(200),
})
export type PlanInput = z.infer<typeof planInput>

export const planInputOf = (plan: Plan): PlanInput => ({
  name: plan.name,
  kind: plan.kind,
  scope: plan.category ? 'CATEGORY' : 'PRODUCT',
  productId: plan.product?.id ?? null,
  categoryId: plan.category?.id ?? null,
  every: plan.intervalMonths ?? plan.intervalDays ?? 12,
  unit: plan.intervalDays ? 'DAYS' : 'MONTHS',
  firstDue: plan.firstDue,
  leadDays: plan.leadDays,
  blocksDispatch: plan.blocksDispatch,
  instructions: plan.instructions,
  checklist: plan.checklist,
})

export const planBody = ({ scope, every, unit, ...input }: PlanInput) => ({
  ...input,
  productId: scope === 'PRODUCT' ? input.productId : null,
  categoryId: scope === 'CATEGORY' ? input.categoryId : null,
  intervalMonths: unit === 'MONTHS' ? every : null,
  intervalDays: unit === 'DAYS' ? every : null,
})

/** The day on which it is due again: months as the calendar counts them, the certificate where it ends sooner. */
export function nextDue(plan: Pick<Plan, 'intervalMonths' | 'intervalDays'>, inspectedOn: string, validUntil: string | null) {
  const day = new Date(`${inspectedOn}T00:00:00Z`)
  if (plan.intervalMonths) {
    const wanted = day.getUTCDate()
    day.setUTCDate(1)
    day.setUTCMonth(day.getUTCMonth() + plan.intervalMonths)
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
    day.setUTCDate(Math.min(wanted, last))
  } else day.setUTCDate(day.getUTCDate() + (plan.intervalDays ?? 0))
  const due = day.toISOString().slice(0, 10)
  return validUntil && validUntil < due ? validUntil : due
}
