import type { Virtualizer } from '@tanstack/react-virtual'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Place } from '../api/pull-lists'
import { type Drop, dropOf } from '../model/drop'
import type { Row } from '../model/rows'

const EDGE = 48

/** Lines held by their grip: where they would come is shown while one holds them; near the edges the list moves along. */
export function useDragLines(props: {
  rows: readonly Row[]
  scroll: RefObject<HTMLDivElement | null>
  body: RefObject<HTMLDivElement | null>
  /** What stands above the rows where one scrolls. */
  margin: number
  virtual: Virtualizer<HTMLDivElement, Element>
  onDrop: (place: Place) => void
}) {
  const [held, setHeld] = useState<ReadonlySet<string> | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const latest = useRef({ ...props, drop })
  latest.current = { ...props, drop }

  useEffect(() => {
    if (!held) return
    let y = 0
    let frame = 0
    const look = () => {
      const { rows, body, margin, virtual } = latest.current
      const top = body.current?.getBoundingClientRect().top ?? 0
      const at = y - top + margin
      const item = virtual.getVirtualItems().find((one) => at >= one.start && at < one.end)
      setDrop(item ? dropOf(rows, item.index, at > (item.start + item.end) / 2, held) : null)
    }
    const step = () => {
      const box = latest.current.scroll.current
      if (box && y > 0) {
        const { top, bottom } = box.getBoundingClientRect()
        const speed = y < top + EDGE ? y - top - EDGE : y > bottom - EDGE ? y - bottom + EDGE : 0
        if (speed !== 0) {
          box.scrollTop += Math.max(-24, Math.min(24, speed / 2))
          look()
        }
      }
      frame = requestAnimationFrame(step)
    }
    const onMove = (event: globalThis.PointerEvent) => {
      y = event.clientY
      look()
    }
    const end = () => {
      setHeld(null)
      setDrop(null)
    }
    const onUp = () => {
      const found = latest.current.drop
      end()
      if (found) latest.current.onDrop(found.place)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      end()
    }
    frame = requestAnimationFrame(step)
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [held])

  return {
    held,
    drop,
    grip: (ids: ReadonlySet<string>) => (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      setHeld(ids)
    },
  }
}
