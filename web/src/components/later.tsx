import { type ComponentType, lazy, Suspense } from 'react'
import { whenIdle } from './whenIdle'

/**
 * A part of a page that the page does not wait for, such as a dialog or a tab: it comes when the browser is idle, or when it is
 * first shown. `later(() => import('./CaseForm').then((file) => file.CaseForm))`.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  if (import.meta.env.PROD) whenIdle(() => void load().catch(() => undefined))
  const Part = lazy(() => load().then((part) => ({ default: part as ComponentType<object> })))
  return (props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
