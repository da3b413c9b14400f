import { queryOptions } from '@tanstack/react-query'
import { api, type Page, type Query } from '@/lib/api/client'
import { z } from '@/lib/validation'
import type { PlanKind } from './plans'
import type { Named } from './repairs'

export const results = ['PASS', 'PASS_WITH_REMARKS', 'FAIL'] as const
export type Result = (typeof results)[number]
export const resultTone = { PASS: 'ok', PASS_WITH_REMARKS: 'warn', FAIL: 'bad' } as const

export const dueStates = ['FAILED', 'OVERDUE', 'DUE_SOON', 'IN_DATE'] as const
export type DueState = (typeof dueStates)[number]
export const dueTone = { FAILED: 'bad', OVERDUE: 'bad', DUE_SOON: 'warn', IN_DATE: 'ok' } as const

/** One asset under one plan. */
export type Due = {
  id: string
  asset: Named
  assetStatus: string
  product: Named
  location: Named | null
  plan: Named
  kind: PlanKind
  blocksDispatch: boolean
  dueOn: string
  state: DueState
  lastOn: string | null
  lastResult: Result | null
  lastInspectionId: string | null
}
export type Answer = {
  item: string
  text: string
  passed: boolean
  value: number | null
  unit: string | null
  min: number | null
  max: number | null
  note: string | null
}
export type Inspection = {
  id: string
  plan: Named
  kind: PlanKind
  asset: Named
  product: Named
  inspectedOn: string
  inspector: string
  inspectorId: string | null
  result: Result
  remarks: string | null
  answers: Answer[]
  validUntil: string | null
  nextDue: string | null
  job: Named | null
  recordedAt: string
  recordedByName: string
  cancelledAt: string | null
  cancelReason: string | null
  version: number
}
export type AnswerEntry = { item: string; passed: boolean | null; value: number | null; note: string | null }
export type BulkItem = { assetId: string; result: Result | null; remarks: string | null; answers: AnswerEntry[] | null }
export type BulkLine = { assetId: string; inspectionId: string | null; code: string | null; message: string | null }
export type BulkAnswer = { recorded: number; refused: number; lines: BulkLine[] }

export const inspectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['inspections', id],
    queryFn: ({ signal }) => api.get<Inspection>(`/inspections/${id}`, { signal }),
  })
export const dueCountQuery = queryOptions({
  queryKey: ['inspections', 'due-count'],
  queryFn: ({ signal }) => api.get<{ overdue: number; dueSoon: number; failed: number }>('/inspections/due/count', { signal }),
  staleTime: 60_000,
})
/** Everything one asset is inspected for, also what is years away. */
export const dueOfAssetQuery = (assetId: string) =>
  queryOptions({
    queryKey: ['inspections', 'of-asset', assetId],
    queryFn: ({ signal }) =>
      api.get<Page<Due>>('/inspections/due', { query: { asset: assetId, within: 3650, limit: 100 }, signal }),
  })

export const AT_ONCE_MAX = 1_000

/** Due lines by the list's own filters, as many as can be recorded at once. */
export async function loadDue(query: Query, ids: readonly string[] | null): Promise<Due[]> {
  const wanted = ids && new Set(ids)
  const found: Due[] = []
  let cursor: string | undefined
  do {
    const page: Page<Due> = await api.get<Page<Due>>('/inspections/due', { query: { ...query, limit: 500, cursor } })
    found.push(...page.items.filter((one) => !wanted || wanted.has(one.id)))
    cursor = page.next ?? undefined
  } while (cursor && found.length < (wanted ? Math.min(wanted.size, AT_ONCE_MAX) : AT_ONCE_MAX))
  return found.slice(0, AT_ONCE_MAX)
}

/** The ticked assets on their way to the page that records what was found; an address would be too short for a thousand. */
type Round = { planId: string; assets: Named[] }
const KEY = 'eventkit.inspection-round'
export const rememberRound = (round: Round) => sessionStorage.setItem(KEY, JSON.stringify(round))
export function rememberedRound(planId: string | undefined): Named[] {
  try {
    const round = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Round | null
    return round && round.planId === planId ? round.assets : []
  } catch {
    return []
  }
}
export const forgetRound = () => sessionStorage.removeItem(KEY)

/** What an inspection changes elsewhere. */
export const touchedByInspections = [
  'inspections',
  'inspections-due',
  'inspection-plans',
  'maintenance-jobs',
  'assets',
  'history',
  'home',
]

export const cancelInput = z.object({ reason: z.string().trim().min(1).max(1000) })
export type CancelInput = z.infer<typeof cancelInput>
