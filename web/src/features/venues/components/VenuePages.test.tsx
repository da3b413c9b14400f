import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import { type Venue, voltAmperes } from '../api/venues'
import { nextName } from './rows'

const supply = { id: 's1', name: 'Stage left', connector: 'CEE 63 A', phases: 3, ampsPerPhase: 63, volts: 400, count: 1 }
const venue = (more: Partial<Venue> = {}): Venue => ({
  id: 'v1',
  name: 'Old Foundry',
  addressLines: ['Yard 3'],
  city: 'Berlin',
  country: 'DE',
  latitude: null,
  longitude: null,
  timeZone: 'Europe/Berlin',
  web: null,
  loading: null,
  dock: null,
  doorWidthMillimetres: 2400,
  doorHeightMillimetres: 2800,
  parking: null,
  notes: null,
  tags: [],
  contacts: [],
  powerSupplies: [{ ...supply, id: 's0', name: 'Yard', connector: 'CEE 125 A', ampsPerPhase: 125 }],
  rooms: [
    {
      id: 'r1',
      name: 'Great Hall',
      capacity: 1200,
      lengthMillimetres: 40_000,
      widthMillimetres: 22_500,
      heightMillimetres: 9_000,
      floorLoadKilogramsPerSquareMetre: 500,
      notes: null,
      powerSupplies: [supply],
      riggingPoints: [
        {
          id: 'p1',
          name: 'P1',
          workingLoadLimitKilograms: 500,
          heightMillimetres: 8_500,
          xMillimetres: 5_000,
          yMillimetres: 4_000,
        },
      ],
    },
  ],
  archivedAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = (one = venue()) =>
  fakeServer().on('GET /venues', page([])).on('GET /venues/tags', page([])).on('GET /venues/:id', one)

beforeEach(() => localStorage.clear())

it('shows what each room carries and gives', async () => {
  serve()
  renderRoute('/venues/v1?tab=rooms')
  const hall = await screen.findByRole('region', { name: 'Great Hall' })
  expect(within(hall).getByText('1,200 people · 40 × 22.5 × 9 m · floor carries 500 kg/m²')).toBeVisible()
  expect(within(hall).getByText('43.6 kVA')).toBeVisible()
  expect(within(hall).getByText('500 kg')).toBeVisible()
  expect(within(hall).getByRole('img', { name: 'Plan of Great Hall with 1 rigging point' })).toBeVisible()
})

it('adds a rigging point that goes on from the last one, and saves the room as a whole', async () => {
  const server = serve().on('PATCH /venues/:id', venue())
  const { user } = renderRoute('/venues/v1?tab=rooms')
  await user.click(await screen.findByRole('button', { name: 'Edit Great Hall' }))
  const form = await screen.findByRole('dialog', { name: 'Edit room' })
  await user.click(await within(form).findByRole('button', { name: 'Add rigging point' }))
  expect(await within(form).findByRole('textbox', { name: 'Point, line 2' })).toHaveValue('P2')
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await expect.poll(() => server.last('PATCH', '/venues/v1')?.headers.get('If-Match')).toBe('"7"')
  const { rooms } = server.last('PATCH', '/venues/v1')!.body as Venue
  expect(rooms[0]).toMatchObject({ id: 'r1', name: 'Great Hall', powerSupplies: [supply] })
  expect(rooms[0]!.riggingPoints).toMatchObject([
    { id: 'p1', name: 'P1' },
    { id: null, name: 'P2', workingLoadLimitKilograms: 500, heightMillimetres: 8_500 },
  ])
})

it('lists the power of the house and of its rooms with one sum', async () => {
  serve()
  renderRoute('/venues/v1?tab=power')
  expect(await screen.findByText('Whole venue')).toBeVisible()
  expect(screen.getByText('130.3 kVA')).toBeVisible()
  expect(voltAmperes({ ...supply, phases: 1, volts: 230, ampsPerPhase: 16, count: 2 })).toBe(7_360)
})

it('counts names on', () => {
  expect(nextName('P09', '?')).toBe('P10')
  expect(nextName('Point 9', '?')).toBe('Point 10')
  expect(nextName('Yard', 'P3')).toBe('P3')
  expect(nextName(undefined, 'P1')).toBe('P1')
})
