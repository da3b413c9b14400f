import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { CANVAS, type Geometry, geometryAround, timeAt, withinReach, xOf, type Zoom, zoomAt } from '../model/scale'
import { beginningToday } from './useTimelineState'

/** What is drawn is cut into stretches this wide, so that scrolling draws anew only now and then. */
const STRETCH = 800
const REACH = 600
const EDGE = 1_600

export type Chunk = { left: number; right: number }
const chunkAt = (left: number, width: number): Chunk => ({
  left: Math.max(0, Math.floor((left - REACH) / STRETCH) * STRETCH),
  right: Math.min(CANVAS, Math.ceil((left + width + REACH) / STRETCH) * STRETCH),
})

/**
 * Time on a canvas that scrolls as any page does. It is wide, but not endless: near an edge it begins anew around what is looked at, so that nobody
 * meets the edge.
 */
export function useCanvas(props: {
  zoom: Zoom
  zone: string
  start: number | null
  labelWidth: number
  onRest: (start: number) => void
}) {
  const { zoom, zone, labelWidth, onRest } = props
  const [now] = useState(() => Date.now())
  const element = useRef<HTMLDivElement>(null)
  const { ref: sized, width: outer, height } = useElementSize<HTMLDivElement>()
  // Hidden, as while the page is looked at as paper, it has neither a size nor a place in time: it keeps those that it had. The element itself says so:
  // its size as known here comes a frame later.
  const seen = useRef(0)
  if (outer) seen.current = outer
  const hidden = useCallback(() => seen.current > 0 && !element.current?.clientWidth, [])
  const width = Math.max(200, (seen.current || 1_000) - labelWidth)
  const [geometry, setGeometry] = useState<Geometry>(() => geometryAround(zoom, zone, props.start ?? now))
  // What is to stand at the left edge once the canvas is laid out.
  const wanted = useRef<number | null>(props.start ?? beginningToday(now, zoom))
  const left = useRef(wanted.current!)
  const [chunk, setChunk] = useState<Chunk>(() => chunkAt(xOf(geometry, left.current), width))
  const [view, setView] = useState({ from: left.current, to: left.current + width * geometry.mpp })
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Where it came to rest last. */
  const settled = useRef<{ geometry: Geometry; left: number }>(undefined)
  const latest = useRef({ geometry, width, chunk, onRest })
  latest.current = { geometry, width, chunk, onRest }

  /** The stretch that is drawn comes with the canvas, or all rows would be drawn twice. */
  const begin = useCallback((next: Geometry, start: number) => {
    wanted.current = start
    setGeometry(next)
    setChunk(chunkAt(xOf(next, start), latest.current.width))
  }, [])

  const settle = useCallback(() => {
    const { geometry: g, width: w } = latest.current
    settled.current = { geometry: g, left: left.current }
    setView({ from: left.current, to: left.current + w * g.mpp })
    latest.current.onRest(left.current)
  }, [])

  const read = useCallback(() => {
    const { geometry: g, width: w, chunk: old } = latest.current
    if (!element.current || hidden()) return
    const at = element.current.scrollLeft
    // Up and down, time stays where it is.
    if (settled.current?.geometry === g && settled.current.left === left.current && left.current === timeAt(g, at)) return
    left.current = timeAt(g, at)
    const next = chunkAt(at, w)
    if (old.left !== next.left || old.right !== next.right) setChunk(next)
    clearTimeout(rest.current)
    rest.current = setTimeout(settle, 140)
    if (at < EDGE || at + w > CANVAS - EDGE) {
      begin(geometryAround(g.zoom, g.zone, left.current + (w / 2) * g.mpp, g.mpp), left.current)
    }
  }, [settle, begin, hidden])
  useEffect(() => () => clearTimeout(rest.current), [])

  const show = useCallback(
    (start: number) => {
      const { geometry: g, width: w } = latest.current
      const at = xOf(g, start)
      if (!element.current) {
        left.current = start
        settle()
        return
      }
      if (at < EDGE || at + w > CANVAS - EDGE) begin(geometryAround(g.zoom, g.zone, start + (w / 2) * g.mpp, g.mpp), start)
      else {
        element.current.scrollLeft = at
        wanted.current = element.current.clientWidth ? null : start
      }
    },
    [settle, begin],
  )
  /** Drawn anew, it begins where it was left. */
  const restore = useCallback(() => show(left.current), [show])

  /** Draws time as near as fingers say, and keeps a moment so many pixels from the left edge. */
  const stretch = useCallback(
    (mpp: number, instant: number, x: number) => {
      const near = withinReach(mpp)
      begin(geometryAround(zoomAt(near), latest.current.geometry.zone, instant, near), instant - x * near)
    },
    [begin],
  )

  // Another zoom keeps what is in the middle there; one that fingers have come to already changes nothing.
  const before = useRef({ zoom, zone })
  const another = before.current.zoom !== zoom || before.current.zone !== zone
  before.current = { zoom, zone }
  if (another && (geometry.zoom !== zoom || geometry.zone !== zone)) {
    const middle = left.current + (width / 2) * geometry.mpp
    const next = geometryAround(zoom, zone, middle)
    begin(next, middle - (width / 2) * next.mpp)
  }
  // What could not be placed while it was hidden is placed as soon as it is seen again, even where its size is the one of before.
  const unplaced = wanted.current !== null && outer > 0 && !hidden()
  useLayoutEffect(() => {
    if (!element.current) {
      // The list has no canvas, but its own time.
      if (wanted.current !== null) left.current = wanted.current
      settle()
      return
    }
    if (hidden()) {
      wanted.current ??= left.current
      return
    }
    if (wanted.current !== null) element.current.scrollLeft = xOf(geometry, wanted.current)
    if (outer) wanted.current = null
    read()
  }, [geometry, outer, unplaced])
  return {
    ref: useMergedRef(element, sized),
    element,
    geometry,
    chunk,
    /** What is looked at, once it has come to rest. */
    view,
    width,
    height,
    now,
    onScroll: read,
    show,
    stretch,
    restore,
    /** At the left edge, at this moment. */
    start: () => left.current,
  }
}
export type Canvas = ReturnType<typeof useCanvas>
