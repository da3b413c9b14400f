import { queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const repairStates = ['REPORTED', 'IN_REPAIR', 'REPAIRED', 'RETURNED', 'CANCELLED', 'BEYOND_REPAIR'] as const
export type RepairState = (typeof repairStates)[number]
export const openStates: readonly RepairState[] = ['REPORTED', 'IN_REPAIR', 'REPAIRED']
export const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type Severity = (typeof severities)[number]
export const costKinds = ['LABOUR', 'PART', 'EXTERNAL'] as const

export const repairTone = {
  REPORTED: 'bad',
  IN_REPAIR: 'warn',
  REPAIRED: 'info',
  RETURNED: 'ok',
  CANCELLED: 'gray',
  BEYOND_REPAIR: 'gray',
} as const
export const severityTone = { LOW: 'gray', MEDIUM: 'info', HIGH: 'warn', CRITICAL: 'bad' } as const

export type Named = { id: string; name: string }
export type CostLine = {
  kind: (typeof costKinds)[number]
  description: string
  quantity: number
  unitCost: Money
  total: Money
}
export type Repair = {
  id: string
  number: string
  state: RepairState
  asset: Named | null
  product: Named
  quantity: number
  stockLocation: Named | null
  severity: Severity
  faultCategory: string | null
  description: string
  reportedAt: string
  reportedById: string | null
  reportedByName: string
  assignedTo: Named | null
  repairShop: Named | null
  expectedBack: string | null
  overdue: boolean
  workDone: string | null
  startedAt: string | null
  repairedAt: string | null
  endedAt: string | null
  endNote: string | null
  returnedTo: Named | null
  lines: CostLine[]
  totalCost: Money | null
  downtimeMinutes: number
  version: number
}

export const repairQuery = (id: string) =>
  queryOptions({
    queryKey: ['maintenance-jobs', id],
    queryFn: ({ signal }) => api.get<Repair>(`/maintenance-jobs/${id}`, { signal }),
  })
export const faultCategoriesQuery = queryOptions({
  queryKey: ['maintenance-jobs', 'fault-categories'],
  queryFn: async ({ signal }) => (await api.get<Page<string>>('/maintenance-jobs/fault-categories', { signal })).items,
})

/** What a repair changes elsewhere: the asset, its place, counted stock, what is due and what happened. */
export const touchedByRepairs = ['maintenance-jobs', 'assets', 'stock', 'inspections', 'inspections-due', 'history', 'home']

/** "SM58-001 · Shure SM58", or "4 × Cable 10 m". */
export const itemText = (repair: Pick<Repair, 'asset' | 'product' | 'quantity'>) =>
  repair.asset ? `${repair.asset.name} · ${repair.product.name}` : `${repair.quantity} × ${repair.product.name}`

const line = (max: number) => z.string().max(max).nullable()
const hands = {
  assignedToId: z.string().nullable(),
  repairShopId: z.string().nullable(),
  expectedBack: z.string().nullable(),
}
const told = {
  severity: z.enum(severities),
  faultCategory: line(100),
  description: z.string().trim().min(1).max(5000),
  ...hands,
}
export const reportInput = z.object({
  assetId: z.string().nullable(),
  productId: z.string().nullable(),
  quantity: z.number().int().min(1).max(1_000_000).nullable(),
  locationId: z.string().nullable(),
  ...told,
})
export type ReportInput = z.infer<typeof reportInput>

export const repairInput = z.object({ ...told, workDone: line(5000) })
export type RepairInput = z.infer<typeof repairInput>
export const repairInputOf = (repair: Repair): RepairInput => ({
  severity: repair.severity,
  faultCategory: repair.faultCategory,
  description: repair.description,
  assignedToId: repair.assignedTo?.id ?? null,
  repairShopId: repair.repairShop?.id ?? null,
  expectedBack: repair.expectedBack,
  workDone: repair.workDone,
})

export const startInput = z.object(hands)
export type StartInput = z.infer<typeof startInput>
export const completionInput = z.object({ workDone: line(5000) })
export type CompletionInput = z.infer<typeof completionInput>
export const returnInput = z.object({ locationId: z.string().min(1), condition: z.string().nullable(), note: line(2000) })
export type ReturnInput = z.infer<typeof returnInput>
export const cancellationInput = z.object({ reason: z.string().trim().min(1).max(2000), noFault: z.boolean() })
export type CancellationInput = z.infer<typeof cancellationInput>
export const givingUpInput = z.object({ reason: z.string().trim().min(1).max(2000) })
export type GivingUpInput = z.infer<typeof givingUpInput>
