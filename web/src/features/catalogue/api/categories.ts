import { z } from '@/lib/validation'

export const attributeTypes = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE'] as const

export const categoryInput = z.object({
  name: z.string().trim().min(1).max(200),
  parentId: z.string().nullable(),
  prepMinutes: z.number().int().min(0).nullable(),
  turnaroundMinutes: z.number().int().min(0).nullable(),
  attributes: z.array(
    z.object({
      key: z.string().regex(/^[a-z][A-Za-z0-9_]*$/),
      label: z.string().trim().min(1).max(100),
      type: z.enum(attributeTypes),
      unit: z.string().nullable(),
      required: z.boolean(),
      choices: z.array(z.string()),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
})
export type CategoryInput = z.infer<typeof categoryInput>

/** "Tank size (l)" → tankSizeL: how an attribute is called in files and in the API. */
export function keyOf(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const key = words
    .map((word, i) => {
      if (i > 0) return word.charAt(0).toUpperCase() + word.slice(1)
      return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
    })
    .join('')
    .slice(0, 40)
  return /^[a-z]/.test(key) || key === '' ? key : `a${key}`
}
