import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { EventFacts } from '../api/timeline'
import type { Grip } from '../model/move'
import { snapOf, snapped } from '../model/scale'
import type { Canvas } from './useCanvas'
import type { Moving } from './useMoving'

const SLACK = 4
const MARGIN = 46
const PACE = 14
/** How near its end a bar is taken by it. */
const GRIP = 8

/** The bar, and the row it is on, under a pointer; by their places. */
export const under = (target: EventTarget | null) => {
  const element = target instanceof Element ? target : null
  const row = element?.closest<HTMLElement>('[data-index]')
  const bar = element?.closest<HTMLElement>('[data-bar]')
  return row ? { row: Number(row.dataset.index), bar: bar ? Number(bar.dataset.bar) : -1, on: bar } : null
}

/** The end of a bar that is below a pointer, or all of it. */
function gripAt(bar: HTMLElement, clientX: number): Grip {
  if (bar.dataset.gripped === undefined) return 'all'
  const { left, right } = bar.getBoundingClientRect()
  return clientX < left + GRIP ? 'from' : clientX >= right - GRIP ? 'to' : 'all'
}

/** Drags events with mouse or pen; a finger scrolls, and moves things by the panel's buttons only. */
export function useGridPointer(props: {
  canvas: Canvas
  labelWidth: number
  moving: Moving
  eventAt: (row: number, bar: number) => EventFacts | undefined
}) {
  const latest = useRef(props)
  latest.current = props
  const dragged = useRef(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const timeUnder = (clientX: number) => {
    const { canvas, labelWidth } = latest.current
    const box = canvas.element.current!.getBoundingClientRect()
    return canvas.start() + (clientX - box.left - labelWidth) * canvas.geometry.mpp
  }

  const onPointerDown = (down: PointerEvent<HTMLElement>) => {
    dragged.current = false
    const found = under(down.target)
    if (!found?.on || down.pointerType === 'touch' || down.button !== 0) return
    const event = latest.current.eventAt(found.row, found.bar)
    if (!event || !latest.current.moving.may(event)) return
    const held = event
    const grip = gripAt(found.on, down.clientX)
    const startX = down.clientX
    const startTime = timeUnder(startX)
    let x = startX
    let frame = 0
    const follow = () => {
      const { canvas, moving } = latest.current
      const millis = snapped(timeUnder(x) - startTime, canvas.geometry.zoom)
      if (moving.move?.event.id === held.id) moving.by(millis)
      else moving.hold(held, grip, millis)
    }
    // Near an edge, time goes on below the pointer.
    const roll = () => {
      const { canvas, labelWidth } = latest.current
      const element = canvas.element.current!
      const box = element.getBoundingClientRect()
      const by = x > box.right - MARGIN ? PACE : x < box.left + labelWidth + MARGIN ? -PACE : 0
      if (by !== 0) {
        element.scrollLeft += by
        follow()
      }
      frame = requestAnimationFrame(roll)
    }
    const onMove = (move: globalThis.PointerEvent) => {
      x = move.clientX
      if (!dragged.current && Math.abs(x - startX) < SLACK) return
      if (!dragged.current) {
        dragged.current = true
        frame = requestAnimationFrame(roll)
      }
      follow()
    }
    const end = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
      stop.current = undefined
    }
    const onUp = () => {
      end()
      if (dragged.current) void latest.current.moving.drop()
    }
    const onCancel = () => {
      end()
      if (dragged.current) latest.current.moving.cancel()
    }
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      onCancel()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, true)
    stop.current = end
  }
  return {
    onPointerDown,
    /** A click that ended a drag chooses nothing. */
    wasDrag: (_click: MouseEvent) => dragged.current,
    step: snapOf(props.canvas.geometry.zoom),
  }
}
