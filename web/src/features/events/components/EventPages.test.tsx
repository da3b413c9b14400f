import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Event } from '../api/events'

const occupancy = { prepMinutes: 120, transitBeforeMinutes: 60, transitAfterMinutes: 60, turnaroundMinutes: 240 }
const event = (more: Partial<Event> = {}): Event => ({
  id: 'e1',
  template: false,
  number: 'E-0042',
  name: 'Harbour Lights',
  projectId: null,
  projectName: null,
  clientId: null,
  clientName: null,
  venueId: 'v1',
  venueName: 'Old Foundry',
  roomId: null,
  roomName: null,
  plannerId: 'u1',
  plannerName: 'Ana Ruiz',
  warehouseId: null,
  warehouseName: null,
  typeId: 't1',
  typeName: 'Concert',
  colour: '#3366cc',
  phase: 'ENQUIRY',
  ownPhaseId: null,
  ownPhaseName: null,
  phaseSince: '2027-01-01T00:00:00Z',
  optionedUntil: null,
  cancelledAt: null,
  cancelReason: null,
  tags: [],
  timeZone: 'America/New_York',
  from: '2027-06-01T12:00:00Z',
  to: '2027-06-02T03:00:00Z',
  occupancy,
  occupiedFrom: '2027-06-01T09:00:00Z',
  occupiedTo: '2027-06-02T08:00:00Z',
  blocks: [
    { id: 'b1', kind: 'SETUP', stage: 'Main', from: '2027-06-01T12:00:00Z', to: '2027-06-01T18:00:00Z', note: null },
    { id: 'b2', kind: 'SHOW', stage: null, from: '2027-06-01T23:00:00Z', to: '2027-06-02T02:30:00Z', note: 'Doors at six' },
  ],
  notes: null,
  custom: {},
  value: null,
  probabilityPercent: null,
  seriesId: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const none = { count: 0, names: [], shortages: [] }
const missing = [{ code: 'client', message: 'Name the client that the event is for.', ...none }]
const next = (phase: string, more: object = {}) => ({
  phase,
  ownPhases: [],
  back: false,
  permitted: true,
  needsReason: false,
  missing: [],
  ...more,
})
/** Where it is and may go, on a server that has it. */
const way = (one: Event, ...steps: object[]) => ({
  phase: one.phase,
  ownPhaseId: null,
  since: one.phaseSince,
  ownPhases: [],
  next: steps,
})
const serve = (one = event()) =>
  fakeServer()
    .on('GET /events', page([]))
    .on(
      'GET /event-types',
      page([{ id: 't1', name: 'Concert', colour: '#3366cc', standard: true, workflow: [], archivedAt: null, version: 1 }]),
    )
    .on('GET /events/:id', one)
    .on('GET /events/settings', { occupancy, version: 1 })
    .on('GET /events/:id/pull-lists', page([]))
    .on('GET /events/:id/shortages', page([]))
    .on('GET /events/:id/resolutions', page([]))
    .on(
      'GET /events/:id/phase',
      way(one, next('QUOTED', { missing }), next('CONFIRMED', { missing }), next('CANCELLED', { needsReason: true })),
    )

beforeEach(() => localStorage.clear())

it('enters an event by the clocks of its zone', async () => {
  const server = serve()
    .on('GET /venues', page([{ id: 'v1', name: 'Old Foundry', timeZone: 'America/New_York' }]))
    .on('GET /venues/:id', { id: 'v1', name: 'Old Foundry', timeZone: 'America/New_York', rooms: [] })
    .on('POST /events', event())
  const { user } = renderRoute('/events/new?day=2027-06-01')
  await user.click(await screen.findByRole('textbox', { name: /^Name/ }))
  await user.paste('Harbour Lights')
  await user.click(screen.getByRole('combobox', { name: 'Venue' }))
  await user.click(await screen.findByRole('option', { name: 'Old Foundry' }))
  await user.click(screen.getByRole('button', { name: 'Add show' }))
  await user.click(screen.getByRole('button', { name: 'Create event' }))
  expect(await screen.findByRole('heading', { name: 'Harbour Lights', level: 1 })).toBeVisible()
  expect(server.last('POST', '/events')?.body).toMatchObject({
    name: 'Harbour Lights',
    venueId: 'v1',
    typeId: 't1',
    plannerId: 'u1',
    timeZone: 'America/New_York',
    from: '2027-06-01T12:00:00.000Z',
    to: '2027-06-02T03:00:00.000Z',
    occupancy,
    blocks: [{ id: null, kind: 'SHOW', from: '2027-06-01T23:00:00.000Z', to: '2027-06-02T03:00:00.000Z' }],
  })
})

it('shows the way in the words of its type', async () => {
  const own = [
    { id: 'o1', name: 'Asked', phase: 'ENQUIRY' },
    { id: 'o2', name: 'Offer out', phase: 'QUOTED' },
    { id: 'o3', name: 'Verbal yes', phase: 'QUOTED' },
    { id: 'o4', name: 'Signed', phase: 'CONFIRMED' },
  ]
  const one = event({ phase: 'QUOTED', ownPhaseId: 'o3', ownPhaseName: 'Verbal yes' })
  serve(one).on('GET /events/:id/phase', { ...way(one, next('CONFIRMED', { ownPhases: [own[3]] })), ownPhases: own })
  const { user } = renderRoute('/events/e1')
  expect(await screen.findByRole('button', { name: 'Move to Signed' })).toBeVisible()
  const steps = within(screen.getByRole('list', { name: 'Phase' })).getAllByRole('listitem')
  expect(steps.slice(0, 4).map((step) => step.textContent)).toEqual(['Asked', 'Verbal yes', 'Signed', 'Prep'])
  await user.click(screen.getByRole('button', { name: 'Other moves' }))
  expect(await screen.findByRole('menuitem', { name: 'Move to Offer out' })).toBeVisible()
  expect(screen.queryByRole('menuitem', { name: 'Move to Asked' })).toBeNull()
})

it('sends only what was changed, and the times as one', async () => {
  const server = serve().on('PATCH /events/:id', event())
  const { user } = renderRoute('/events/e1/edit')
  const name = await screen.findByRole('textbox', { name: /^Name/ })
  await user.clear(name)
  await user.click(name)
  await user.paste('Harbour Nights')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => server.last('PATCH', '/events/e1')?.headers.get('If-Match')).toBe('"7"')
  expect(server.last('PATCH', '/events/e1')?.body).toEqual({ name: 'Harbour Nights' })
})

it('keeps fields of its own, and sends those that changed', async () => {
  const server = serve(event({ custom: { 'Crew hotel': 'Ibis', Keys: 'Porter' } })).on('PATCH /events/:id', event())
  const { user } = renderRoute('/events/e1/edit')
  await user.click(await screen.findByRole('button', { name: 'Remove custom field 1' }))
  await user.click(screen.getByRole('button', { name: 'Add a field' }))
  const added = within(screen.getByRole('listitem', { name: 'Custom field 2' }))
  await user.click(added.getByRole('textbox', { name: /^Name/ }))
  await user.paste('Riders')
  await user.click(added.getByRole('textbox', { name: /^Value/ }))
  await user.paste('12')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => server.last('PATCH', '/events/e1')?.body).toEqual({ custom: { 'Crew hotel': null, Riders: '12' } })
})

