import { lazy, Suspense, useEffect, useState } from 'react'
import { loadToaster } from './toasts'

const Notifications = lazy(() => loadToaster().then(({ Notifications }) => ({ default: Notifications })))

/** Stands once, in the providers. The first page does not wait for it: toasts shown meanwhile are kept. */
export function ToastHost() {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    // Not every browser tells when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setReady(true), 300)
      return () => clearTimeout(timer)
    }
    const waiting = requestIdleCallback(() => setReady(true), { timeout: 2_000 })
    return () => cancelIdleCallback(waiting)
  }, [])
  if (!ready) return null
  return (
    <Suspense>
      <Notifications position="bottom-right" limit={4} containerWidth={380} />
    </Suspense>
  )
}
