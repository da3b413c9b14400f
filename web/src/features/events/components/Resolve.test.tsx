import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const period = { from: '2027-06-01T09:00:00Z', to: '2027-06-01T21:00:00Z' }
const shortage = {
  stock: { kind: 'PRODUCT', item: 'p1', warehouse: 'w1' },
  item: 'Lamp',
  warehouse: 'Hall A',
  quantity: 3,
  period,
  lines: ['l1'],
  holders: [{ owner: 'e2', kind: 'event', label: 'E-0007', quantity: 4, since: '2027-06-01T06:00:00Z', dueBack: null }],
}
const short = {
  eventId: 'e1',
  number: 'E-0042',
  name: 'Harbour Lights',
  phase: 'CONFIRMED',
  clientName: null,
  plannerName: null,
  from: period.from,
  shortage,
}
const risk = { level: 'LOW', because: 'COMPATIBLE', minutes: null, hurts: [] }
const part = (more: object) => ({
  remedy: 'SUBSTITUTE',
  covers: 2,
  cost: { amountMinor: 0, currency: 'EUR' },
  costBasis: 'NONE',
  risk,
  otherId: 'p2',
  name: 'Par',
  days: null,
  from: null,
  to: null,
  lines: [
    { event: 'E-0042', list: 'Main', lineId: 'l1', name: 'Lamp', before: 3, after: 1, from: null, to: null },
    { event: 'E-0042', list: 'Main', lineId: null, name: 'Par', before: 0, after: 2, ...period },
  ],
  ...more,
})
const afar = { level: 'MEDIUM', because: 'COMES_FROM_AFAR', minutes: 240, hurts: [] }
const hurting = {
  level: 'HIGH',
  because: 'HURTS_OTHERS',
  minutes: null,
  hurts: [
    { eventId: 'e2', label: 'E-0007', item: 'Lamp', quantity: 3 },
    { eventId: 'e2', label: 'E-0007', item: 'Truss', quantity: 1 },
  ],
}
const unknown = { cost: null, costBasis: 'UNKNOWN', lines: [] }
const offers = [
  {
    id: 'mix',
    rank: 1,
    covers: 3,
    cost: { amountMinor: 8_000, currency: 'EUR' },
    margin: { amountMinor: -8_000, currency: 'EUR' },
    risk: afar,
    needsReason: false,
    needsPartner: false,
    parts: [
      part({}),
      part({
        remedy: 'OTHER_WAREHOUSE',
        covers: 1,
        cost: { amountMinor: 8_000, currency: 'EUR' },
        costBasis: 'TRANSFER',
        risk: afar,
        name: 'Hamburg',
        lines: [],
      }),
    ],
  },
  {
    id: 'bring',
    rank: 2,
    covers: 2,
    cost: null,
    margin: null,
    risk: afar,
    needsReason: false,
    needsPartner: false,
    parts: [part({ ...unknown, remedy: 'TRANSFER', risk: afar, otherId: 'w2', name: 'Hamburg', ...period })],
  },
  {
    id: 'first',
    rank: 3,
    covers: 3,
    cost: null,
    margin: null,
    risk: hurting,
    needsReason: true,
    needsPartner: false,
    parts: [part({ ...unknown, remedy: 'PRIORITISE', covers: 3, risk: hurting, otherId: 'e2', name: 'E-0007 Gala' })],
  },
]
const resolution = { id: 'r1', eventId: 'e1', item: 'Lamp', covers: 3 }
const serve = () =>
  fakeServer()
    .on('GET /shortages', { items: [short] })
    .on('GET /events/:id/remedies', { items: [{ shortage, locked: false, asked: [], offers }], more: 0 })

it('ranks what can be done, does it with one click and takes it back', async () => {
  const server = serve().on('POST /events/:id/resolutions', resolution).on('POST /events/:id/resolutions/:id/undo', resolution)
  const { user } = renderRoute('/shortages')
  await user.click(await screen.findByRole('button', { name: 'Resolve Lamp' }))
  const drawer = await screen.findByRole('dialog', { name: 'What can be done: Lamp' })
  const cards = await within(drawer).findAllByRole('listitem', { name: /./ })
  const mix = within(cards[0]!)
  expect(mix.getByText('Take 2 × Par instead')).toBeVisible()
  expect(mix.getByText('Load 1 at Hamburg, on a list of its own')).toBeVisible()
  expect(mix.getByText('covers all')).toBeVisible()
  expect(mix.getByText(/4 h on the way/)).toBeVisible()
  expect(mix.getByText(/Costs €80.00 · Margin -€80.00/)).toBeVisible()
  expect(within(drawer).getByText(/Bring 2 here from Hamburg: a transfer, there by .+; it stays here/)).toBeVisible()
  await user.click(mix.getByRole('button', { name: 'Do this' }))
  expect(server.last('POST', '/events/e1/resolutions')?.body).toEqual({ itemId: 'p1', warehouseId: 'w1', offer: 'mix' })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await expect.poll(() => server.last('POST', '/events/e1/resolutions/r1/undo')).toBeTruthy()
})

it('says for how much longer something is short than it has answers for, and what never comes back', async () => {
  const endless = { ...shortage, item: 'Gaffer tape', period: { from: period.from, to: '2068-01-01T00:00:00Z' } }
  serve()
    .on('GET /shortages', { items: [{ ...short, shortage: endless }] })
    .on('GET /events/:id/remedies', { items: [{ shortage: endless, locked: false, asked: [], offers }], more: 3 })
  const { user } = renderRoute('/shortages')
  expect(await screen.findByText(/^Hall A, from Tue 1 Jun.* on$/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Why' })).toHaveAttribute('href', expect.stringContaining('to=2027-07-01'))
  await user.click(await screen.findByRole('button', { name: 'Resolve Gaffer tape' }))
  const drawer = await screen.findByRole('dialog', { name: 'What can be done: Gaffer tape' })
  expect(await within(drawer).findByText(/^3 more stretches are short of it/)).toBeVisible()
})

it('asks why where somebody else goes without, and says when it is too late', async () => {
  const server = serve().on('POST /events/:id/resolutions', () => {
    throw refuse(409, 'resolution-stale')
  })
  const { user } = renderRoute('/shortages')
  await user.click(await screen.findByRole('button', { name: 'Resolve Lamp' }))
  const drawer = await screen.findByRole('dialog', { name: 'What can be done: Lamp' })
  expect(await within(drawer).findByText('then lacking: E-0007 (3 × Lamp, 1 × Truss)')).toBeVisible()
  await user.click(within(drawer).getByRole('button', { name: 'Do this …' }))
  const go = within(drawer).getAllByRole('button', { name: 'Do this' }).at(-1)!
  expect(go).toBeDisabled()
  await user.type(within(drawer).getByRole('textbox', { name: 'Reason' }), 'It pays')
  await user.click(go)
  expect(server.last('POST', '/events/e1/resolutions')?.body).toMatchObject({ offer: 'first', reason: 'It pays' })
  expect(await screen.findByText(/This is not offered any more/)).toBeVisible()
})
