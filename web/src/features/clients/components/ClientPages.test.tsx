import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Client } from '../api/clients'

const client = (more: Partial<Client> = {}): Client => ({
  id: 'c1',
  name: 'Nordlicht Konzerte',
  code: 'NOLI',
  vatNumber: null,
  vatCheck: null,
  addressLines: ['Hafenstr. 12', '20457 Hamburg'],
  country: 'DE',
  email: null,
  phone: '+49 40 555010',
  web: null,
  language: 'de',
  tags: ['Festival'],
  notes: null,
  billingName: null,
  billingEmail: null,
  buyerReference: null,
  paymentDays: null,
  currency: null,
  preferredBrands: [],
  avoidedBrands: [],
  custom: {},
  addresses: [],
  contacts: [
    { id: 'p1', name: 'Jule Petersen', role: 'Booking', email: 'jule@nordlicht.example', phone: null, preferred: true },
    { id: 'p2', name: 'Tom Krug', role: null, email: null, phone: '+49 40 1', preferred: false },
  ],
  archivedAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = (one = client()) =>
  fakeServer()
    .on('GET /clients', page([one]))
    .on('GET /clients/tags', page(['Festival', 'Tour']))
    .on('GET /clients/brands', page(['Robe']))
    .on('GET /clients/similar', page([]))
    .on('GET /clients/:id', one)

beforeEach(() => localStorage.clear())

it('creates a client with its address line by line', async () => {
  const server = serve().on('POST /clients', client())
  const { user } = renderRoute('/clients')
  await user.click((await screen.findAllByRole('button', { name: 'New client' }))[0]!)
  const form = await screen.findByRole('dialog', { name: 'New client' })
  await user.type(await within(form).findByRole('textbox', { name: /^Name/ }), 'Nordlicht Konzerte')
  await user.type(within(form).getByRole('textbox', { name: 'Billing address' }), 'Hafenstr. 12{enter} {enter}20457 Hamburg')
  await user.click(within(form).getByRole('button', { name: 'Create client' }))
  expect(await screen.findByRole('heading', { name: 'Nordlicht Konzerte', level: 1 })).toBeVisible()
  expect(server.last('POST', '/clients')?.body).toMatchObject({
    name: 'Nordlicht Konzerte',
    addressLines: ['Hafenstr. 12', '20457 Hamburg'],
  })
})

it('prefers one contact at a time', async () => {
  const server = serve().on('PATCH /clients/:id', client())
  const { user } = renderRoute('/clients/c1?tab=contacts')
  await user.click(await screen.findByRole('button', { name: 'Actions for Tom Krug' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit contact' }))
  const form = await screen.findByRole('dialog', { name: 'Edit contact' })
  await user.click(await within(form).findByRole('switch', { name: /^Preferred/ }))
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await expect.poll(() => server.last('PATCH', '/clients/c1')?.headers.get('If-Match')).toBe('"7"')
  const { contacts } = server.last('PATCH', '/clients/c1')!.body as Client
  expect(contacts.map(({ id, preferred }) => [id, preferred])).toEqual([
    ['p1', false],
    ['p2', true],
  ])
})

it('says at the field of a new contact what the server minds', async () => {
  serve().on('PATCH /clients/:id', () => {
    throw refuse(400, 'invalid', {
      errors: [{ field: 'contacts[2].phone', code: 'too-long', message: 'Use at most 50 characters.' }],
    })
  })
  const { user } = renderRoute('/clients/c1?tab=contacts')
  await user.click(await screen.findByRole('button', { name: 'Add contact' }))
  const form = await screen.findByRole('dialog', { name: 'Add contact' })
  await user.type(await within(form).findByRole('textbox', { name: /^Name/ }), 'Ada')
  await user.click(within(form).getByRole('button', { name: 'Add contact' }))
  expect(await within(form).findByText('Use at most 50 characters.')).toBeVisible()
})

it('warns of a client that may be the same', async () => {
  serve().on(
    'GET /clients/similar',
    page([{ id: 'c9', name: 'Nordlicht GmbH', code: null, archived: false, by: ['NAME', 'PHONE'] }]),
  )
  const { user } = renderRoute('/clients')
  await user.click((await screen.findAllByRole('button', { name: 'New client' }))[0]!)
  const form = await screen.findByRole('dialog', { name: 'New client' })
  await user.type(await within(form).findByRole('textbox', { name: /^Name/ }), 'Nordlicht AG')
  expect(await within(form).findByRole('link', { name: 'Nordlicht GmbH' })).toBeVisible()
  expect(within(form).getByText(/same name, same phone/)).toBeVisible()
})

it('merges another client after showing what that means', async () => {
  const other = client({ id: 'c2', name: 'Nordlicht', code: null, version: 3 })
  const server = fakeServer()
    .on('GET /clients', page([other]))
    .on('GET /clients/tags', page([]))
    .on('GET /clients/brands', page([]))
    .on('GET /clients/similar', page([{ id: 'c2', name: 'Nordlicht', code: null, archived: false, by: ['NAME'] }]))
    .on('GET /clients/c2', other)
    .on('GET /clients/c1', client())
    .on('GET /clients/c1/merge', { becomes: { email: 'mail@nord.example' }, uses: ['3 events'] })
    .on('POST /clients/c1/merge', client())
  const { user } = renderRoute('/clients/c1')
  await user.click(await screen.findByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Merge with another client' }))
  const dialog = await screen.findByRole('dialog', { name: /Merge/ })
  await user.click(await within(dialog).findByRole('button', { name: 'Nordlicht' }))
  expect(await within(dialog).findByText(/3 events/)).toBeVisible()
  expect(within(dialog).getByText(/mail@nord.example/)).toBeVisible()
  const ofGone = () => server.calls.filter((one) => /\/clients\/(c2|c1\/merge)/.test(one.path) && one.method === 'GET').length
  const asked = ofGone()
  const before = server.calls.filter((one) => one.path === '/clients/c1').length
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
  await expect.poll(() => server.last('POST', '/clients/c1/merge')?.body).toEqual({ otherId: 'c2', otherVersion: 3 })
  expect(server.last('POST', '/clients/c1/merge')?.headers.get('If-Match')).toBe('"7"')
  await expect.poll(() => server.calls.filter((one) => one.path === '/clients/c1').length).toBeGreaterThan(before)
  await expect.poll(() => screen.queryByRole('dialog', { name: /Merge/ })).toBeNull()
  expect(ofGone()).toBe(asked)
  expect(screen.getByRole('heading', { name: 'Nordlicht Konzerte', level: 1 })).toBeVisible()
})

it('leads from a merged client to the one it became part of', async () => {
  fakeServer()
    .on('GET /clients/old', () => {
      throw refuse(404, 'client-merged', { facts: { intoId: 'c1', into: 'Nordlicht Konzerte', name: 'Old' } })
    })
    .on('GET /clients/c1', client())
    .on('GET /clients/tags', page([]))
    .on('GET /clients/brands', page([]))
    .on('GET /clients/similar', page([]))
  renderRoute('/clients/old')
  expect(await screen.findByRole('heading', { name: 'Nordlicht Konzerte', level: 1 })).toBeVisible()
})
