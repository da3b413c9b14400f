import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { unreadQuery } from '../api/notifications'
import { Bell, UnreadMark } from './Bell'
import { useLive } from './useLive'

const load = () => import('./NotificationsPopover')
const NotificationsPopover = lazy(load)

/** What it opens is no part of the shell: it comes with the first press, or on the way to it. */
export function NotificationsBell() {
  const unread = useQuery(unreadQuery).data ?? 0
  const [pressed, setPressed] = useState(false)
  useLive()
  const bell = (
    <UnreadMark unread={unread}>
      <Bell
        unread={unread}
        aria-haspopup="dialog"
        aria-expanded={false}
        onClick={() => setPressed(true)}
        onPointerEnter={load}
        onFocus={load}
      />
    </UnreadMark>
  )
  return pressed ? (
    <Suspense fallback={bell}>
      <NotificationsPopover unread={unread} />
    </Suspense>
  ) : (
    bell
  )
}
