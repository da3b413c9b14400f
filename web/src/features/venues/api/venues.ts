import { queryOptions } from '@tanstack/react-query'
import type { Contact } from '@/components/contacts/ContactsTab'
import { api, type Page } from '@/lib/api/client'
import { linesOf } from '@/lib/countries'
import { z } from '@/lib/validation'

export type VenueLine = {
  id: string
  name: string
  city: string | null
  country: string | null
  timeZone: string
  rooms: number
  capacity: number | null
  riggingPoints: number
  tags: string[]
  archivedAt: string | null
  createdAt: string
  changedAt: string
  version: number
}
export type PowerSupply = {
  id: string | null
  name: string
  connector: string
  phases: number
  ampsPerPhase: number
  volts: number
  count: number
}
export type RiggingPoint = {
  id: string | null
  name: string
  workingLoadLimitKilograms: number
  heightMillimetres: number | null
  xMillimetres: number | null
  yMillimetres: number | null
}
export type Room = {
  id: string
  name: string
  capacity: number | null
  lengthMillimetres: number | null
  widthMillimetres: number | null
  heightMillimetres: number | null
  floorLoadKilogramsPerSquareMetre: number | null
  notes: string | null
  powerSupplies: PowerSupply[]
  riggingPoints: RiggingPoint[]
}
export type Venue = Omit<VenueLine, 'rooms' | 'capacity' | 'riggingPoints'> & {
  addressLines: string[]
  latitude: number | null
  longitude: number | null
  web: string | null
  loading: string | null
  dock: string | null
  doorWidthMillimetres: number | null
  doorHeightMillimetres: number | null
  parking: string | null
  notes: string | null
  contacts: Contact[]
  powerSupplies: PowerSupply[]
  rooms: Room[]
}

export const venueQuery = (id: string) =>
  queryOptions({ queryKey: ['venues', id], queryFn: ({ signal }) => api.get<Venue>(`/venues/${id}`, { signal }) })
export const venueTagsQuery = queryOptions({
  queryKey: ['venues', 'tags'],
  queryFn: ({ signal }) => api.get<Page<string>>('/venues/tags', { signal }),
  staleTime: 60_000,
})

/** What a supply gives in all, in volt-amperes: √3 between phases, where there are three. */
export const voltAmperes = ({ phases, volts, ampsPerPhase, count }: PowerSupply) =>
  (phases === 3 ? Math.sqrt(3) : 1) * volts * ampsPerPhase * count

const optionalText = (max: number) => z.string().max(max).nullable()
const millimetres = (max: number) => z.number().int().min(1).max(max).nullable()

export const venueInput = z.object({
  name: z.string().trim().min(1).max(200),
  addressText: optionalText(1600),
  city: optionalText(100),
  country: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  timeZone: z.string().min(1),
  web: optionalText(2000),
  loading: optionalText(5000),
  dock: optionalText(5000),
  doorWidthMillimetres: millimetres(100_000),
  doorHeightMillimetres: millimetres(100_000),
  parking: optionalText(5000),
  notes: optionalText(10_000),
  tags: z.array(z.string().max(40)).max(20),
})
export type VenueInput = z.infer<typeof venueInput>

export const venueInputOf = (venue: Venue): VenueInput => ({
  name: venue.name,
  addressText: venue.addressLines.join('\n') || null,
  city: venue.city,
  country: venue.country,
  latitude: venue.latitude,
  longitude: venue.longitude,
  timeZone: venue.timeZone,
  web: venue.web,
  loading: venue.loading,
  dock: venue.dock,
  doorWidthMillimetres: venue.doorWidthMillimetres,
  doorHeightMillimetres: venue.doorHeightMillimetres,
  parking: venue.parking,
  notes: venue.notes,
  tags: venue.tags,
})
/** As the server takes it: the address line by line. */
export const venueBody = ({ addressText, ...rest }: Partial<VenueInput>) =>
  addressText === undefined ? rest : { ...rest, addressLines: linesOf(addressText) }

/** For a new one; where and how to get in can follow. */
export const newVenueInput = z.object({
  name: z.string().trim().min(1).max(200),
  addressText: optionalText(1600),
  city: optionalText(100),
  country: z.string().nullable(),
  timeZone: z.string().min(1),
  tags: z.array(z.string().max(40)).max(20),
})
export type NewVenueInput = z.infer<typeof newVenueInput>

const supply = z.object({
  id: z.string().nullable(),
  name: z.string().trim().min(1).max(200),
  connector: z.string().trim().min(1).max(100),
  phases: z.number().int(),
  ampsPerPhase: z.number().int().min(1).max(10_000),
  volts: z.number().int().min(1).max(1_000),
  count: z.number().int().min(1).max(1_000),
})
const point = z.object({
  id: z.string().nullable(),
  name: z.string().trim().min(1).max(100),
  workingLoadLimitKilograms: z.number().int().min(1).max(1_000_000),
  heightMillimetres: millimetres(1_000_000),
  xMillimetres: z.number().int().min(-10_000_000).max(10_000_000).nullable(),
  yMillimetres: z.number().int().min(-10_000_000).max(10_000_000).nullable(),
})
export const suppliesInput = z.object({ powerSupplies: z.array(supply).max(100) })
export type SuppliesInput = z.infer<typeof suppliesInput>
export const roomInput = z.object({
  name: z.string().trim().min(1).max(200),
  capacity: z.number().int().min(0).max(1_000_000).nullable(),
  lengthMillimetres: millimetres(10_000_000),
  widthMillimetres: millimetres(10_000_000),
  heightMillimetres: millimetres(10_000_000),
  floorLoadKilogramsPerSquareMetre: z.number().int().min(1).max(1_000_000).nullable(),
  notes: optionalText(10_000),
  powerSupplies: z.array(supply).max(100),
  riggingPoints: z.array(point).max(500),
})
export type RoomInput = z.infer<typeof roomInput>

export const roomInputOf = (room: Room | undefined): RoomInput => ({
  name: room?.name ?? '',
  capacity: room?.capacity ?? null,
  lengthMillimetres: room?.lengthMillimetres ?? null,
  widthMillimetres: room?.widthMillimetres ?? null,
  heightMillimetres: room?.heightMillimetres ?? null,
  floorLoadKilogramsPerSquareMetre: room?.floorLoadKilogramsPerSquareMetre ?? null,
  notes: room?.notes ?? null,
  powerSupplies: room?.powerSupplies ?? [],
  riggingPoints: room?.riggingPoints ?? [],
})
