import { lazy, Suspense, useEffect, useState } from 'react'
import { onSignedOut } from '@/lib/session'

/** Dialogs and the parts of forms are no part of the shell: they come when they are needed. */
const SignedOutForm = lazy(() => import('./SignedOutForm'))

/** The session ended while someone was working: asks for the password over the page, so that nothing typed is lost. */
export function SignedOutDialog() {
  const [signedOut, setSignedOut] = useState(false)
  useEffect(() => onSignedOut(() => setSignedOut(true)), [])
  if (!signedOut) return null
  return (
    <Suspense>
      <SignedOutForm onSignedIn={() => setSignedOut(false)} />
    </Suspense>
  )
}
