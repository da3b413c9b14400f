import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

/** Comes with the first question. */
const ConfirmModal = lazy(() => import('./ConfirmModal'))

export type Confirmation = {
  title: string
  text?: ReactNode
  /** What the button does: "Retire 12 assets", never "OK". */
  action: string
  danger?: boolean
  /** Runs while the dialog is open; a refusal is shown in it. */
  run: () => Promise<unknown> | unknown
}

let current: Confirmation | null = null
const listeners = new Set<() => void>()
const set = (next: Confirmation | null) => {
  current = next
  for (const listener of listeners) listener()
}

/** Asks before something that can not be undone. Where it can be undone, do it and offer `showUndo` instead. */
export const confirm = (confirmation: Confirmation): void => set(confirmation)

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) current = null // with the app goes its question
  }
}

/** Stands once, in the providers. */
export function ModalsHost() {
  const asked = useSyncExternalStore(listen, () => current)
  if (!asked) return null
  return (
    <Suspense>
      <ConfirmModal key={asked.title} {...asked} onClose={() => set(null)} />
    </Suspense>
  )
}
