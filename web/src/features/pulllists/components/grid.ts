import type { PullGroup, PullList, Totals } from '@/lib/pull-lists'
import type { LineFree, PullLine } from '../api/pull-lists'
import type { Field, Row } from '../model/rows'
import type { Actions } from './useActions'

/** What one can ask for from a row, its menu or the keyboard; dialogs and panels answer it. */
export type Asked =
  | { what: 'details'; line: PullLine }
  | { what: 'why'; line: PullLine }
  | { what: 'move'; ids: ReadonlySet<string> }
  | { what: 'split'; line: PullLine }
  | { what: 'group'; groupId: string | null }
  | { what: 'paste'; groupId: string | null; text: string }
  | { what: 'keys' }

export type Editing = { key: string; field: Field; instead?: string; began: { version: number; line: PullLine } }

/** What rows share. */
export type Board = {
  list: PullList
  rows: Row[]
  lines: readonly PullLine[]
  actions: Actions
  editable: boolean
  phone: boolean
  template: string
  free: ReadonlyMap<string, LineFree> | undefined
  totals: ReadonlyMap<string | null, Totals>
  canWhy: boolean
  timesText: (times: PullLine['times']) => string | undefined
  ask: (asked: Asked) => void
  /** Without what filters it. */
  showAll: () => void
  /** Asks first, where there are lines in it. */
  removeGroup: (group: PullGroup) => void
}

export const HEAD = 35
export const ROW = 40
export const PHONE_ROW = 58
export const GROUP = 44

export const sizeOf = (row: Row | undefined, phone: boolean): number =>
  row?.type === 'group' ? GROUP : phone && row?.type === 'line' ? PHONE_ROW : row?.type === 'add' && phone ? 48 : ROW

/** Fixed tracks, so that rows that are grids of their own line up. */
export const columnsOf = (free: boolean): string =>
  ['34px', '78px', 'minmax(200px, 1fr)', '112px', free ? '178px' : '', 'minmax(120px, 0.6fr)', '112px', '42px']
    .filter(Boolean)
    .join(' ')
