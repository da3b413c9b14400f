import type { Selection } from '@/components/grid/types'
import type { Query } from '@/lib/api/client'

/** What is asked when something is done with assets; the form shows these fields and no others. */
export type ActionField =
  | 'location'
  | 'place'
  | 'reason'
  | 'usable'
  | 'unusable'
  | 'mended'
  | 'to'
  | 'price'
  | 'writeOff'
  | 'damaged'
export type AssetAction = { fields: ActionField[]; reasonRequired?: boolean; danger?: boolean; needs: string }

/** By the names the server uses in `nextActions`, which are the last part of the address too. */
export const assetActions: Record<string, AssetAction> = {
  moves: { fields: ['location', 'reason'], needs: 'MOVE' },
  'check-in': { fields: ['place', 'reason'], needs: 'MOVE' },
  shelving: { fields: ['place'], needs: 'MOVE' },
  damage: { fields: ['unusable', 'reason'], reasonRequired: true, needs: 'ASSET_EDIT' },
  clearance: { fields: ['usable', 'reason'], needs: 'ASSET_EDIT' },
  loss: { fields: ['reason'], danger: true, needs: 'ASSET_EDIT' },
  finding: { fields: ['place', 'damaged', 'reason'], needs: 'ASSET_EDIT' },
  quarantine: { fields: ['reason'], reasonRequired: true, needs: 'ASSET_EDIT' },
  'quarantine-release': { fields: [], needs: 'ASSET_EDIT' },
  repair: { fields: ['place', 'reason'], needs: 'MAINTENANCE_EDIT' },
  'repair-return': { fields: ['mended', 'place', 'reason'], needs: 'MAINTENANCE_EDIT' },
  retirement: { fields: ['writeOff', 'reason'], danger: true, needs: 'ASSET_DISPOSE' },
  sale: { fields: ['to', 'price', 'reason'], danger: true, needs: 'ASSET_DISPOSE' },
  'ownership-transfer': { fields: ['to', 'reason'], danger: true, needs: 'ASSET_DISPOSE' },
  reinstatement: { fields: ['place', 'reason'], needs: 'ASSET_DISPOSE' },
}

/** What the pages behind a scanned label call these in their links. */
const linked: Record<string, string> = { move: 'moves', 'report-damage': 'damage' }
export const actionOf = (name: string): string | undefined => {
  const action = linked[name] ?? name
  return action in assetActions ? action : undefined
}

export type BulkKind = 'MOVE' | 'EDIT' | 'QUARANTINE' | 'RETIRE'
export const bulkActions: Record<Exclude<BulkKind, 'EDIT'>, AssetAction> = {
  MOVE: assetActions.moves!,
  QUARANTINE: assetActions.quarantine!,
  RETIRE: assetActions.retirement!,
}
export type BulkLine = { id: string; number: string | null; outcome: string; code: string | null; message: string | null }
export type BulkAnswer = {
  done: number
  unchanged: number
  refused: number
  items: BulkLine[]
  undo: string | null
  job: string | null
}

const many = ['product', 'category', 'status', 'condition', 'location', 'warehouse'] as const
const list = (value: Query[string]) => (value === undefined || value === null ? undefined : [value].flat().map(String))
const truth = (value: Query[string]) => (value === undefined || value === null ? undefined : String([value].flat()[0]) === 'true')
const one = (value: Query[string]) => (value === undefined || value === null ? undefined : String([value].flat()[0]))

/** What is meant: everything that a filter leaves goes as the filter, a hundred thousand ids need not travel. */
export async function bulkTarget(selection: Selection): Promise<{ ids: string[] } | { filter: object }> {
  if (!selection.all) return { ids: await selection.loadIds() }
  const { query } = selection
  return {
    filter: {
      ...Object.fromEntries(many.map((name) => [name, list(query[name])])),
      fit: truth(query.fit),
      quarantined: truth(query.quarantined),
      purchasedFrom: one(query.purchasedFrom),
      purchasedTo: one(query.purchasedTo),
      q: one(query.q),
    },
  }
}
