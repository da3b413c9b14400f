import { i18n } from '@/lib/i18n'
import { z } from '@/lib/validation'

/** What a company notes of a thing beyond what everybody asks: a name, and text, a number, or yes or no. */
export type OwnValue = string | number | boolean
export type OwnFields = Record<string, OwnValue>

export const ownKinds = ['TEXT', 'NUMBER', 'YES_NO'] as const
export type OwnKind = (typeof ownKinds)[number]
export const OWN_FIELDS_MAX = 50

const row = z
  .object({
    name: z.string().trim().min(1).max(60),
    kind: z.enum(ownKinds),
    value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  })
  .superRefine(({ value }, check) => {
    if (value === null || (typeof value === 'string' && value.trim() === ''))
      check.addIssue({ code: 'invalid_type', expected: 'string', input: null, path: ['value'] })
    else if (typeof value === 'string' && [...value].length > 500)
      check.addIssue({ code: 'too_big', origin: 'string', maximum: 500, inclusive: true, input: value, path: ['value'] })
  })
export type OwnRow = z.infer<typeof row>

/** `before` goes with the rows, so that what somebody else added meanwhile is not taken for removed. */
export const ownInput = z.object({
  before: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  rows: z
    .array(row)
    .max(OWN_FIELDS_MAX)
    .superRefine((rows, check) => {
      rows.forEach(({ name }, index) => {
        if (rows.findIndex((other) => other.name === name) < index)
          check.addIssue({ code: 'custom', path: [index, 'name'], message: i18n.t('form.own.twice') })
      })
    }),
})
export type OwnInput = z.infer<typeof ownInput>

const kindOf = (value: OwnValue): OwnKind =>
  typeof value === 'number' ? 'NUMBER' : typeof value === 'boolean' ? 'YES_NO' : 'TEXT'

/** In the order of their names: the server keeps none. */
export const namesOf = (fields: OwnFields): string[] =>
  Object.keys(fields).sort((a, b) => a.localeCompare(b, i18n.language, { numeric: true, sensitivity: 'base' }))

export const ownInputOf = (fields: OwnFields): OwnInput => ({
  before: fields,
  rows: namesOf(fields).map((name) => ({ name, kind: kindOf(fields[name]!), value: fields[name]! })),
})

/** The same value as another kind, as far as it can be read as one. */
export function asKind(value: OwnRow['value'], kind: OwnKind): OwnRow['value'] {
  if (kind === 'YES_NO') return value === true
  if (typeof value === 'boolean' || value === null || value === '') return null
  if (kind === 'TEXT') return String(value)
  const number = Number(String(value).trim().replace(',', '.'))
  return Number.isFinite(number) ? number : null
}

/** A merge patch: only what is new or different, null for what is gone. */
export function ownPatch({ before, rows }: OwnInput): Record<string, OwnValue | null> {
  const now = new Map(rows.map(({ name, value }) => [name.trim(), value!]))
  const gone = Object.keys(before).filter((name) => !now.has(name))
  const changed = [...now].filter(([name, value]) => before[name] !== value)
  return Object.fromEntries([...gone.map((name) => [name, null] as const), ...changed])
}

/** A number stands as it was entered: it may be a year or a fleet number, which nobody groups by thousands. */
export function ownText(value: OwnValue, locale: string, t: (key: 'common.yes' | 'common.no') => string): string {
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (typeof value === 'number') return value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 })
  return value
}
