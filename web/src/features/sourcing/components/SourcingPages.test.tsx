import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Plan, SubHire } from '../api/sourcing'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const one: SubHire = {
  id: 's1',
  number: 'SH-0001',
  direction: 'IN',
  state: 'REQUESTED',
  partner: { id: 'c1', name: 'Nordlicht AV' },
  product: { id: 'p1', name: 'Robe MegaPointe' },
  warehouse: { id: 'w1', name: 'Berlin' },
  quantity: 24,
  from: '2027-06-01T06:00:00Z',
  to: '2027-06-03T16:00:00Z',
  event: null,
  cost: { amountMinor: 96_000, currency: 'EUR' },
  note: null,
  next: ['ACCEPTED', 'DECLINED', 'CANCELLED'],
  createdAt: '2027-05-01T08:00:00Z',
  createdByName: 'Ana Ruiz',
  changedAt: '2027-05-01T08:00:00Z',
  version: 3,
}
const plan: Plan = {
  id: 'x1',
  number: 'PL-0001',
  kind: 'PURCHASE',
  state: 'PLANNED',
  product: one.product,
  warehouse: one.warehouse,
  quantity: 4,
  dueOn: '2027-07-01',
  partner: null,
  unitCost: null,
  note: null,
  createdAt: one.createdAt,
  createdByName: one.createdByName,
  changedAt: one.changedAt,
  version: 1,
}

it('asks a partner for equipment, by the clocks of the company', async () => {
  const server = fakeServer()
    .on('GET /sub-hires', page([]))
    .on('GET /sub-hires/:id', one)
    .on('GET /clients', page([one.partner]))
    .on('GET /products', page([one.product]))
    .on('GET /locations', page([one.warehouse]))
    .on('POST /sub-hires', one)
  const { user } = renderRoute('/sub-hires')
  expect(await screen.findByRole('heading', { name: 'No sub-hires yet' })).toBeVisible()
  await user.click(screen.getAllByRole('button', { name: 'New sub-hire' })[0]!)
  const dialog = within(await screen.findByRole('dialog'))
  for (const [field, name] of [
    ['Partner', 'Nordlicht AV'],
    ['Product', 'Robe MegaPointe'],
    ['Warehouse', 'Berlin'],
  ] as const) {
    await user.click(await dialog.findByRole('combobox', { name: field }))
    await user.click(await screen.findByRole('option', { name }))
  }
  await user.click(dialog.getByRole('button', { name: 'Request it' }))
  expect(await screen.findByRole('heading', { name: '24 × Robe MegaPointe', level: 1 })).toBeVisible()
  const body = server.last('POST', '/sub-hires')?.body as Record<string, string>
  expect(body).toMatchObject({ direction: 'IN', partnerId: 'c1', productId: 'p1', warehouseId: 'w1', quantity: 1, eventId: null })
  expect(body.from).toMatch(/T0[67]:00:00.000Z$/)
})

it('takes it step by step, and back', async () => {
  let state: SubHire['state'] = 'REQUESTED'
  const next = { REQUESTED: one.next, ACCEPTED: ['REQUESTED', 'RECEIVED', 'CANCELLED'] } as Record<string, SubHire['next']>
  const now = () => ({ ...one, state, next: next[state]! })
  const server = fakeServer()
    .on('GET /sub-hires/:id', now)
    .on('POST /sub-hires/:id/state', ({ body }) => {
      state = (body as { state: SubHire['state'] }).state
      return now()
    })
  const { user } = renderRoute('/sub-hires/s1')
  await user.click(await screen.findByRole('button', { name: 'The partner accepts' }))
  expect(await screen.findByText('The pieces count as free from their beginning on.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Received' })).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'The partner accepts' })).toBeVisible()
  expect(server.last('POST', '/sub-hires/s1/state')?.body).toEqual({ state: 'REQUESTED' })
})

it('lends what is not free only for a reason', async () => {
  const lent = { ...one, direction: 'OUT' as const }
  const server = fakeServer()
    .on('GET /sub-hires/:id', lent)
    .on('POST /sub-hires/:id/state', ({ body }) => {
      if (!(body as { despite?: string }).despite)
        throw refuse(409, 'not-enough', {
          facts: {
            shortages: [{ item: 'Robe MegaPointe', warehouse: 'Berlin', quantity: 6, period: { from: one.from, to: one.to } }],
          },
        })
      return { ...lent, state: 'ACCEPTED', next: ['RECEIVED'] }
    })
  const { user } = renderRoute('/sub-hires/s1')
  await user.click(await screen.findByRole('button', { name: 'Accept' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('6 × Robe MegaPointe lacking')).toBeVisible()
  await user.click(dialog.getByRole('textbox', { name: /^Lend them all the same/ }))
  await user.paste('They are our best partner')
  await user.click(dialog.getByRole('button', { name: 'Lend all the same' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(server.last('POST', '/sub-hires/s1/state')?.body).toEqual({ state: 'ACCEPTED', despite: 'They are our best partner' })
})

it('says of a purchase that it has arrived', async () => {
  let state: Plan['state'] = 'PLANNED'
  fakeServer()
    .on('GET /planned-stock/:id', () => ({ ...plan, state }))
    .on('POST /planned-stock/:id/state', ({ body }) => {
      state = (body as { state: Plan['state'] }).state
      return { ...plan, state }
    })
  const { user } = renderRoute('/planned-stock/x1')
  expect(await screen.findByText('The pieces count as free from that day on.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'It has arrived' }))
  expect(await screen.findByText(/What counts now is what was registered/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'It has arrived' })).not.toBeInTheDocument()
})
