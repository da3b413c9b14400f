import { useRef } from 'react'
import { api } from '@/lib/api/client'
import { isProblem, Problem } from '@/lib/api/problem'
import type { SaveContext } from './ResourceForm'

type Listed = { id: string }

/**
 * For a dialog about one thing of a list that a resource keeps as a whole (a client's contacts, a venue's rooms): saves the list with the thing in
 * it, says at the dialog's own fields what is wrong, and finds the thing again after somebody else saved.
 *
 * @param id null: a new one
 * @param others what saving this one means for the rest of the list
 */
export function useListed<Thing extends Listed, Input extends object, Whole extends { version: number }>(of: {
  path: string
  list: keyof Whole & string
  whole: Whole
  id: string | null
  inputOf: (thing: Thing | undefined) => Input
  others?: (thing: Thing, saved: Input) => Thing
}) {
  const base = useRef(of.whole)
  const things = () => base.current[of.list] as unknown as Thing[]
  const mine = () => things().findIndex((thing) => thing.id === of.id)
  return {
    values: of.inputOf(things()[mine()]),
    version: of.whole.version,
    save: async (input: Input, { version }: SaveContext<Input>) => {
      const at = mine()
      const list: object[] = things().map((thing) => of.others?.(thing, input) ?? thing)
      if (at < 0) list.push(input)
      else list[at] = { ...list[at], ...input }
      const place = `${of.list}[${at < 0 ? list.length - 1 : at}].`
      try {
        return await api.patch<Whole>(of.path, { [of.list]: list }, { version })
      } catch (error) {
        if (!isProblem(error)) throw error
        const errors = error.errors.map((one) =>
          one.field.startsWith(place) ? { ...one, field: one.field.slice(place.length) } : one,
        )
        throw new Problem({ ...error, errors })
      }
    },
    reload: async () => {
      base.current = await api.get<Whole>(of.path)
      return { values: of.inputOf(things()[mine()]), version: base.current.version }
    },
  }
}
