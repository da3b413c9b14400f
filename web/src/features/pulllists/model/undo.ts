import type { LineChange, NewLine, PullLine } from '../api/pull-lists'

/** Lines that stood together and are gone: behind which line they stood, and in which group. */
export type Lost = {
  groupId: string | null
  /** Null where they stood first. */
  after: string | null
  tops: PullLine[]
  all: PullLine[]
  /** Whether any of them had brought something along. */
  along: boolean
}

/** The gone lines in runs, each of which can be put back in one place. */
export function runsOf(before: readonly PullLine[], gone: readonly PullLine[]): Lost[] {
  const lost = new Set(gone.map((line) => line.id))
  const runs: Lost[] = []
  let open: Lost | null = null
  let last: PullLine | null = null
  for (const line of before) {
    if (!lost.has(line.id)) {
      last = line
      open = null
      continue
    }
    if (!open || open.groupId !== line.groupId) {
      open = { groupId: line.groupId, after: last?.groupId === line.groupId ? last.id : null, tops: [], all: [], along: false }
      runs.push(open)
    }
    open.all.push(line)
    if (line.accessoryOf && lost.has(line.accessoryOf)) open.along = true
    else open.tops.push(line)
  }
  return runs
}

export const newLineOf = (line: PullLine): NewLine => ({
  kind: line.kind,
  productId: line.productId,
  kitId: line.kitId,
  caseId: line.caseId,
  assetId: line.assetId,
  text: line.text,
  quantity: line.quantity,
  times: line.times,
  unitPrice: line.unitPrice,
  warehouseNote: line.warehouseNote,
  internalNote: line.internalNote,
})

const details = (line: PullLine): LineChange => ({
  quantity: line.quantity,
  times: line.times,
  unitPrice: line.unitPrice,
  warehouseNote: line.warehouseNote,
  internalNote: line.internalNote,
})

/** What the register brings along today may not be what came along then: how to make it that. */
export function corrections(lost: Lost, added: readonly PullLine[]) {
  const remove: string[] = []
  const change: { line: PullLine; patch: LineChange }[] = []
  const tops = added.filter((line) => !line.accessoryOf)
  tops.forEach((top, i) => {
    const was = lost.tops[i]
    const expected = new Map(lost.all.filter((line) => was && line.accessoryOf === was.id).map((line) => [line.productId, line]))
    for (const line of added.filter((one) => one.accessoryOf === top.id)) {
      const old = expected.get(line.productId)
      if (!old) remove.push(line.id)
      else if (JSON.stringify(details(old)) !== JSON.stringify(details(line))) change.push({ line, patch: details(old) })
    }
  })
  return { remove, change }
}
