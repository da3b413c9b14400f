import { api } from '@/lib/api/client'
import type { Me } from '@/lib/session'
import { z } from '@/lib/validation'

export const setupInput = z.object({
  companyName: z.string().trim().min(1).max(200),
  ownerName: z.string().trim().min(1).max(200),
  email: z.email(),
  password: z.string().min(10),
  locale: z.string(),
  timeZone: z.string().min(1),
  currency: z.string().min(3),
})
export type SetupInput = z.infer<typeof setupInput>

export const setUp = (input: SetupInput) => api.post<Me>('/setup', input)
