import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from '@/lib/api/client'
import type { PullList } from '@/lib/pull-lists'

/** A part of a sum; `each` and `sum` are in the unit of the sum. */
export type Term = { lineId: string | null; name: string; pieces: number; each: number; sum: number }
export type PhaseLoad = {
  phase: number
  watts: number
  amps: number
  /** Null where it is not known. */
  limitAmps: number | null
  overAmps: number | null
  terms: Term[]
}
/** What one set of distros, or the supply as a whole, carries. */
export type Feed = { groupId: string | null; groupName: string | null; phases: PhaseLoad[]; limits: Term[] }
export type Power = {
  volts: number
  voltsBetweenPhases: number
  fromVenue: boolean
  watts: number
  supply: Feed
  feeds: Feed[]
}
export type Sockets = {
  type: string
  plugs: number
  sockets: number
  missing: number
  spare: number
  plugTerms: Term[]
  socketTerms: Term[]
}
/** What is wanted of something against what there is of it. */
export type Balance = {
  wanted: number
  there: number
  missing: number
  spare: number
  wantedTerms: Term[]
  thereTerms: Term[]
}
/** One kind of signal: connections against cables, outputs that are used against inputs, inputs that are used against outputs. */
export type Signals = { type: string; cables: Balance; inputs: Balance; outputs: Balance }
/** What a group brings onto a point; its terms are those of the group's load without its hoists. */
export type Hung = {
  groupId: string
  groupName: string
  sharePercent: number
  loadKilograms: number
  hoist: string | null
  hoistLimitKilograms: number | null
  hoistKilograms: number | null
  hoistOverKilograms: number | null
  terms: Term[]
}
export type PointLoad = {
  pointId: string
  name: string
  roomName: string
  limitKilograms: number
  loadKilograms: number
  overKilograms: number | null
  groups: Hung[]
}
export const gaps = [
  'NO_VENUE',
  'VENUE_HIDDEN',
  'NO_SUPPLY',
  'NO_DISTRO',
  'POWER_UNKNOWN',
  'RATING_UNKNOWN',
  'RATING_GUESSED',
  'WEIGHT_UNKNOWN',
  'NOT_HUNG',
  'FEWER_HOISTS',
  'POINT_ELSEWHERE',
] as const
export type Gap = (typeof gaps)[number]
export type Missing = { gap: Gap; lineId: string | null; name: string | null; pieces: number }
export type Report = {
  eventId: string
  listId: string | null
  power: Power
  sockets: Sockets[]
  signals: Signals[]
  points: PointLoad[]
  missing: Missing[]
}

/** As much of an event, its lists and its venue as this page asks of them. */
export type EventOf = {
  id: string
  number: string | null
  name: string
  phase: string
  template: boolean
  venueId: string | null
  venueName: string | null
  roomId: string | null
}
export type Line = { id: string; productId: string | null }
export type Point = { id: string; name: string; workingLoadLimitKilograms: number }
export type Room = { id: string; name: string; riggingPoints: Point[] }
export type Connector = { kind: string; type: string; count: number }
export type Product = { id: string; name: string; connectors: Connector[] }

export const eventQuery = (id: string) =>
  queryOptions({ queryKey: ['events', id], queryFn: ({ signal }) => api.get<EventOf>(`/events/${id}`, { signal }) })
export const reportQuery = (eventId: string, list: string | undefined) =>
  queryOptions({
    queryKey: ['events', eventId, 'technical', list ?? null],
    queryFn: ({ signal }) => api.get<Report>(`/events/${eventId}/technical`, { query: { list }, signal }),
    // Lists, products and venue all go into it.
    staleTime: 0,
  })
/** To find the product of a line; what stands beyond the first of a very long list is looked for by name instead. */
export const firstLinesQuery = (listId: string) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'first-lines'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Line>>(`/pull-lists/${listId}/lines`, { query: { limit: 500 }, signal })).items,
    staleTime: 60_000,
  })
export const roomsQuery = (venueId: string) =>
  queryOptions({
    queryKey: ['venues', venueId],
    queryFn: ({ signal }) => api.get<{ rooms: Room[] }>(`/venues/${venueId}`, { signal }),
  })

export type HangingPoint = { pointId: string; sharePercent: number | null }
export const riggingQuery = (listId: string) =>
  queryOptions({
    queryKey: ['pull-lists', listId, 'rigging'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<{ groupId: string; points: HangingPoint[] }>>(`/pull-lists/${listId}/rigging`, { signal })).items,
  })

export const touched = ['pull-lists', 'events', 'history'] as const
export const fetchList = (id: string) => api.get<PullList>(`/pull-lists/${id}`)
export const hang = (listId: string, groupId: string, points: HangingPoint[], version: number | undefined) =>
  api.put(`/pull-lists/${listId}/groups/${groupId}/rigging`, { points }, { version })
export const addLine = (
  list: { id: string; version: number },
  line: { productId: string; quantity: number; groupId: string | null },
  despite: string | undefined,
) =>
  api.post(
    `/pull-lists/${list.id}/lines`,
    { lines: [{ kind: 'PRODUCT', productId: line.productId, quantity: line.quantity }], groupId: line.groupId },
    { version: list.version, query: { despite } },
  )
