import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { follow, liveQuery, tellChanged, useEventStream } from '@/lib/event-stream'
import { unreadQuery } from '../api/notifications'

type Hint = {
  topic?: string
  kinds?: string[]
  things?: { kind: string; id: string }[]
  kind?: string
  id?: string
  unread?: number
}

const homeEveryMillis = 4_000
let homeTimer: ReturnType<typeof setTimeout> | undefined

/** While a warehouse scans, something changes all the time: the home screen sums it up every few seconds, not at every scan. */
function refreshHome(queryClient: QueryClient): void {
  if (homeTimer) return
  homeTimer = setTimeout(() => {
    homeTimer = undefined
    void queryClient.invalidateQueries({ queryKey: ['home'] })
  }, homeEveryMillis)
}

function take(queryClient: QueryClient, hint: Hint, name: string): void {
  if (typeof hint.unread === 'number') queryClient.setQueryData(unreadQuery.queryKey, hint.unread)
  if (name === 'notification') void queryClient.invalidateQueries({ queryKey: ['notifications'] })
  if (hint.topic === 'job') void queryClient.invalidateQueries({ queryKey: ['jobs'] })
  if (hint.topic === 'activity') {
    void queryClient.invalidateQueries({ queryKey: ['activity'] })
    refreshHome(queryClient)
    if (!hint.things?.length) tellChanged()
    for (const { kind, id } of hint.things ?? []) tellChanged(kind, id)
  }
  if (hint.topic === 'presence') tellChanged(`presence of ${hint.kind}`, hint.id)
  if (name === 'hello') tellChanged()
}

/** The one stream of this browser tab: it says what is out of date, and the pages that show it ask again. */
export function useLive(): void {
  const queryClient = useQueryClient()
  const live = useEventStream<Hint>('/notifications/stream', (hint, name) => take(queryClient, hint, name), [
    'hello',
    'unread',
    'notification',
    'hint',
  ])
  useEffect(() => {
    queryClient.setQueryData(liveQuery.queryKey, live)
    follow(live)
  }, [queryClient, live])
}
