import type { BulkItem, Result } from '../api/inspections'
import type { ChecklistItem, Plan } from '../api/plans'
import type { Named } from '../api/repairs'

/** What has been found on one asset so far. */
export type Sheet = {
  asset: Named
  result: Result
  remarks: string
  /** Checks are ticked as good until somebody says otherwise; what is measured waits for its value. */
  answers: Record<string, { passed: boolean | null; value: number | null; note: string }>
  refusal?: string
}

const idOf = (item: ChecklistItem) => item.id ?? item.text
const blank = (item: ChecklistItem) => ({ passed: item.kind === 'CHECK' ? true : null, value: null, note: '' })

export const freshSheet = (asset: Named, plan: Plan): Sheet => ({
  asset,
  result: 'PASS',
  remarks: '',
  answers: Object.fromEntries(plan.checklist.map((item) => [idOf(item), blank(item)])),
})

export const answerOf = (sheet: Sheet, item: ChecklistItem) => sheet.answers[idOf(item)] ?? blank(item)

/** Whether an item passed; null while nobody has said. */
export function passes(sheet: Sheet, item: ChecklistItem): boolean | null {
  const { passed, value } = answerOf(sheet, item)
  if (item.kind === 'CHECK') return passed
  if (value === null) return null
  return passed !== false && (item.min === null || value >= item.min) && (item.max === null || value <= item.max)
}

/** The sheet with one more answer; an item that fails makes the whole fail. */
export function answered(
  sheet: Sheet,
  plan: Plan,
  item: ChecklistItem,
  change: Partial<Sheet['answers'][string]>,
): Pick<Sheet, 'answers' | 'result'> {
  const answers = { ...sheet.answers, [idOf(item)]: { ...answerOf(sheet, item), ...change } }
  const next = { ...sheet, answers }
  const failed = plan.checklist.some((one) => passes(next, one) === false)
  const failedBefore = plan.checklist.some((one) => passes(sheet, one) === false)
  return { answers, result: failed ? 'FAIL' : failedBefore ? 'PASS' : sheet.result }
}

/** What still has to be said before it can be recorded; nobody goes on testing what has failed. */
export function openItems(sheet: Sheet, plan: Plan): string[] {
  const open =
    sheet.result === 'FAIL' ? [] : plan.checklist.filter((item) => passes(sheet, item) === null).map((item) => item.text)
  return sheet.result === 'PASS_WITH_REMARKS' && !sheet.remarks.trim() ? [...open, 'remarks'] : open
}

export function itemOf(sheet: Sheet, plan: Plan): BulkItem {
  const answers = plan.checklist
    .filter((item) => passes(sheet, item) !== null)
    .map((item) => {
      const { passed, value, note } = answerOf(sheet, item)
      return { item: idOf(item), passed: item.kind === 'CHECK' ? passed : null, value, note: note.trim() || null }
    })
  return {
    assetId: sheet.asset.id,
    result: sheet.result,
    remarks: sheet.remarks.trim() || null,
    answers: plan.checklist.length ? answers : null,
  }
}
