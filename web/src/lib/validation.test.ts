import { describe, expect, it } from 'vitest'
import { z } from './validation'
import { realSchema } from './validation-zod'

describe('a schema that was written down', () => {
  const place = z.object({ name: z.string().trim().min(1).max(5), kind: z.enum(['SHELF', 'BIN']) })
  const check = (schema: z.ZodType, value: unknown) => realSchema(schema).safeParse(value)

  it('checks as zod does, in our words', () => {
    expect(check(place, { name: ' A1 ', kind: 'BIN' })).toMatchObject({ success: true, data: { name: 'A1', kind: 'BIN' } })
    expect(check(place, { name: 'too long', kind: 'BIN' }).error?.issues[0]).toMatchObject({
      path: ['name'],
      message: 'At most 5 characters',
    })
  })
  it('stands in others: lists, unions, extensions, rules of its own', () => {
    const hall = place.omit({ kind: true }).extend({
      shelves: z.array(z.union([place, z.string().regex(/^S\d$/)])).max(2),
      code: z.string().optional(),
    })
    const ruled = hall.superRefine(({ name }, found) => {
      if (name === 'no') found.addIssue({ code: 'custom', path: ['name'], message: 'Never' })
    })
    expect(check(ruled, { name: 'Hall', shelves: ['S1', { name: 'A', kind: 'SHELF' }] }).success).toBe(true)
    expect(check(ruled, { name: 'Hall', shelves: ['X'] }).success).toBe(false)
    expect(check(ruled, { name: 'no', shelves: [] }).error?.issues[0]?.message).toBe('Never')
  })
  it('says so when it is asked to check something itself', () => {
    expect(() => place.parse({})).toThrow('realSchema')
  })
  it('is made once', () => {
    expect(realSchema(place)).toBe(realSchema(place))
  })
})
