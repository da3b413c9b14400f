import { useEffect, useState } from 'react'
import { root } from '@/lib/api/client'
import { useThingChanged } from '@/lib/event-stream'

export type Onlooker = { userId: string; name: string }

/** A window says this often that it is there; the server forgets it after 25 seconds without a word. */
export const BEAT = 10_000

// Not by `api`: it is said again and again, so no answer need be kept for a repetition, and the last word is said while the window closes.
const tell = (method: 'PUT' | 'DELETE', listId: string, windowId: string) =>
  fetch(`${root}/pull-lists/${listId}/onlookers/${windowId}`, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    keepalive: method === 'DELETE',
  })

/** Says that one looks at the list as long as it is on the screen, and tells who else does. Whoever looks at another window is not there. */
export function useOnlookers(listId: string): Onlooker[] {
  const [found, setFound] = useState<Onlooker[]>([])
  const [look, setLook] = useState<() => void>()
  useThingChanged('presence of pull-list', listId, () => look?.())

  useEffect(() => {
    const windowId = crypto.randomUUID()
    let asked = 0
    let asking: Promise<unknown> = Promise.resolve()
    const ask = async () => {
      const turn = ++asked
      let items: Onlooker[] = []
      try {
        const answer = await tell('PUT', listId, windowId)
        if (answer.ok) items = ((await answer.json()) as { items: Onlooker[] }).items
      } catch {
        // Without a network one sees nobody; the next beat tries again.
      }
      // Slower than a later question, or come when one has left: not what is true now.
      if (turn === asked) setFound(items)
    }
    const here = () => {
      if (document.visibilityState !== 'hidden') asking = ask()
    }
    const leave = () => {
      tell('DELETE', listId, windowId).catch(() => undefined)
    }
    // Not past what was said before, or one would stay.
    const away = () => {
      asked++
      void asking.finally(leave)
    }
    const seen = () => (document.visibilityState === 'hidden' ? away() : here())
    here()
    setLook(() => here)
    const beat = setInterval(here, BEAT)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(beat)
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pagehide', leave)
      setFound([])
      away()
    }
  }, [listId])
  return found
}
