import { lazy, Suspense, useState } from 'react'
import type { Me } from '@/lib/session'
import { AccountButton } from './AccountButton'

export type AccountProps = { me: Me; dark: boolean; toggleTheme: () => void; signOut: () => void }

const load = () => import('./AccountMenu')
const AccountMenu = lazy(load)

/** Whoever is signed in. The menu is no part of the shell: it comes with the first press, or on the way to it. */
export function Account(props: AccountProps) {
  const [pressed, setPressed] = useState(false)
  const button = (
    <AccountButton
      name={props.me.name}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setPressed(true)}
      onPointerEnter={load}
      onFocus={load}
    />
  )
  return pressed ? (
    <Suspense fallback={button}>
      <AccountMenu {...props} />
    </Suspense>
  ) : (
    button
  )
}
