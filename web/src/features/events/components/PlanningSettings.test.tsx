import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import { inOrder } from '../api/planning'

const type = (more: object = {}) => ({
  id: 't1',
  name: 'Concert',
  colour: '#3366cc',
  standard: false,
  workflow: [{ id: 'w1', name: 'Offer sent', phase: 'QUOTED' }],
  archivedAt: null,
  version: 4,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const settings = {
  events: { prefix: 'E-', width: 4, next: 12 },
  projects: { prefix: 'P-', width: 4, next: 2 },
  occupancy: { prepMinutes: 0, transitBeforeMinutes: 0, transitAfterMinutes: 0, turnaroundMinutes: 0 },
  betweenWarehouses: { minutes: 240, cost: null },
  version: 3,
}
const serve = () =>
  fakeServer()
    .on('GET /event-types', page([type()]))
    .on('GET /events/settings', settings)

beforeEach(() => localStorage.clear())

it('adds a phase of the company’s own and keeps them in order', async () => {
  const server = serve().on('PATCH /event-types/:id', type())
  const { user } = renderRoute('/settings/planning')
  await user.click(await screen.findByRole('button', { name: 'Actions for Concert' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit type' }))
  const form = await screen.findByRole('dialog', { name: 'Edit type' })
  await user.click(await within(form).findByRole('button', { name: 'Add own phase' }))
  const second = within(form).getByRole('listitem', { name: 'Own phase 2' })
  await user.type(within(second).getByRole('textbox', { name: /^Name/ }), 'Lead')
  await user.click(within(second).getByRole('combobox', { name: /^Means/ }))
  await user.click(await screen.findByRole('option', { name: 'Enquiry' }))
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => server.last('PATCH', '/event-types/t1')?.body)
    .toEqual({
      workflow: [
        { id: null, name: 'Lead', phase: 'ENQUIRY' },
        { id: 'w1', name: 'Offer sent', phase: 'QUOTED' },
      ],
    })
})

it('says that a type in use is archived instead', async () => {
  serve().on('DELETE /event-types/:id', () => {
    throw refuse(409, 'event-type-in-use')
  })
  const { user } = renderRoute('/settings/planning')
  await user.click(await screen.findByRole('button', { name: 'Actions for Concert' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete type' }))
  const dialog = await screen.findByRole('dialog', { name: 'Delete Concert?' })
  await user.click(within(dialog).getByRole('button', { name: 'Delete type' }))
  expect(await within(dialog).findByText(/Archive it instead/)).toBeVisible()
})

it('keeps what new events take in minutes, and numbers without a prefix', async () => {
  const server = serve().on('PUT /events/settings', settings)
  const { user } = renderRoute('/settings/planning')
  const prep = await screen.findByRole('textbox', { name: /^Prep/ })
  await user.clear(prep)
  await user.type(prep, '1.5')
  await user.clear(screen.getByRole('textbox', { name: 'Prefix of projects' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => server.last('PUT', '/events/settings')?.body)
    .toMatchObject({
      occupancy: { prepMinutes: 90 },
      projects: { prefix: '', width: 4, next: 2 },
    })
  expect(server.last('PUT', '/events/settings')?.headers.get('If-Match')).toBe('"3"')
})

it('sorts own phases by what they mean', () => {
  const step = (name: string, phase: 'CANCELLED' | 'ENQUIRY' | 'PREP') => ({ id: null, name, phase })
  const names = inOrder([step('c', 'CANCELLED'), step('b', 'PREP'), step('a', 'ENQUIRY'), step('b2', 'PREP')])
  expect(names.map((one) => one.name)).toEqual(['a', 'b', 'b2', 'c'])
})
