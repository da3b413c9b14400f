import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

/** How cases get their numbers: FC-0042 has the prefix FC- and four digits. */
export const numberingInput = z.object({
  prefix: z.string().max(20).nullable(),
  width: z.number().int().min(1).max(10),
  next: z.number().int().min(1),
})
export type NumberingInput = z.infer<typeof numberingInput>
export type Numbering = { prefix: string; width: number; next: number; version: number }

export const numberingQuery = queryOptions({
  queryKey: ['cases', 'numbering'],
  queryFn: ({ signal }) => api.get<Numbering>('/cases/numbering', { signal }),
})
export const changeNumbering = ({ prefix, ...rest }: NumberingInput, version: number | undefined) =>
  api.put<Numbering>('/cases/numbering', { ...rest, prefix: prefix ?? '' }, { version })
export const numberingInputOf = ({ prefix, width, next }: Numbering): NumberingInput => ({ prefix, width, next })
