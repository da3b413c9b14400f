import type { z as zod } from 'zod'
import type { Kit } from './validation-zod'

/** One call written down: what on, which, with what. */
export type Note = { on: object | null; name: string; args: unknown[] }
const notes = new WeakMap<object, Note | null>()
/** What was written down for a schema; null for `z` itself, undefined for anything else. */
export const noteOf = (value: unknown): Note | null | undefined =>
  typeof value === 'object' && value !== null ? notes.get(value) : undefined

function written(note: Note | null): object {
  const schema: object = new Proxy(Object.freeze({}), {
    get: (_, name) => {
      // Whoever asks whether it is a promise, or wants to print it, is told nothing.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
      if (/parse|^(shape|options|element|check)$/i.test(name))
        throw new Error(`Ask realSchema(…).${name}: this one is only written down.`)
      return (...args: unknown[]) => written({ on: schema, name, args })
    },
  })
  notes.set(schema, note)
  return schema
}

/**
 * Zod, for saying what is valid: schemas are only written down here. Zod itself (25 kB on every page) comes with the first
 * form, and makes them real to check what was entered: `realSchema` in validation-zod.ts.
 */
export const z = written(null) as Kit
export declare namespace z {
  export type infer<Schema> = zod.infer<Schema>
  export type ZodType = zod.ZodType
  export type ZodRawShape = zod.ZodRawShape
}
