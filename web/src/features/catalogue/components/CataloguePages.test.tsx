import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Category, Product } from '../api/catalogue'
import { keyOf } from '../api/categories'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const product = (i: number, name: string): Partial<Product> => ({
  id: `p${i}`,
  kind: 'SERIALISED',
  name,
  manufacturer: 'Acme',
  model: `F${i}`,
  barcodes: [],
  connectors: [],
  attributes: {},
  widthMillimetres: null,
  heightMillimetres: null,
  depthMillimetres: null,
  version: 1,
})
const fog: Category = {
  id: 'c1',
  parentId: null,
  name: 'Fog',
  position: 0,
  path: ['Fog'],
  attributes: [
    { key: 'tankSize', label: 'Tank size', type: 'NUMBER', unit: 'l', required: true, choices: [], min: null, max: null },
  ],
  inherited: [],
  prepMinutes: 90,
  turnaroundMinutes: null,
  products: 0,
  version: 1,
}
const serve = () =>
  fakeServer()
    .on('GET /categories', page([fog]))
    .on('GET /products/facets', { manufacturers: [] })
    .on('GET /conditions', page([]))
    .on('GET /assets', page([]))
    .on('GET /locations', page([]))
    .on('GET /products', page([product(1, 'Fogger'), product(2, 'Hazer')]))
    .on('GET /products/:id', ({ params }) => product(Number(params[0]!.slice(1)), 'Fogger'))

beforeEach(() => localStorage.clear())

it('creates a product with what its category asks for, and goes there without asking back', async () => {
  const server = serve().on('POST /products', ({ body }) => {
    const asked = body as Product
    if (asked.attributes.tankSize === undefined || asked.attributes.tankSize === null)
      throw refuse(400, 'invalid', {
        errors: [{ field: 'attributes.tankSize', code: 'required', message: 'Fill in Tank size.' }],
      })
    return product(1, asked.name)
  })
  const { user, router } = renderRoute('/products/new')
  await user.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Fogger')
  await user.click(screen.getByRole('combobox', { name: 'Category' }))
  await user.click(await screen.findByRole('option', { name: 'Fog' }))
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByText('Fill in Tank size.')
  await user.type(screen.getByRole('textbox', { name: /^Tank size/ }), '2.5')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/products/p1'))
  expect(screen.queryByText('Leave without saving?')).toBeNull()
  expect(server.last('POST', '/products')!.body).toMatchObject({ name: 'Fogger', attributes: { tankSize: 2.5 } })
})

it('adds one more where a component is in the kit already', async () => {
  const server = serve().on('GET /kits', page([])).on('POST /kits', { id: 'k1' }).on('GET /kits/:id', refuse(404, 'not-found'))
  const { user } = renderRoute('/kits')
  await user.click((await screen.findAllByRole('button', { name: 'New kit' }))[0]!)
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(await dialog.findByRole('textbox', { name: /^Code/ }), 'FOG')
  await user.type(dialog.getByRole('textbox', { name: /^Name/ }), 'Fog set')
  for (const _ of [1, 2]) {
    await user.click(dialog.getByRole('combobox', { name: 'Add a component' }))
    await user.click(await screen.findByRole('option', { name: 'Fogger' }))
  }
  await user.click(dialog.getByRole('button', { name: 'Create' }))
  await waitFor(() =>
    expect(server.last('POST', '/kits')?.body).toMatchObject({
      components: [{ productId: 'p1', kitId: null, quantity: 2, optional: false }],
    }),
  )
})

it('offers only what answers the words typed, never what stood there before', async () => {
  serve()
    .on('GET /kits', page([]))
    .on('GET /products', ({ url }) => {
      if (!url.searchParams.get('q')) return page([product(1, 'Fogger')])
      return new Promise(() => undefined) // on its way for ever
    })
  const { user } = renderRoute('/kits')
  await user.click((await screen.findAllByRole('button', { name: 'New kit' }))[0]!)
  const dialog = within(await screen.findByRole('dialog'))
  const field = await dialog.findByRole('combobox', { name: 'Add a component' })
  await user.click(field)
  await screen.findByRole('option', { name: 'Fogger' })
  await user.type(field, 'haze')
  await waitFor(() => expect(screen.queryByRole('option', { name: 'Fogger' })).toBeNull())
  await user.keyboard('{Enter}')
  expect(dialog.queryByRole('table')).toBeNull()
})

it('registers assets from their product and offers to print their labels', async () => {
  const server = serve().on(
    'POST /assets/registrations',
    page([
      { id: 'a1', number: 'F1-001' },
      { id: 'a2', number: 'F1-002' },
      { id: 'a3', number: 'F1-003' },
    ]),
  )
  server.on('GET /label-formats', page([])).on('GET /labels/formats', page([]))
  const { user, router } = renderRoute('/products/p1')
  await user.click(await screen.findByRole('button', { name: 'Register assets' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.clear(dialog.getByRole('textbox', { name: /^How many/ }))
  await user.type(dialog.getByRole('textbox', { name: /^How many/ }), '3')
  expect(dialog.queryByRole('textbox', { name: 'Number' })).toBeNull()
  await user.type(dialog.getByRole('textbox', { name: 'Serial numbers' }), 'S1{Enter}S2{Enter}S3{Enter}')
  await user.click(dialog.getByRole('button', { name: 'Register assets' }))
  await dialog.findByText('Registered 3 assets: F1-001 – F1-003')
  expect(server.last('POST', '/assets/registrations')!.body).toMatchObject({
    productId: 'p1',
    quantity: 3,
    serials: ['S1', 'S2', 'S3'],
  })
  await user.click(dialog.getByRole('button', { name: 'Print their labels' }))
  await waitFor(() => expect(router.state.location.href).toBe('/labels?asset=a1&asset=a2&asset=a3'))
})

it('makes an attribute’s key from its label', () => {
  expect(['Tank size (l)', 'IP rating', 'Größe', '3-phase', ''].map(keyOf)).toEqual([
    'tankSizeL',
    'ipRating',
    'grosse',
    'a3Phase',
    '',
  ])
})

it('says in a category what its things take, and shows what the one above says', async () => {
  const haze: Category = { ...fog, id: 'c2', parentId: 'c1', name: 'Haze', path: ['Fog', 'Haze'], prepMinutes: null }
  const server = serve()
    .on('GET /categories', page([fog, haze]))
    .on('PATCH /categories/:id', haze)
  const { user } = renderRoute('/categories')
  await user.click(await screen.findByRole('button', { name: 'Edit Haze' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByLabelText('Prep')).toHaveAttribute('placeholder', '1.5 h')
  await user.type(within(dialog).getByLabelText('Check-in and cleaning'), '2')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await expect.poll(() => server.last('PATCH', '/categories/c2')?.body).toEqual({ turnaroundMinutes: 120 })
})
