import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual'
import { useLayoutEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows come and go by so many: not every row that is passed draws all others anew. */
const STEP = 4
const OVERSCAN = 6

const stepped = ({ startIndex, endIndex, count }: Range) => {
  const from = Math.max(0, Math.floor(startIndex / STEP) * STEP - OVERSCAN)
  const to = Math.min(count, Math.ceil((endIndex + 1) / STEP) * STEP + OVERSCAN)
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}
const same = (a: number, b: number) => Math.floor(a / STEP) === Math.floor(b / STEP)

type Options = Omit<
  VirtualizerOptions<HTMLDivElement, Element>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'rangeExtractor' | 'onChange'
>

/** As `useVirtualizer`, for rows that fly past. */
export function useSteppedVirtualizer(options: Options) {
  const draw = useReducer((count: number) => count + 1, 0)[1]
  const drawn = useRef({ startIndex: -1, endIndex: -1 })
  const all: VirtualizerOptions<HTMLDivElement, Element> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    rangeExtractor: stepped,
    onChange: ({ range }, scrolling) => {
      const old = drawn.current
      if (range) drawn.current = range
      if (!scrolling) draw()
      else if (!range || !same(range.startIndex, old.startIndex) || !same(range.endIndex, old.endIndex)) flushSync(draw)
    },
  }
  const [virtual] = useState(() => new Virtualizer(all))
  virtual.setOptions(all)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())
  return virtual
}

/** Elements for so many rows, used again: a row that goes out of sight leaves its own to the one that comes into sight. */
export function useSlots(count: number) {
  const most = useRef(1)
  most.current = Math.max(most.current, count)
  const slots = most.current
  return { of: (index: number) => index % slots }
}
