import type { Me } from '@/lib/session'

const key = 'eventkit.me'

/** Who signed in here last, for the scan screens without a network; the server decides anew about every scan. */
export function keepMe(me: Me): void {
  try {
    localStorage.setItem(key, JSON.stringify(me))
  } catch {
    // Then the screens need a network to open.
  }
}

export function keptMe(): Me | null {
  try {
    const me = JSON.parse(localStorage.getItem(key) ?? 'null') as Me | null
    return me && typeof me.id === 'string' && Array.isArray(me.permissions) ? me : null
  } catch {
    return null
  }
}

export function forgetMe(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}
