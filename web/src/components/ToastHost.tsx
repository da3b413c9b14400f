import { lazy, Suspense, useEffect, useState } from 'react'
import { loadToaster } from './toasts'
import { whenIdle } from './whenIdle'

const Notifications = lazy(() => loadToaster().then(({ Notifications }) => ({ default: Notifications })))

/** Stands once, in the providers. The first page does not wait for it: toasts shown meanwhile are kept. */
export function ToastHost() {
  const [ready, setReady] = useState(false)
  useEffect(() => whenIdle(() => setReady(true)), [])
  if (!ready) return null
  return (
    <Suspense>
      <Notifications position="bottom-right" limit={4} containerWidth={380} />
    </Suspense>
  )
}
