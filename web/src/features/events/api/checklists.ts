import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'

export type Task = { id: string; text: string; dueAt: string | null; doneAt: string | null; doneByName: string | null }
export type Checklist = { id: string; eventId: string; name: string; items: Task[]; version: number }

export const checklistsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['checklists', eventId],
    queryFn: ({ signal }) => api.get<Page<Checklist>>(`/events/${eventId}/checklists`, { signal }),
  })

type Item = { id: string | null; text: string; dueAt: string | null }
/** Items that keep their id stay done. */
export type ChecklistDetails = { name: string; items: Item[] }

const path = (list: Checklist) => `/events/${list.eventId}/checklists/${list.id}`
export const createChecklist = (eventId: string, details: ChecklistDetails) =>
  api.post<Checklist>(`/events/${eventId}/checklists`, details)
export const changeChecklist = (list: Checklist, details: ChecklistDetails) =>
  api.put<Checklist>(path(list), details, { version: list.version })
export const removeChecklist = (list: Checklist) => api.delete(path(list), { version: list.version })
export const tick = (list: Checklist, task: Task, done: boolean) =>
  api.post<Checklist>(`${path(list)}/items/${task.id}/tick`, { done })

export const itemsOf = (list: Checklist): Item[] => list.items.map(({ id, text, dueAt }) => ({ id, text, dueAt }))

/** The tasks with the one at `from` standing at `to`. */
export function reordered<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const next = [...things]
  const [moved] = next.splice(from, 1)
  if (moved !== undefined) next.splice(to, 0, moved)
  return next
}
