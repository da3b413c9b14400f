import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const kinds = ['TOUR', 'FESTIVAL', 'SERIES'] as const
export type Kind = (typeof kinds)[number]
export type Project = {
  id: string
  number: string
  name: string
  kind: Kind
  clientId: string | null
  clientName: string | null
  colour: string | null
  notes: string | null
  /** How many; those between `firstAt` and `lastAt` that are not cancelled. */
  events: number
  firstAt: string | null
  lastAt: string | null
  archivedAt: string | null
  createdAt: string
  changedAt: string
  version: number
}

export const touchedByProjects = ['projects', 'events', 'history'] as const

export const projectQuery = (id: string) =>
  queryOptions({ queryKey: ['projects', id], queryFn: ({ signal }) => api.get<Project>(`/projects/${id}`, { signal }) })

export const projectInput = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(kinds),
  clientId: z.string().nullable(),
  colour: z.string().nullable(),
  notes: z.string().max(20_000).nullable(),
})
export type ProjectInput = Pick<Project, 'name' | 'kind' | 'clientId' | 'colour' | 'notes'>
export const emptyProject: ProjectInput = { name: '', kind: 'TOUR', clientId: null, colour: null, notes: null }
export const projectInputOf = ({ name, kind, clientId, colour, notes }: Project): ProjectInput => ({
  name,
  kind,
  clientId,
  colour,
  notes,
})
