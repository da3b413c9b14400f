import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone, showUndo } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { changeList, type ListValues, type PullList } from '@/lib/pull-lists'
import {
  addGroup,
  addLines,
  changeGroup,
  changeLine,
  fetchLines,
  type GroupChange,
  type LineChange,
  lockList,
  type Meant,
  moveGroup,
  moveLines,
  type NewLine,
  type Place,
  type PullLine,
  pasteLines,
  removeGroup,
  removeLines,
  type Split,
  splitLine,
  unlockList,
} from '../api/pull-lists'
import { endOfGroup, groupMoved, inOrder, leading, moved, withAccessories } from '../model/order'
import { corrections, newLineOf, runsOf } from '../model/undo'
import type { Editor } from './useEditor'

const same = (list: PullList) => list

/** Fields as the changes of a list name them. */
const named = (of: string, fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${of}.${field}`, value]))

/** Everything one can do to a list, as steps of its editor. */
function actionsOn(listId: string, editor: Editor, t: TFunction, number: (value: number) => string) {
  const { run, lines, list, setLines } = editor
  const groups = () => list()?.groups ?? []
  const label = (line: PullLine) => `${number(line.quantity)} × ${line.name}`
  const labels = (some: readonly PullLine[]) =>
    some.length === 1 ? label(some[0]!) : t('pulllists.countOfLines', { count: some.length, number: number(some.length) })

  /** Puts what stands on the server from one line on in the place of what was shown there. */
  const fetchInto = async (from: number, count: number, instead: number) => {
    const fresh = await fetchLines(listId, from, count)
    setLines((old) => [...old.slice(0, from), ...fresh, ...old.slice(from + instead)])
    return fresh
  }

  const change = (line: PullLine, patch: LineChange, options: { began?: number; inForm?: boolean } = {}) => {
    const { times, ...plain } = patch
    const mine = named(`lines[${line.name}]`, { ...plain, ...times })
    return run({
      send: (at) => changeLine(listId, line.id, patch, at),
      listOf: same,
      expect: () =>
        setLines((old) =>
          old.map((one) => (one.id === line.id ? { ...one, ...patch, times: { ...one.times, ...patch.times } } : one)),
        ),
      // What came along follows in proportion, and text is tidied: the server says how it stands.
      settle: async () => {
        const index = lines().findIndex((one) => one.id === line.id)
        if (index < 0) return
        const along = withAccessories(lines(), [line.id]).length
        if ((patch.quantity !== undefined || patch.times) && along > 1) await fetchInto(index, along, along)
        else if (patch.text !== undefined || patch.times) await fetchInto(index, 1, 1)
      },
      mine,
      ...options,
    })
  }

  const add = async (
    groupId: string | null,
    fresh: NewLine[],
    options: { after?: string; accessories?: boolean; inForm?: boolean } = {},
  ): Promise<PullLine[]> => {
    const { inForm, ...how } = options
    let added: PullLine[] = []
    await run({
      send: (at) => addLines(listId, { lines: fresh, groupId, ...how }, at),
      listOf: (result) => result.list,
      settle: async (result) => {
        const anchor = how.after ? lines().findIndex((one) => one.id === how.after) : -1
        const index =
          anchor >= 0
            ? anchor + withAccessories(lines().slice(anchor), [how.after!]).length
            : endOfGroup(lines(), groups(), groupId)
        added = await fetchInto(index, result.added.length, 0)
        if (added.some((one, i) => one.id !== result.added[i])) await editor.reload()
      },
      inForm,
    })
    return added
  }

  /** Nothing where some rows mean nothing yet: those are given back. */
  const paste = (groupId: string | null, text: string, meant: Meant[]) =>
    run({
      send: (at) => pasteLines(listId, { text, groupId, meant }, at),
      listOf: (result) => result.list,
      settle: (result) =>
        result.added.length > 0 ? fetchInto(endOfGroup(lines(), groups(), groupId), result.added.length, 0) : undefined,
      inForm: true,
    })

  const restore = async (before: readonly PullLine[], gone: readonly PullLine[]) => {
    for (const lost of runsOf(before, gone)) {
      const anchor = lost.after && lines().some((one) => one.id === lost.after) ? lost.after : undefined
      const first = anchor ? undefined : lines().find((one) => one.groupId === lost.groupId && !one.accessoryOf)
      const group = groups().some((one) => one.id === lost.groupId) ? lost.groupId : null
      const added = await add(group, lost.tops.map(newLineOf), { after: anchor, accessories: lost.along })
      if (added.length === 0) return
      if (first && lost.after === null)
        await move({ ids: added.filter((one) => !one.accessoryOf).map((one) => one.id), groupId: group, before: first.id })
      const { remove, change: changes } = corrections(lost, added)
      if (remove.length > 0) await removeQuietly(remove)
      for (const { line, patch } of changes) await change(line, patch)
    }
  }

  const removeQuietly = (ids: string[]) =>
    run({
      send: (at) => removeLines(listId, ids, at.version),
      listOf: same,
      expect: () => {
        const gone = new Set(withAccessories(lines(), ids).map((one) => one.id))
        setLines((old) => old.filter((one) => !gone.has(one.id)))
      },
    })

  const remove = async (ids: ReadonlySet<string>) => {
    const before = lines()
    const gone = withAccessories(before, ids)
    if (gone.length === 0) return
    const tops = leading(before, ids)
    const done = await removeQuietly(tops.map((one) => one.id))
    if (done) showUndo(t('pulllists.removed', { what: labels(tops) }), () => restore(before, gone))
  }

  /** Takes back what was added, as far as it is still there. */
  const removeAdded = (ids: ReadonlySet<string>) => {
    const there = leading(lines(), ids).map((one) => one.id)
    return there.length > 0 ? removeQuietly(there) : undefined
  }

  const move = (place: Place) =>
    run({
      send: (at) => moveLines(listId, place, at),
      listOf: same,
      expect: () => setLines((old) => moved(old, groups(), place)),
    })

  /** To another group, which can be taken back. */
  const moveTo = async (ids: ReadonlySet<string>, groupId: string | null) => {
    const before = lines()
    const tops = leading(before, ids)
    if (tops.length === 0) return
    const done = await move({ ids: tops.map((one) => one.id), groupId })
    const name = groups().find((one) => one.id === groupId)?.name ?? t('pulllists.noGroup')
    if (done)
      showUndo(t('pulllists.movedTo', { what: labels(tops), group: name }), async () => {
        for (const lost of runsOf(before, withAccessories(before, ids))) {
          const now = lost.tops.map((one) => one.id)
          const first = lines().find((one) => one.groupId === lost.groupId && !one.accessoryOf && !now.includes(one.id))
          await move({
            ids: now,
            groupId: lost.groupId,
            ...(lost.after ? { after: lost.after } : first ? { before: first.id } : {}),
          })
        }
      })
  }

  /** Some of a line's pieces by another product right below it, or all of them in its place. */
  const replace = async (line: PullLine, productId: string, quantity: number) => {
    const before = lines()
    const { times, warehouseNote, internalNote } = line
    const instead: NewLine = { kind: 'PRODUCT', productId, quantity, times, warehouseNote, internalNote }
    const added = await add(line.groupId, [instead], { after: line.id })
    if (added.length === 0) return
    const rest = line.quantity - quantity
    const done = rest > 0 ? await change(line, { quantity: rest }) : await removeQuietly([line.id])
    if (!done) return
    showUndo(t('pulllists.replaced', { what: label(added[0]!), name: line.name }), async () => {
      if (rest > 0) await change(line, { quantity: line.quantity })
      else await restore(before, withAccessories(before, [line.id]))
      await removeAdded(new Set(added.map((one) => one.id)))
    })
  }

  /** Some of its pieces on a line of their own, which can be taken back. */
  const split = async (line: PullLine, how: Split) => {
    const before = withAccessories(lines(), [line.id])
    let added: PullLine[] = []
    const done = await run({
      send: (at) => splitLine(listId, line.id, how, at),
      listOf: (result) => result.list,
      settle: async (result) => {
        const index = lines().findIndex((one) => one.id === line.id)
        if (index < 0) return editor.reload()
        const along = withAccessories(lines(), [line.id]).length
        await fetchInto(index, along, along)
        const at = how.groupId === line.groupId ? index + along : endOfGroup(lines(), groups(), how.groupId)
        added = await fetchInto(at, result.added.length, 0)
        if (added.some((one, i) => one.id !== result.added[i])) await editor.reload()
      },
      inForm: true,
    })
    if (!done) return
    showUndo(t('pulllists.wasSplit', { what: label(added[0] ?? line) }), async () => {
      await removeAdded(new Set(done.added))
      await change(line, { quantity: line.quantity })
      // What stayed with the rest as it was does not grow with it again.
      for (const was of before) {
        const now = lines().find((one) => one.id === was.id)
        if (now && now.quantity !== was.quantity) await change(was, { quantity: was.quantity })
      }
    })
  }

  return {
    change,
    split,
    replace,
    add,
    paste,
    remove,
    removeAdded,
    move,
    moveTo,
    label,
    labels,
    rename: (patch: Partial<ListValues>) =>
      run({ send: (at) => changeList(listId, patch, at), listOf: same, mine: patch, inForm: true }),
    addGroup: (group: GroupChange) => run({ send: (at) => addGroup(listId, group, at.version), listOf: same, inForm: true }),
    changeGroup: (groupId: string, patch: GroupChange, name: string) =>
      run({
        send: (at) => changeGroup(listId, groupId, patch, at),
        listOf: same,
        settle: () =>
          setLines((old) => old.map((one) => (one.groupId === groupId ? { ...one, groupName: patch.name ?? name } : one))),
        mine: named(`groups[${name}]`, { ...patch, ...patch.times }),
        inForm: true,
      }),
    moveGroup: (groupId: string, before: string | null) =>
      run({
        send: (at) => moveGroup(listId, groupId, before, at.version),
        listOf: same,
        settle: (now) => setLines((old) => inOrder(old, groupMoved(now.groups, groupId, before))),
      }),
    removeGroup: (groupId: string) =>
      run({
        send: (at) => removeGroup(listId, groupId, at.version),
        listOf: same,
        settle: () => setLines((old) => old.filter((one) => one.groupId !== groupId)),
        inForm: true,
      }),
    unlock: async (reason: string) => {
      const done = await run({ send: () => unlockList(listId, reason), listOf: same, inForm: true })
      if (done) showDone(t('pulllists.unlocked'))
    },
    lock: () => run({ send: () => lockList(listId), listOf: same }),
  }
}
export type Actions = ReturnType<typeof actionsOn>

/** They stay the same while the list changes: whoever gets them need not be drawn again. */
export function useActions(listId: string, editor: Editor): Actions {
  const { t } = useTranslation()
  const format = useFormat()
  // What the editor is given stays the same for one list.
  return useMemo(() => actionsOn(listId, editor, t, format.number), [listId, t, format])
}
