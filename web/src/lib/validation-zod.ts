import {
  array,
  boolean,
  config,
  email,
  number,
  object,
  enum as oneOf,
  record,
  string,
  union,
  unknown,
  url,
  type ZodType,
} from 'zod'
import { i18n } from '@/lib/i18n'
import { noteOf } from './validation'

/** What zod objects to, in the person's language; a schema needs no messages of its own. */
config({
  customError: (issue) => {
    const t = i18n.t.bind(i18n)
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined || issue.input === null || issue.input === '' ? t('form.required') : t('form.invalid')
      case 'too_small':
        if (issue.origin === 'string')
          return Number(issue.minimum) <= 1 ? t('form.required') : t('form.tooShort', { count: Number(issue.minimum) })
        return issue.origin === 'array' ? t('form.required') : t('form.tooSmall', { min: String(issue.minimum) })
      case 'too_big':
        return issue.origin === 'string'
          ? t('form.tooLong', { count: Number(issue.maximum) })
          : t('form.tooBig', { max: String(issue.maximum) })
      case 'invalid_format':
        return issue.format === 'email' ? t('form.email') : issue.format === 'url' ? t('form.url') : t('form.invalid')
      default:
        return t('form.invalid')
    }
  },
})

/** What schemas are made from; named one by one, so that the rest of zod stays away. */
const z = { array, boolean, email, enum: oneOf, number, object, record, string, union, unknown, url }
export type Kit = typeof z

const made = new WeakMap<object, unknown>()

/** Does what was written down, wherever it stands in an argument. */
function real(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const note = noteOf(value)
  if (note === null) return z
  if (note) {
    if (!made.has(value)) {
      const on = real(note.on) as Record<string, (...args: unknown[]) => unknown>
      made.set(value, on[note.name]!(...note.args.map(real)))
    }
    return made.get(value)
  }
  if (Array.isArray(value)) return value.map(real)
  // Shapes and options; anything else (a RegExp, a Date) is what it is.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, real(inner)]))
}

/** The schema that `z` of validation.ts wrote down, ready to check something. */
export const realSchema = <Schema extends ZodType>(schema: Schema): Schema => real(schema) as Schema
