import { type OwnInput, ownInput, ownInputOf, ownPatch } from '@/components/form/own-fields'
import type { Money } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { instantOf, wallOf } from '@/lib/wall'
import { type Block, blockKinds, type Event, type Occupancy } from './events'

const wall = z.string().min(1)
const minutes = z.number().min(0).max(86_400)

/** As people enter it: times are those of the clocks at the venue, without a zone of their own. */
export const eventInput = z.object({
  name: z.string().trim().min(1).max(200),
  projectId: z.string().nullable(),
  clientId: z.string().nullable(),
  venueId: z.string().nullable(),
  roomId: z.string().nullable(),
  plannerId: z.string().nullable(),
  warehouseId: z.string().nullable(),
  typeId: z.string().min(1),
  tags: z.array(z.string().max(50)).max(30),
  timeZone: z.string().min(1),
  from: wall,
  to: wall,
  occupancy: z.object({
    prepMinutes: minutes,
    transitBeforeMinutes: minutes,
    transitAfterMinutes: minutes,
    turnaroundMinutes: minutes,
  }),
  blocks: z
    .array(
      z.object({
        id: z.string().nullable(),
        kind: z.enum(blockKinds),
        stage: z.string().max(100).nullable(),
        from: wall,
        to: wall,
        note: z.string().max(1000).nullable(),
      }),
    )
    .max(500),
  notes: z.string().max(20_000).nullable(),
  custom: ownInput,
  value: z.object({ amountMinor: z.number(), currency: z.string() }).nullable(),
  probabilityPercent: z.number().min(0).max(100).nullable(),
})
export type EventInput = {
  name: string
  projectId: string | null
  clientId: string | null
  venueId: string | null
  roomId: string | null
  plannerId: string | null
  warehouseId: string | null
  typeId: string
  tags: string[]
  timeZone: string
  from: string
  to: string
  occupancy: Occupancy
  blocks: Block[]
  notes: string | null
  custom: OwnInput
  value: Money | null
  probabilityPercent: number | null
}

export function eventInputOf(event: Event): EventInput {
  const at = (instant: string) => wallOf(instant, event.timeZone)
  return {
    name: event.name,
    projectId: event.projectId,
    clientId: event.clientId,
    venueId: event.venueId,
    roomId: event.roomId,
    plannerId: event.plannerId,
    warehouseId: event.warehouseId,
    typeId: event.typeId,
    tags: event.tags,
    timeZone: event.timeZone,
    from: at(event.from),
    to: at(event.to),
    occupancy: event.occupancy,
    blocks: event.blocks.map((block) => ({ ...block, from: at(block.from), to: at(block.to) })),
    notes: event.notes,
    custom: ownInputOf(event.custom),
    value: event.value,
    probabilityPercent: event.probabilityPercent,
  }
}

/** When it is, in instants; who moves one of zone, ends and blocks says all of them anew. */
export function timesOf({ timeZone, from, to, blocks }: Pick<EventInput, 'timeZone' | 'from' | 'to' | 'blocks'>) {
  const at = (text: string) => instantOf(text.slice(0, 16), timeZone)
  return {
    timeZone,
    from: at(from),
    to: at(to),
    blocks: blocks.map((block) => ({ ...block, from: at(block.from), to: at(block.to) })),
  }
}

/** A new event as the server takes it. */
export const newEventBody = (values: EventInput) => ({ ...values, ...timesOf(values), custom: ownPatch(values.custom) })

/** What a person changed, as the server takes it. */
export function eventPatch(values: EventInput, changed: Partial<EventInput>) {
  const { timeZone, from, to, blocks, custom, ...others } = changed
  const own = custom ? ownPatch(custom) : {}
  const rest = Object.keys(own).length ? { ...others, custom: own } : others
  const moved = [timeZone, from, to, blocks].some((one) => one !== undefined)
  return moved ? { ...rest, ...timesOf(values) } : rest
}
