import { queryOptions } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { root } from '@/lib/api/client'

/** Whether the shell's stream is open, so that what a page shows is fresh by itself. */
export const liveQuery = queryOptions({ queryKey: ['live'], queryFn: () => false, enabled: false, initialData: false })

const watchers = new Map<string, Set<() => void>>()
let following = false

/** Whether changes are told as they happen; where they are not, pages ask again by themselves. */
export const isFollowing = () => following

export function follow(now: boolean): void {
  following = now
}

/** Tells whoever shows it; without an id everybody, because nobody knows what was missed. */
export function tellChanged(kind?: string, id?: string): void {
  for (const [key, calls] of watchers) if (!kind || key === `${kind}:${id}`) for (const call of calls) call()
}

/** Calls back as soon as somebody, here or elsewhere, has changed the thing. */
export function useThingChanged(kind: string, id: string, changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    const key = `${kind}:${id}`
    const call = () => latest.current()
    const calls = watchers.get(key) ?? new Set()
    watchers.set(key, calls.add(call))
    return () => {
      calls.delete(call)
      if (calls.size === 0 && watchers.get(key) === calls) watchers.delete(key)
    }
  }, [kind, id])
}

/**
 * Listens to a server-sent event stream while the page is open. The browser reconnects a broken stream by itself; a stream
 * the server refused (503, a proxy's page) is opened again here, waiting longer each time, at most half a minute.
 */
export function useEventStream<T>(
  path: string,
  onEvent: (data: T, name: string) => void,
  names: readonly string[] = [],
  enabled = true,
) {
  const [live, setLive] = useState(false)
  const latest = useRef(onEvent)
  latest.current = onEvent
  const wanted = names.join(' ')
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    const receive = (event: MessageEvent<string>) => {
      try {
        latest.current(JSON.parse(event.data) as T, event.type)
      } catch {
        // a heartbeat or a comment carries no JSON
      }
    }
    const open = () => {
      source = new EventSource(`${root}${path}`)
      source.onopen = () => {
        failures = 0
        setLive(true)
      }
      source.onmessage = receive
      for (const name of wanted.split(' ').filter(Boolean)) source.addEventListener(name, receive as EventListener)
      source.onerror = () => {
        setLive(false)
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(open, Math.min(30_000, 1_000 * 2 ** failures++))
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [path, wanted, enabled])
  return live
}
