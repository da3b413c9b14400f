import type { Query } from '@/lib/api/client'

const KEY = 'eventkit.count'

/** Which levels were ticked to be counted; no ids where all that match the filters were. */
export type CountSelection = { query: Query; ids: string[] | null }

export const rememberSelection = (selection: CountSelection) => sessionStorage.setItem(KEY, JSON.stringify(selection))

export function rememberedSelection(): CountSelection | null {
  const text = sessionStorage.getItem(KEY)
  return text ? (JSON.parse(text) as CountSelection) : null
}
