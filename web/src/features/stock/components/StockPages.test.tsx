import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import { type Consumable, type Entry, type Level, toReverse } from '../api/stock'

const level = (i: number, quantity: number): Level => ({
  id: `l${i}`,
  productId: `p${i}`,
  productName: `Cable ${i}`,
  productKind: 'BULK',
  categoryId: null,
  locationId: 'w1',
  locationName: 'Shelf A',
  quantity,
  countedAt: null,
  changedAt: '2027-01-01T00:00:00Z',
  version: 1,
})
const entry = (id: string, delta: number, more: Partial<Entry> = {}): Entry => ({
  id,
  productId: 'p1',
  productName: 'Cable 1',
  locationId: 'w1',
  locationName: 'Shelf A',
  kind: 'COUNT',
  delta,
  resulting: 8,
  reason: null,
  note: null,
  operationId: 'o1',
  pairId: null,
  reversesId: null,
  reversedById: null,
  ref: null,
  at: '2027-01-01T00:00:00Z',
  byId: 'u1',
  byName: 'Ana Ruiz',
  ...more,
})
const page = (items: object[]) => ({ items, total: items.length, next: null })
const serve = () =>
  fakeServer()
    .on('GET /stock', page([level(1, 10), level(2, 5)]))
    .on('GET /categories', page([]))
    .on('GET /products', page([]))
    .on('GET /locations', page([{ id: 'w1', name: 'Shelf A', path: ['Hall', 'Shelf A'] }]))

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('counts what was typed, shows differences, and takes it back by reversing', async () => {
  const server = serve()
    .on('POST /stock/counts', { entries: [entry('e1', -2), entry('e2', 0)] })
    .on('POST /stock/entries/:id/reversal', { entries: [] })
  const { user, router } = renderRoute('/stock/count?location=w1')
  const first = await screen.findByLabelText('Counted: Cable 1, Shelf A')
  await user.type(first, '8{Enter}')
  expect(screen.getByLabelText('Counted: Cable 2, Shelf A')).toHaveFocus()
  await user.keyboard('5')
  expect(screen.getByText('2 of 2 lines counted · 1 difference')).toBeInTheDocument()
  expect(screen.getByText('−2')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save 2 counts' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/stock'))
  expect(server.last('POST', '/stock/counts')?.body).toEqual({
    lines: [
      { productId: 'p1', locationId: 'w1', quantity: 8, expectedQuantity: 10 },
      { productId: 'p2', locationId: 'w1', quantity: 5, expectedQuantity: 5 },
    ],
    note: null,
  })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.last('POST', '/stock/entries/e1/reversal')).toBeDefined())
  expect(server.last('POST', '/stock/entries/e2/reversal')).toBeUndefined()
})

it('marks the lines that changed under the count and keeps what was counted', async () => {
  let quantity = 10
  serve()
    .on('GET /stock', () => page([level(1, quantity)]))
    .on('POST /stock/counts', () => {
      quantity = 9
      throw refuse(409, 'stock-changed', { errors: [{ field: 'lines[0].expectedQuantity', code: 'changed', message: 'Now 9.' }] })
    })
  const { user } = renderRoute('/stock/count?location=w1')
  await user.type(await screen.findByLabelText('Counted: Cable 1, Shelf A'), '9')
  await user.click(screen.getByRole('button', { name: 'Save 1 count' }))
  expect(await screen.findByText('Now 9.')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /Read the books again/ }))
  expect(await screen.findByText('Expected 9')).toBeInTheDocument()
  expect(screen.getByLabelText('Counted: Cable 1, Shelf A')).toHaveValue('9')
})

it('adjusts with a reason and a note, as pieces taken away', async () => {
  const server = serve()
    .on('GET /stock', page([level(1, 10)]))
    .on('GET /stock/totals/p1', {
      productId: 'p1',
      productName: 'Cable 1',
      owned: 12,
      loose: 10,
      packed: 2,
      sites: [{ locationId: 'w1', locationName: 'Hall', kind: 'WAREHOUSE', loose: 10, packed: 2 }],
    })
    .on('GET /products/p1', { id: 'p1', kind: 'BULK', name: 'Cable 1', manufacturer: 'Sommer', model: 'C1' })
    .on('POST /stock/adjustments', entry('e9', -3, { kind: 'ADJUSTMENT', resulting: 7 }))
  const { user } = renderRoute('/stock/p1')
  expect(await screen.findByRole('heading', { level: 1, name: 'Cable 1' })).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Actions at Shelf A' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Adjust' }))
  const dialog = await screen.findByRole('dialog', { name: 'Adjust' })
  const pieces = within(dialog).getByLabelText(/^Pieces/)
  await user.clear(pieces)
  await user.type(pieces, '3')
  await user.click(within(dialog).getByRole('button', { name: 'Adjust' }))
  expect(server.last('POST', '/stock/adjustments')).toBeUndefined()
  await user.click(within(dialog).getByRole('combobox', { name: /^Reason/ }))
  await user.click(await screen.findByRole('option', { name: 'Lost' }))
  await user.type(within(dialog).getByLabelText(/^What happened/), 'Left at the venue')
  await user.click(within(dialog).getByRole('button', { name: 'Adjust' }))
  await waitFor(() => expect(server.last('POST', '/stock/adjustments')).toBeDefined())
  expect(server.last('POST', '/stock/adjustments')?.body).toEqual({
    productId: 'p1',
    locationId: 'w1',
    delta: -3,
    reason: 'LOST',
    note: 'Left at the venue',
  })
})

it('lists consumables by their state and sets their levels with the version', async () => {
  const gaffer: Omit<Consumable, 'id'> = {
    productId: 'p7',
    productName: 'Gaffer tape',
    categoryId: null,
    stock: 4,
    parLevel: 40,
    reorderPoint: 10,
    reorderQuantity: 12,
    supplier: null,
    status: 'LOW',
    toOrder: 36,
    lowSince: null,
    version: 0,
  }
  const server = serve()
    .on('GET /consumables', page([gaffer]))
    .on('PUT /consumables/:id/levels', { ...gaffer, version: 1 })
  const { user } = renderRoute('/consumables?low=true')
  expect(await screen.findByText('Low')).toBeInTheDocument()
  expect(server.last('GET', '/consumables')?.search).toContain('low=true')
  await user.click(screen.getByRole('button', { name: 'Levels of Gaffer tape' }))
  const dialog = await screen.findByRole('dialog', { name: 'Levels of Gaffer tape' })
  const point = within(dialog).getByLabelText('Reorder point')
  await user.clear(point)
  await user.type(point, '15')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.last('PUT', '/consumables/p7/levels')).toBeDefined())
  const sent = server.last('PUT', '/consumables/p7/levels')
  expect(sent?.body).toEqual({ parLevel: 40, reorderPoint: 15, reorderQuantity: 12, supplier: null })
  expect(sent?.headers.get('If-Match')).toBe('"0"')
})

it('reverses one line of each move and nothing that changed nothing', () => {
  const moved = { kind: 'MOVE', pairId: 'x' } as const
  expect(toReverse([entry('a', -4, moved), entry('b', 4, moved), entry('c', 0)]).map((one) => one.id)).toEqual(['a'])
})
