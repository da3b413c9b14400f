import { useEffect, useState } from 'react'
import type { z } from '@/lib/validation'

/** Whether a value is what the schema wants, beside a form; false until zod has come. */
export function useValid(schema: z.ZodType, value: unknown): boolean {
  const [check, setCheck] = useState<(schema: z.ZodType, value: unknown) => boolean>()
  useEffect(() => void import('./check').then(({ isValid }) => setCheck(() => isValid)), [])
  return check?.(schema, value) ?? false
}
