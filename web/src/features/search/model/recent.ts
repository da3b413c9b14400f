import type { Hit } from '../api/search'

const key = 'eventkit.search.recent'
const kept = 6

/** What was opened from the search last, in this browser, newest first. */
export function recentHits(): Hit[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? (value as Hit[]).slice(0, kept) : []
  } catch {
    return []
  }
}

export function rememberHit(hit: Hit): void {
  try {
    localStorage.setItem(key, JSON.stringify([hit, ...recentHits().filter((old) => old.id !== hit.id)].slice(0, kept)))
  } catch {
    // storage may be switched off: then nothing is remembered
  }
}
