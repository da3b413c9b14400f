import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { type RowDrawing, type RowFacts, rowDrawing } from './drawRow'

/** So many rows more than are in sight are drawn where one goes to, and where one comes from. */
const AHEAD = 6
const BEHIND = 2

const around = ({ startIndex, endIndex, count }: Range, down: boolean) => {
  const from = Math.max(0, startIndex - (down ? BEHIND : AHEAD))
  const to = Math.min(count, endIndex + 1 + (down ? AHEAD : BEHIND))
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

const nothing = { startIndex: -1, endIndex: -1 }

type Options = Omit<
  VirtualizerOptions<HTMLDivElement, Element>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'rangeExtractor' | 'onChange'
>
type Virtual = Virtualizer<HTMLDivElement, Element>

/**
 * As `useVirtualizer`, for rows that fly past: they are drawn by `useFlying` alone. Who uses this is drawn anew only when other blocks of so many rows
 * come into sight, when one turns around, or when rows have other heights.
 */
export function useFlyingVirtualizer(options: Options, block: number) {
  const [store] = useState(() => {
    const hearers = new Set<() => void>()
    const store = {
      range: nothing,
      down: true,
      /** Many rows change at once. */
      quiet: false,
      draw: () => {},
      tell() {
        this.draw()
        for (const hear of hearers) hear()
      },
      subscribe: (hear: () => void) => {
        hearers.add(hear)
        return () => void hearers.delete(hear)
      },
      around: (range: Range) => around(range, store.down),
    }
    return store
  })
  const all: VirtualizerOptions<HTMLDivElement, Element> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    rangeExtractor: store.around,
    onChange: ({ range }, scrolling) => {
      const old = store.range
      if (range) {
        store.range = range
        if (range.startIndex !== old.startIndex) store.down = range.startIndex > old.startIndex
        if (scrolling && range.startIndex === old.startIndex && range.endIndex === old.endIndex) return
      } else store.range = nothing // hidden: all is drawn anew when it is seen again
      if (!store.quiet) store.tell()
    },
  }
  const [virtual] = useState(() => new Virtualizer(all))
  virtual.setOptions(all)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())
  useSyncExternalStore(store.subscribe, () => {
    const { first, last } = blocksOf(virtual, block)
    return `${first} ${last} ${store.down} ${virtual.getTotalSize()}`
  })
  return {
    virtual,
    store,
    /** The rows in sight and around it, by whole blocks. */
    ...blocksOf(virtual, block),
    down: store.down,
    /** Sets rows to the heights that they have come to; says whether some are others. */
    fit: (indexes: readonly number[], heightOf: (index: number) => number | undefined) => {
      store.quiet = true
      let others = false
      for (const index of indexes) {
        const height = heightOf(index)
        if (height === undefined || height === virtual.measurementsCache[index]?.size) continue
        virtual.resizeItem(index, height)
        others = true
      }
      store.quiet = false
      if (others) store.tell()
      return others
    },
  }
}

function blocksOf(virtual: Virtual, block: number) {
  const shown = virtual.getVirtualIndexes()
  const first = Math.floor((shown[0] ?? 0) / block) * block
  return { first, last: (Math.floor((shown.at(-1) ?? 0) / block) + 1) * block - 1 }
}

type Slot = { drawing: RowDrawing; item: VirtualItem | undefined; scene: object }

/** The rows in sight, drawn into `host` as they fly past and whenever who uses this is drawn. */
export function useFlying(
  flying: ReturnType<typeof useFlyingVirtualizer>,
  host: RefObject<HTMLElement | null>,
  factsOf: (item: VirtualItem) => RowFacts,
  /** After every drawing, before anybody sees it. */
  onDrawn: (indexes: readonly number[]) => void,
) {
  const { virtual, store } = flying
  // Elements for so many rows, used again: a row that goes out of sight leaves its own to the one that comes into sight.
  const [slots] = useState<Slot[]>(() => [])
  useLayoutEffect(() => {
    const scene = {}
    store.draw = () => {
      const rows = host.current
      if (!rows) return
      const items = virtual.getVirtualItems()
      while (slots.length < items.length) slots.push({ drawing: rowDrawing(), item: undefined, scene })
      let before: Element | null = null
      for (const item of items) {
        const slot = slots[item.index % slots.length]!
        const { row } = slot.drawing
        const old = slot.item
        // Nothing else has come: only what flew past is drawn.
        if (slot.scene !== scene || old?.index !== item.index || old.start !== item.start || old.size !== item.size) {
          slot.drawing.draw(factsOf(item))
          slot.scene = scene
        }
        slot.item = item
        // Passing, each keeps its place in the document; at rest they stand in their order.
        if (!row.parentNode) rows.append(row)
        if (!virtual.isScrolling && row.previousElementSibling !== before)
          rows.insertBefore(row, before ? before.nextElementSibling : rows.firstElementChild)
        before = row
      }
      const shown = new Set(items)
      for (const slot of slots) if (!slot.item || !shown.has(slot.item)) slot.drawing.row.remove()
      onDrawn(items.map((item) => item.index))
    }
    store.draw()
  })
}
