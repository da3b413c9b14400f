import { useEffect, useRef } from 'react'
import { type Zoom, zoomAt } from '../model/scale'
import type { Canvas } from './useCanvas'

type Fingers = { middle: number; apart: number }
const LEAST_APART = 24

const fingersOf = (touches: TouchList): Fingers => {
  const [a, b] = [touches[0]!, touches[1]!]
  return {
    middle: (a.clientX + b.clientX) / 2,
    apart: Math.max(LEAST_APART, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  }
}

/** Two fingers draw time nearer and wider; the moment between them stays between them. */
export function usePinch(props: { canvas: Canvas; labelWidth: number; onZoom: (zoom: Zoom) => void }) {
  const latest = useRef(props)
  latest.current = props
  const { element } = props.canvas
  useEffect(() => {
    const grid = element.current
    if (!grid) return
    let pinch: { apart: number; mpp: number; instant: number } | undefined
    let drawn = 0
    let middle = 0
    let frame = 0
    const fromLeft = (clientX: number) => clientX - grid.getBoundingClientRect().left - latest.current.labelWidth
    const onStart = (touch: TouchEvent) => {
      if (touch.touches.length !== 2) return
      touch.preventDefault()
      const { canvas } = latest.current
      const { middle, apart } = fingersOf(touch.touches)
      const { mpp } = canvas.geometry
      pinch = { apart, mpp, instant: canvas.start() + fromLeft(middle) * mpp }
      drawn = mpp
    }
    const onMove = (touch: TouchEvent) => {
      if (!pinch || touch.touches.length !== 2) return
      touch.preventDefault()
      const now = fingersOf(touch.touches)
      middle = now.middle
      drawn = (pinch.mpp * pinch.apart) / now.apart
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    const draw = () => pinch && latest.current.canvas.stretch(drawn, pinch.instant, fromLeft(middle))
    const onEnd = (touch: TouchEvent) => {
      if (!pinch || touch.touches.length > 1) return
      cancelAnimationFrame(frame)
      if (drawn !== pinch.mpp) {
        // First as the fingers left it: the address then says no other zoom than what is drawn.
        draw()
        latest.current.onZoom(zoomAt(drawn))
      }
      pinch = undefined
    }
    // Not as React listens: who may not prevent the browser's own zoom gets none of ours.
    const acts = { passive: false }
    grid.addEventListener('touchstart', onStart, acts)
    grid.addEventListener('touchmove', onMove, acts)
    grid.addEventListener('touchend', onEnd)
    grid.addEventListener('touchcancel', onEnd)
    return () => {
      cancelAnimationFrame(frame)
      grid.removeEventListener('touchstart', onStart)
      grid.removeEventListener('touchmove', onMove)
      grid.removeEventListener('touchend', onEnd)
      grid.removeEventListener('touchcancel', onEnd)
    }
  }, [element])
}
