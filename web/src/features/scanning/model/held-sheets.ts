import { held } from '@/offline/held'
import type { SheetEntry } from '../api/scanning'
import { heldJobs } from './held-jobs'
import type { Job } from './job'
import type { SheetRef } from './sheet'

export const heldSheetKey = ({ of, id }: SheetRef) => `sheet:${of}:${id}`

/** With an end, as the copies of jobs have one: that of a sheet nobody knows. */
type Entry = SheetEntry & { to: string | null }

export const holdSheet = (userId: string, ref: SheetRef, value: Job, covers: number, heldAt: string): Promise<boolean> => {
  const { number, name, state } = value.sheet!
  const entry: Entry = { ...ref, number, name, state, to: null }
  return held.put({ key: heldSheetKey(ref), userId, heldAt, covers, value }, entry)
}

/** What the list shows of the sheets on this device. */
export async function heldSheets(userId: string): Promise<SheetEntry[]> {
  // Which drops what nobody opened for long.
  await heldJobs(userId)
  return (await held.heads<Entry>(userId, 'sheet:')).map((one) => one.head)
}
