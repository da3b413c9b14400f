import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { PhaseLoad, Report } from '../api/technical'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const head = { lineId: 'l1', name: 'Moving head', pieces: 3, each: 5, sum: 15 }
const phase = (number: number, amps: number, limitAmps: number): PhaseLoad => ({
  phase: number,
  watts: amps * 230,
  amps,
  limitAmps,
  overAmps: amps > limitAmps ? amps - limitAmps : null,
  terms: [{ ...head, sum: amps }],
})
const full: Report = {
  eventId: 'e1',
  listId: null,
  power: {
    volts: 230,
    voltsBetweenPhases: 400,
    fromVenue: true,
    watts: 9_000,
    supply: {
      groupId: null,
      groupName: null,
      phases: [phase(1, 20, 16), phase(2, 15, 16), phase(3, 5, 16)],
      limits: [{ lineId: null, name: 'Stage left', pieces: 1, each: 16, sum: 16 }],
    },
    feeds: [],
  },
  sockets: [
    { type: 'Schuko', plugs: 0, sockets: 6, missing: 0, spare: 6, plugTerms: [], socketTerms: [] },
    {
      type: 'CEE 32 A',
      plugs: 4,
      sockets: 1,
      missing: 3,
      spare: 0,
      plugTerms: [{ ...head, pieces: 4, each: 1, sum: 4 }],
      socketTerms: [],
    },
  ],
  signals: [
    {
      type: 'XLR 3-pin',
      cables: {
        wanted: 12,
        there: 10,
        missing: 2,
        spare: 0,
        wantedTerms: [{ lineId: 'b', name: 'Microphone', pieces: 12, each: 1, sum: 12 }],
        thereTerms: [{ lineId: 'c', name: 'XLR 10 m', pieces: 10, each: 1, sum: 10 }],
      },
      inputs: { wanted: 12, there: 11, missing: 1, spare: 0, wantedTerms: [], thereTerms: [] },
      outputs: { wanted: 0, there: 12, missing: 0, spare: 12, wantedTerms: [], thereTerms: [] },
    },
  ],
  points: [],
  missing: [
    { gap: 'POWER_UNKNOWN', lineId: 'l1', name: 'Hazer', pieces: 2 },
    { gap: 'WEIGHT_UNKNOWN', lineId: 'l9', name: 'Truss', pieces: 4 },
  ],
}
const list = {
  id: 'p1',
  name: 'Main',
  locked: false,
  lines: 2,
  groups: [{ id: 'g1', name: 'Front truss' }],
  version: 4,
}
const serve = (report: Report = full) =>
  fakeServer()
    .on('GET /events/:id', {
      id: 'e1',
      number: 'E-1',
      name: 'Harbour Lights',
      phase: 'CONFIRMED',
      template: false,
      venueId: 'v1',
      venueName: 'Old Foundry',
      roomId: null,
    })
    .on('GET /events/:id/technical', report)
    .on('GET /events/:id/pull-lists', page([list]))
    .on('GET /pull-lists/:id', list)
    .on('GET /pull-lists/:id/rigging', page([]))
    .on('GET /pull-lists/:id/lines', page([{ id: 'l1', productId: 'p7' }]))
    .on('GET /venues/:id', {
      rooms: [
        {
          id: 'r1',
          name: 'Hall',
          riggingPoints: [
            { id: 'a1', name: 'A1', workingLoadLimitKilograms: 500 },
            { id: 'a2', name: 'A2', workingLoadLimitKilograms: 250 },
          ],
        },
      ],
    })