it('names what is missing for the next phase, and does not go there', async () => {
  serve()
  renderRoute('/events/e1')
  expect(await screen.findByText('Missing before the move to Quoted')).toBeVisible()
  expect(screen.getByText('Name the client that it is for.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Move to Quoted' })).toBeDisabled()
})

it('keeps its facts folded on a phone, so that the tabs are in sight', async () => {
  const desk = window.matchMedia
  window.matchMedia = (query) => Object.defineProperty(desk(query), 'matches', { value: query.includes('max-width') })
  onTestFinished(() => {
    window.matchMedia = desk
  })
  serve()
  const { user } = renderRoute('/events/e1')
  const details = await screen.findByText('Details')
  expect(screen.getByText('Old Foundry', { selector: 'a' })).not.toBeVisible()
  await user.click(details)
  expect(screen.getByText('Old Foundry', { selector: 'a' })).toBeVisible()
})

it('leads to what partners have lent and not got back', async () => {
  const lent = { code: 'not-given-back', message: '', ...none, count: 1 }
  const one = event({ phase: 'DE_PREP' })
  serve(one).on(
    'GET /events/:id/phase',
    way(one, next('CLOSED', { missing: [{ ...lent, things: [{ kind: 'sub-hire', id: 's1', label: 'SH-0001 (4 × Beam)' }] }] })),
  )
  renderRoute('/events/e1')
  expect(await screen.findByText('Give back what partners have lent for it.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'SH-0001 (4 × Beam)' })).toHaveAttribute('href', '/sub-hires/s1')
})

it('says what the server found missing', async () => {
  const { user } = (() => {
    serve().on('POST /events/:id/phase', () => {
      throw refuse(409, 'event-not-ready', {
        facts: { missing: [{ code: 'crew', message: 'Nobody drives the truck.', ...none }] },
      })
    })
    return renderRoute('/events/e1')
  })()
  await user.click(await screen.findByRole('button', { name: 'Other moves' }))
  await user.click(await screen.findByRole('menuitem', { name: /Move to Confirmed/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Harbour Lights can not move to Confirmed yet' })
  expect(within(dialog).getByText('Nobody drives the truck.')).toBeVisible()
})

it('cancels with a reason', async () => {
  const server = serve().on('POST /events/:id/phase', event({ phase: 'CANCELLED' }))
  const { user } = renderRoute('/events/e1')
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Cancel event' }))
  const dialog = await screen.findByRole('dialog', { name: 'Cancel Harbour Lights?' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Reason/ }), 'Rained off')
  await user.click(within(dialog).getByRole('button', { name: 'Cancel event' }))
  await expect.poll(() => server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'CANCELLED', reason: 'Rained off' })
})

it('shows the schedule on the clocks of the venue and explains how long equipment is taken', async () => {
  serve()
  renderRoute('/events/e1')
  const schedule = await screen.findByRole('region', { name: 'Schedule' })
  expect(within(schedule).getByText('08:00 – 14:00')).toBeVisible()
  expect(within(schedule).getByText('19:00 – 22:30')).toBeVisible()
  const taken = screen.getByRole('region', { name: 'How long equipment is taken' })
  expect(within(taken).getByRole('row', { name: /Transport there.*07:00.*08:00 1 h/ })).toBeVisible()
  expect(within(taken).getByRole('row', { name: /Taken in all.*23 h/ })).toBeVisible()
})

it('ticks, adds and moves tasks', async () => {
  const task = (id: string, text: string) => ({ id, text, dueAt: null, doneAt: null, doneByName: null })
  const list = { id: 'c1', eventId: 'e1', name: 'Permits', items: [task('i1', 'Fire watch'), task('i2', 'Hotel')], version: 3 }
  const server = serve()
    .on('GET /events/:id/checklists', page([list]))
    .on('POST /events/:id/checklists/:list/items/:item/tick', { ...list, version: 4 })
    .on('PUT /events/:id/checklists/:list', { ...list, version: 4 })
  const { user } = renderRoute('/events/e1?tab=checklists')
  await user.click(await screen.findByRole('checkbox', { name: 'Fire watch' }))
  await expect.poll(() => server.last('POST', '/events/e1/checklists/c1/items/i1/tick')?.body).toEqual({ done: true })
  await user.type(screen.getByRole('textbox', { name: 'Add a task to Permits' }), 'Parking{enter}')
  await expect
    .poll(() => server.last('PUT', '/events/e1/checklists/c1')?.body)
    .toEqual({
      name: 'Permits',
      items: [
        { id: 'i1', text: 'Fire watch', dueAt: null },
        { id: 'i2', text: 'Hotel', dueAt: null },
        { id: null, text: 'Parking', dueAt: null },
      ],
    })
  await user.click(screen.getByRole('button', { name: 'Actions for Hotel' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move up' }))
  await expect
    .poll(() => (server.last('PUT', '/events/e1/checklists/c1')?.body as { items: object[] } | undefined)?.items)
    .toEqual([
      { id: 'i2', text: 'Hotel', dueAt: null },
      { id: 'i1', text: 'Fire watch', dueAt: null },
    ])
})

it('sums what stands on the pull lists', async () => {
  const list = (id: string, name: string) => ({
    id,
    eventId: 'e1',
    name,
    note: null,
    locked: false,
    lines: 2,
    changedAt: '',
    version: 1,
  })
  const totals = {
    lines: 2,
    pieces: 12,
    weightGrams: 48_000,
    weightsUnknown: 0,
    volumeCubicMillimetres: 1_500_000_000,
    volumesUnknown: 3,
    powerWatts: 2_400,
    powersUnknown: 0,
    values: [{ amountMinor: 250_000, currency: 'EUR' }],
    valuesUnknown: 0,
  }
  serve()
    .on('GET /events/:id/pull-lists', page([list('l1', 'Audio'), list('l2', 'Lighting')]))
    .on('GET /pull-lists/:id/totals', { list: totals, groups: [] })
  renderRoute('/events/e1?tab=lists')
  const audio = await screen.findByRole('region', { name: 'Audio' })
  expect(await within(audio).findByText('48 kg')).toBeVisible()
  expect(within(audio).getByText('3 not known')).toBeVisible()
  const together = await screen.findByRole('region', { name: 'Together' })
  expect(within(together).getByText('96 kg')).toBeVisible()
  expect(within(together).getByText('€5,000.00')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Audio' })).toHaveAttribute('href', '/events/e1/lists/l1')
})

it('says what it would lack at other times before it is moved there', async () => {
  const period = { from: '2027-07-01T12:00:00Z', to: '2027-07-02T03:00:00Z' }
  const shortage = {
    item: 'Shure SM58',
    warehouse: 'Hall A',
    quantity: 4,
    period,
    lines: [],
    holders: [{ owner: 'e2', kind: 'event', label: 'E-0007', quantity: 4, since: '2027-06-01T06:00:00Z', dueBack: null }],
  }
  const server = serve()
    .on('GET /events/:id/resolutions', page([]))
    .on('GET /events/:id/shortages', ({ url }) => page(url.searchParams.get('from') ? [{ eventId: 'e1', shortage }] : []))
    .on('PATCH /events/:id', event())
  const { user } = renderRoute('/events/e1/edit')
  const from = await screen.findByLabelText(/^On site from/)
  fireEvent.focus(from)
  fireEvent.change(from, { target: { value: '2027-07-01T08:00' } })
  fireEvent.focus(from) // of another part of the same field
  fireEvent.blur(from)
  // The end and the blocks go along by a month.
  expect(screen.getByLabelText(/^On site until/)).toHaveValue('2027-07-01T23:00')
  expect(await screen.findByText('4 × Shure SM58')).toBeVisible()
  expect(screen.getByRole('link', { name: 'E-0007' })).toHaveAttribute('href', '/events/e2')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => server.last('PATCH', '/events/e1')?.body)
    .toMatchObject({
      timeZone: 'America/New_York',
      from: '2027-07-01T12:00:00.000Z',
      to: '2027-07-02T03:00:00.000Z',
      blocks: [{ from: '2027-07-01T12:00:00.000Z' }, { from: '2027-07-01T23:00:00.000Z' }],
    })
})

const lacks = {
  stock: { kind: 'PRODUCT', item: 'p1', warehouse: 'w1' },
  item: 'Shure SM58',
  warehouse: 'Hall A',
  quantity: 4,
  period: { from: '2027-06-01T09:00:00Z', to: '2027-06-02T08:00:00Z' },
  lines: [],
  holders: [{ owner: 'e2', kind: 'event', label: 'E-0007 Gala', quantity: 4, since: '2027-06-01T09:00:00Z', dueBack: null }],
}
const short = [{ code: 'not-enough', message: 'Not enough is free: 4 × Shure SM58.', count: 1, names: [], shortages: [lacks] }]

it('asks why a confirmed event is changed to more than is free, whatever of it is changed', async () => {
  const server = serve(event({ phase: 'CONFIRMED' })).on('PATCH /events/:id', ({ url }) => {
    if (!url.searchParams.get('despite')) throw refuse(409, 'not-enough', { facts: { shortages: [lacks] } })
    return event({ phase: 'CONFIRMED' })
  })
  const { user } = renderRoute('/events/e1/edit')
  const cleaning = await screen.findByRole('textbox', { name: /^Check-in and cleaning/ })
  await user.clear(cleaning)
  await user.type(cleaning, '24')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const refused = await screen.findByRole('dialog', { name: 'Not enough is free' })
  expect(within(refused).getByText('4 × Shure SM58 lacking')).toBeVisible()
  expect(within(refused).getByRole('link', { name: 'E-0007 Gala' })).toHaveAttribute('href', '/events/e2')
  await user.click(within(refused).getByRole('button', { name: 'Cancel' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(cleaning).toHaveValue('24 h')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const asked = await screen.findByRole('dialog', { name: 'Not enough is free' })
  await user.type(within(asked).getByRole('textbox', { name: /^Go on all the same/ }), 'Cleaned on site')
  await user.click(within(asked).getByRole('button', { name: 'Go on all the same' }))
  await expect.poll(() => server.last('PATCH', '/events/e1')?.search).toBe('?despite=Cleaned+on+site')
  expect(server.last('PATCH', '/events/e1')?.body).toMatchObject({ occupancy: { turnaroundMinutes: 1440 } })
})

it('overbooks with a reason, where only stock is missing', async () => {
  const quoted = event({ phase: 'QUOTED' })
  const server = serve(quoted)
    .on('GET /events/:id/phase', way(quoted, next('CONFIRMED', { missing: short })))
    .on('POST /events/:id/phase', event({ phase: 'CONFIRMED' }))
  const { user } = renderRoute('/events/e1')
  await user.click(await screen.findByRole('button', { name: 'Overbook' }))
  const dialog = await screen.findByRole('dialog', { name: 'Harbour Lights can not move to Confirmed yet' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Go on all the same/ }), 'Sub-hire is on its way')
  await user.click(within(dialog).getByRole('button', { name: 'Overbook' }))
  await expect
    .poll(() => server.last('POST', '/events/e1/phase')?.body)
    .toEqual({ phase: 'CONFIRMED', despite: 'Sub-hire is on its way' })
})

it('says what an event lacks before it is prepared, and goes on despite a reason', async () => {
  const confirmed = event({ phase: 'CONFIRMED' })
  const server = serve(confirmed)
    .on('GET /events/:id/phase', way(confirmed, next('QUOTED', { back: true }), next('PREP', { missing: short })))
    .on('POST /events/:id/phase', event({ phase: 'PREP' }))
  const { user } = renderRoute('/events/e1')
  expect(await screen.findByText('Missing before the move to Prep')).toBeVisible()
  expect(screen.getByText(/Not all of its equipment is there\./)).toHaveTextContent('4 × Shure SM58')
  expect(screen.getByRole('link', { name: 'What is missing, and what can be done' })).toHaveAttribute(
    'href',
    '/events/e1#lacking',
  )
  await user.click(screen.getByRole('button', { name: 'Go on all the same' }))
  const dialog = await screen.findByRole('dialog', { name: 'Harbour Lights can not move to Prep yet' })
  expect(within(dialog).getByText('4 × Shure SM58')).toBeVisible()
  expect(within(dialog).getByText('E-0007')).toBeVisible()
  await user.type(await within(dialog).findByRole('textbox', { name: /^Go on all the same/ }), 'It comes by taxi')
  await user.click(within(dialog).getByRole('button', { name: 'Go on all the same' }))
  await expect.poll(() => server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'PREP', despite: 'It comes by taxi' })
})

it('takes back what was said too soon, with a reason, and says what has left by then', async () => {
  const loading = event({ phase: 'LOAD_OUT' })
  const left = [{ code: 'has-left', message: '', count: 7, names: ['LMP-0001', 'LMP-0002'], shortages: [] }]
  const server = serve(loading)
    .on('GET /events/:id/phase', way(loading, next('PREP', { back: true, needsReason: true }), next('ON_SITE')))
    .on('POST /events/:id/phase', () => {
      throw refuse(409, 'event-not-ready', { facts: { missing: left } })
    })
  const { user } = renderRoute('/events/e1')
  await user.click(await screen.findByRole('button', { name: 'Other moves' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Back to Prep' }))
  const dialog = await screen.findByRole('dialog', { name: 'Take Harbour Lights back to Prep?' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Reason/ }), 'Unloaded again')
  await user.click(within(dialog).getByRole('button', { name: 'Back to Prep' }))
  const refused = await screen.findByRole('dialog', { name: 'Harbour Lights can not move to Prep yet' })
  expect(within(refused).getByText(/^Check in first what has left for it/)).toHaveTextContent('LMP-0001, LMP-0002 and 5 more.')
  expect(server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'PREP', reason: 'Unloaded again' })
})
