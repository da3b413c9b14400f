// What a form needs to check what was entered, see ResourceForm.
import { zodResolver } from '@hookform/resolvers/zod'
import type { z } from '@/lib/validation'
import { realSchema } from '@/lib/validation-zod'

export const resolverOf = (schema: z.ZodType) => zodResolver(realSchema(schema) as never)
export const isValid = (schema: z.ZodType, value: unknown) => realSchema(schema).safeParse(value).success