it('says of each phase how much is on it, in words as well, and shows its sum', async () => {
  serve()
  const { user } = renderRoute('/events/e1/technical')
  const supply = within(await screen.findByRole('region', { name: 'Supply' }))
  const [first, second, third] = supply.getAllByRole('listitem')
  expect(first).toHaveTextContent('L120 of 16 A · 4.60 kW4 A too much')
  expect(second).toHaveTextContent('near: 1 A left')
  expect(third).toHaveTextContent('11 A left')
  expect(supply.queryByRole('table')).not.toBeInTheDocument()
  await user.click(supply.getByRole('button', { name: 'How Supply adds up' }))
  expect(supply.getByRole('row', { name: 'Moving head 5 A 3 × = 20 A 3 × = 15 A 3 × = 5 A' })).toBeVisible()
  expect(supply.getByRole('row', { name: 'Stage left 1 × 16 A 16 A' })).toBeVisible()
  const signals = within(screen.getByRole('region', { name: 'Signals and their cables' }))
  expect(signals.getByRole('row', { name: 'XLR 3-pin 12 10 1 input missing 2 cables missing' })).toBeVisible()
  await user.click(signals.getByRole('button', { name: 'How XLR 3-pin adds up' }))
  expect(signals.getByRole('row', { name: 'Microphone 12 × 1 12' })).toBeVisible()
})

it('leads to the products of which something is not known', async () => {
  serve()
  renderRoute('/events/e1/technical')
  await waitFor(() => expect(screen.getByRole('link', { name: 'Hazer' })).toHaveAttribute('href', '/products/p7'))
  expect(screen.getByRole('link', { name: 'Truss' })).toHaveAttribute('href', '/products?q=Truss')
})

it('puts what gives the missing sockets on the list, as many as it takes', async () => {
  const server = serve()
    .on('GET /products', page([{ id: 'd1', name: 'Distro', connectors: [{ kind: 'POWER_OUT', type: 'CEE 32A', count: 2 }] }]))
    .on('POST /pull-lists/:id/lines', ({ url }) => {
      if (!url.searchParams.get('despite')) throw refuse(409, 'not-enough', { facts: { shortages: [] } })
      return { list, added: ['x'] }
    })
  const { user } = renderRoute('/events/e1/technical')
  await user.click(await screen.findByRole('button', { name: 'Add what gives CEE 32 A to a list' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('combobox', { name: 'Product' }))
  await user.click(await screen.findByRole('option', { name: 'Distro · 2 × CEE 32 A' }))
  expect(await dialog.findByText('Gives 2 × CEE 32 A each, 4 in all.')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Add to list' }))
  const refused = within(await screen.findByRole('dialog', { name: 'Not enough is free' }))
  await user.click(refused.getByRole('textbox', { name: 'Take it all the same, because' }))
  await user.paste('Borrowed')
  await user.click(refused.getByRole('button', { name: 'Take it all the same' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  const sent = server.last('POST', '/pull-lists/p1/lines')!
  expect(sent.body).toEqual({ lines: [{ kind: 'PRODUCT', productId: 'd1', quantity: 2 }], groupId: null })
  expect([sent.search, sent.headers.get('If-Match')]).toEqual(['?despite=Borrowed', '"4"'])
})

it('hangs a group from points with shares of its own', async () => {
  const server = serve().on('PUT /pull-lists/:id/groups/:group/rigging', list)
  const { user } = renderRoute('/events/e1/technical')
  await user.click(await screen.findByRole('button', { name: 'Hang Front truss' }))
  const dialog = within(await screen.findByRole('dialog'))
  for (const point of ['A2 · 250 kg', 'A1 · 500 kg']) {
    await user.click(await dialog.findByRole('combobox', { name: 'Add a point' }))
    await user.click(await screen.findByRole('option', { name: point }))
  }
  await user.click(dialog.getByRole('button', { name: 'A1 further to the front' }))
  await user.click(dialog.getByRole('switch', { name: /^Own shares/ }))
  expect(await dialog.findByText('100 % of 100 %')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  const sent = server.last('PUT', '/pull-lists/p1/groups/g1/rigging')!
  expect(sent.body).toEqual({
    points: [
      { pointId: 'a1', sharePercent: 50 },
      { pointId: 'a2', sharePercent: 50 },
    ],
  })
  expect(sent.headers.get('If-Match')).toBe('"4"')
})
