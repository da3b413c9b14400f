import { use } from 'react'

type Parts = Awaited<ReturnType<typeof load>>
type Known = Promise<Parts> & { status?: 'fulfilled'; value?: Parts }
const load = async () => ({ ...(await import('./FormPart')), ...(await import('./fieldParts')) })

let loading: Known | undefined

/** Fetches what forms are made of, ahead of the first one. */
export function loadForms(): Promise<Parts> {
  if (loading) return loading
  const coming: Known = load()
  loading = coming
  // React reads what it can take at once from the promise itself.
  coming.then((value) => Object.assign(coming, { status: 'fulfilled', value })).catch(() => undefined)
  // Without a network nothing comes: that is told first, and later tried again.
  loading.catch(() =>
    setTimeout(() => {
      loading = undefined
    }, 1_000),
  )
  return loading
}

/** For whom a form is likely to come: the loader of a page that is one, the shell when it is idle. */
export const preloadForms = (): void => void loadForms().catch(() => undefined)

/** What forms are made of. The first form waits for it in its Suspense; everything later has it at once. */
export const useParts = (): Parts => use(loadForms())
