import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { tellChanged } from '@/lib/event-stream'
import type { PullList } from '@/lib/pull-lists'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { PullLine } from '../api/pull-lists'
import { inherited } from '../model/times'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const totals = {
  lines: 2,
  pieces: 8,
  weightGrams: 12_000,
  weightsUnknown: 2,
  volumeCubicMillimetres: 0,
  volumesUnknown: 8,
  powerWatts: 0,
  powersUnknown: 0,
  values: [],
  valuesUnknown: 0,
  prices: [{ amountMinor: 4_800, currency: 'EUR' }],
}
const line = (id: string, name: string, more: Partial<PullLine> = {}): PullLine => ({
  id,
  listId: 'l1',
  groupId: 'g1',
  groupName: 'Audio',
  accessoryOf: null,
  kind: 'PRODUCT',
  productId: `p-${id}`,
  kitId: null,
  caseId: null,
  assetId: null,
  text: null,
  name,
  code: null,
  quantity: 4,
  times: inherited,
  unitPrice: null,
  warehouseNote: null,
  internalNote: null,
  ...more,
})

/** A list on a server that keeps what it is told, as far as these tests go. */
function serve(more: Partial<PullList> = {}, permissions: string[] = ['EVENT_READ', 'EVENT_EDIT']) {
  let lines = [line('1', 'Shure SM58', { code: 'SM58' }), line('2', 'Radial DI')]
  const list: PullList = {
    id: 'l1',
    eventId: 'e1',
    eventNumber: 'E-0001',
    eventName: 'Summer Stage',
    eventPhase: 'QUOTED',
    name: 'Main',
    note: null,
    warehouseId: null,
    takenFromId: 'w1',
    takenFromName: 'Berlin',
    locked: false,
    unlockedAt: null,
    unlockedByName: null,
    unlockReason: null,
    groups: [{ id: 'g1', name: 'Audio', note: null, times: inherited }],
    lines: 2,
    changedAt: '2027-05-01T08:00:00Z',
    version: 7,
    ...more,
  }
  const next = () => {
    list.version++
    return { ...list }
  }
  const event = {
    id: 'e1',
    number: 'E-0001',
    name: 'Summer Stage',
    phase: 'QUOTED',
    timeZone: 'Europe/Berlin',
    from: '2027-06-01T08:00:00Z',
    to: '2027-06-02T22:00:00Z',
    occupancy: { prepMinutes: 0, transitBeforeMinutes: 0, transitAfterMinutes: 0, turnaroundMinutes: 0 },
    occupiedFrom: '2027-06-01T08:00:00Z',
    occupiedTo: '2027-06-02T22:00:00Z',
  }
  const server = fakeServer({ ...someone, permissions: [...someone.permissions, ...permissions] })
    .on('GET /pull-lists/:id', () => ({ ...list }))
    .on('GET /pull-lists/:id/lines', ({ url }) => {
      const from = Number(url.searchParams.get('offset') ?? 0)
      return { items: lines.slice(from, from + Number(url.searchParams.get('limit'))), total: lines.length, next: null }
    })
    .on('GET /pull-lists/:id/totals', { list: totals, groups: [{ groupId: 'g1', totals }] })
    .on('GET /pull-lists/:id/availability', {
      held: 'QUOTED',
      warehouseId: 'w1',
      lines: [
        { lineId: '1', wanted: 4, free: { firm: 1, worst: 1, expected: 1 }, lacking: 3 },
        { lineId: '2', wanted: 4, free: { firm: 9, worst: 2, expected: 6 }, lacking: 0 },
      ],
    })
    .on('GET /pull-lists/:id/history', page([]))
    .on('GET /events/:id', event)
    .on('GET /events/:id/pull-lists', () => page([list]))
    .on('GET /search', {
      query: 'xlr',
      groups: [
        {
          kind: 'product',
          items: [{ id: 'p9', kind: 'product', title: 'XLR 10 m', subtitle: 'Cable', code: 'XLR10', active: true }],
        },
      ],
    })
    .on('GET /availability/products', page([{ id: 'p9', firm: 20, worst: 20, expected: 20 }]))
    .on('GET /pull-lists/:id/availability/new-lines', page([{ id: 'p9', firm: 20, worst: 20, expected: 20 }]))
    .on('POST /pull-lists/:id/lines', ({ body }) => {
      const [asked] = (body as { lines: { quantity: number }[] }).lines
      lines = [...lines, line('3', 'XLR 10 m', { quantity: asked!.quantity, code: 'XLR10' })]
      return { list: next(), added: ['3'] }
    })
    .on('PATCH /pull-lists/:id/lines/:line', ({ params, body }) => {
      lines = lines.map((one) => (one.id === params[1] ? { ...one, ...(body as object) } : one))
      return next()
    })
    .on('POST /pull-lists/:id/lines/removal', ({ body }) => {
      lines = lines.filter((one) => !(body as { ids: string[] }).ids.includes(one.id))
      return next()
    })
    .on('POST /pull-lists/:id/lines/place', () => {
      lines = lines.toReversed()
      return next()
    })
  const set = (next: (old: PullLine[]) => PullLine[]) => {
    lines = next(lines)
  }
  return { server, list, set, change: (patch: Partial<PullLine>) => (lines = lines.map((one) => ({ ...one, ...patch }))) }
}
const open = () => renderRoute('/events/e1/lists/l1')
const grid = () => screen.findByRole('grid', { name: 'Main' })
const row = (name: string) => screen.getByText(name).closest<HTMLElement>('[role=row]')!

it('shows lines with what is free of each, and sums that say what is missing', async () => {
  serve()
  open()
  await grid()
  expect(await within(row('Shure SM58')).findByRole('button', { name: '3 short: why, for Shure SM58' })).toBeVisible()
  expect(within(row('Radial DI')).getByText(/worst −2/)).toBeVisible()
  expect(screen.getByText('≥ 12 kg', { selector: 'dd' })).toBeVisible()
  expect(screen.getByRole('img', { name: /2 pieces is not known/ })).toBeVisible()
  expect(screen.getByRole('button', { name: '1 line short' })).toBeVisible()
})

it('is what the code on its print leads to', async () => {
  serve()
  const { router } = renderRoute('/events/e1?list=l1')
  await grid()
  expect(router.state.location.href).toBe('/events/e1/lists/l1')
})

it('adds what is typed, and is ready for the next', async () => {
  const { server } = serve()
  const { user } = open()
  await grid()
  await user.click(screen.getByRole('button', { name: 'Add equipment' }))
  const field = await screen.findByRole('combobox', { name: 'Add to Audio' })
  await user.type(field, '6 xlr')
  expect(await screen.findByRole('option', { name: /XLR 10 m.*20 free/ })).toBeVisible()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('XLR10')).toBeVisible()
  expect(server.last('POST', '/pull-lists/l1/lines')!.body).toEqual({
    lines: [{ kind: 'PRODUCT', productId: 'p9', quantity: 6 }],
    groupId: 'g1',
  })
  expect(server.last('POST', '/pull-lists/l1/lines')!.headers.get('If-Match')).toBe('"7"')
  expect(field).toHaveValue('')
  expect(field).toHaveFocus()
})

it('says while one types how many kits are complete, and who holds an asset', async () => {
  const { server } = serve()
  const hit = (kind: string, id: string, title: string) => ({ id, kind, title, subtitle: '', code: null, active: true })
  const thing = (id: string, firm: number, worst: number, more: object = {}) => ({
    id,
    firm,
    worst,
    expected: firm,
    why: null,
    reason: null,
    holder: null,
    ...more,
  })
  server
    .on('GET /search', {
      query: 'wash',
      groups: [
        { kind: 'product', items: [hit('product', 'p9', 'Wash light')] },
        { kind: 'kit', items: [hit('kit', 'k1', 'Wash set')] },
        { kind: 'asset', items: [hit('asset', 'a1', 'Wash 1'), hit('asset', 'a2', 'Wash 2'), hit('asset', 'a3', 'Wash 3')] },
      ],
    })
    .on(
      'GET /pull-lists/:id/availability/new-lines',
      page([
        thing('p9', 20, 20),
        thing('k1', 3, 1),
        thing('a1', 1, 1),
        thing('a2', 0, 0, { why: 'HELD', holder: 'E-0007 Harbour Light' }),
        thing('a3', 0, 0, { why: 'UNFIT', reason: 'IN_REPAIR' }),
      ]),
    )
  const { user } = open()
  await grid()
  await user.click(screen.getByRole('button', { name: 'Add equipment' }))
  const field = await screen.findByRole('combobox', { name: 'Add to Audio' })
  await user.type(field, '2 wash')
  expect(await screen.findByRole('option', { name: /Wash set.*3 free, worst case 1/ })).toBeVisible()
  expect(screen.getByRole('option', { name: /Wash 1.*free$/ })).toBeVisible()
  expect(screen.getByRole('option', { name: /Wash 2.*held by E-0007 Harbour Light/ })).toBeVisible()
  expect(screen.getByRole('option', { name: /Wash 3.*in repair/ })).toBeVisible()
  const asked = server.calls.filter((call) => call.path.endsWith('/new-lines'))
  expect(asked).toHaveLength(1)
  const search = new URLSearchParams(asked[0]!.search)
  expect(search.getAll('asset')).toEqual(['a1', 'a2', 'a3'])
  expect(search.getAll('kit')).toEqual(['k1'])

  await user.clear(field)
  await user.type(field, '4 wash')
  expect(await screen.findByRole('option', { name: /Wash set.*3 free, 1 short/ })).toBeVisible()
})

it('edits with the keys alone, one write after the other', async () => {
  const { server } = serve()
  const { user } = open()
  const list = await grid()
  list.focus()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(screen.getByRole('textbox', { name: 'Quantity of Shure SM58' })).toHaveFocus()
  await user.keyboard('12{Tab}Stage left{Enter}')
  await waitFor(() => expect(server.calls.filter((call) => call.method === 'PATCH')).toHaveLength(2))
  const [quantity, note] = server.calls.filter((call) => call.method === 'PATCH')
  expect([quantity!.body, quantity!.headers.get('If-Match')]).toEqual([{ quantity: 12 }, '"7"'])
  expect([note!.body, note!.headers.get('If-Match')]).toEqual([{ warehouseNote: 'Stage left' }, '"8"'])
  expect(list).toHaveFocus()
  await user.keyboard('{F2}5{Escape}')
  expect(within(row('Radial DI')).getByText('4')).toBeVisible()
  expect(server.calls.filter((call) => call.method === 'PATCH')).toHaveLength(2)
})

it('moves by Alt and arrow, and removes with a way back', async () => {
  const { server } = serve()
  const { user } = open()
  const list = await grid()
  list.focus()
  await user.keyboard('{ArrowDown}{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() =>
    expect(server.last('POST', '/pull-lists/l1/lines/place')?.body).toEqual({ ids: ['1'], groupId: 'g1', after: '2' }),
  )
  await user.keyboard('{Delete}')
  await waitFor(() => expect(server.last('POST', '/pull-lists/l1/lines/removal')?.body).toEqual({ ids: ['1'] }))
  expect(screen.queryByText('Shure SM58')).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(server.last('POST', '/pull-lists/l1/lines')?.body).toMatchObject({
      lines: [{ productId: 'p-1', quantity: 4 }],
      groupId: 'g1',
      after: '2',
      accessories: false,
    }),
  )
})

it('splits a line by its key, at other times, and joins it again', async () => {
  const { server, list, set } = serve()
  server.on('POST /pull-lists/:id/lines/:line/split', ({ body }) => {
    const { quantity, times } = body as { quantity: number; times: PullLine['times'] }
    set((lines) => [{ ...lines[0]!, quantity: 1 }, line('9', 'Shure SM58', { quantity, times }), ...lines.slice(1)])
    list.version++
    return { list: { ...list }, added: ['9'] }
  })
  const { user } = open()
  const shown = await grid()
  shown.focus()
  await user.keyboard('{ArrowDown}s')
  const dialog = await screen.findByRole('dialog', { name: 'Split 4 × Shure SM58' })
  const pieces = await within(dialog).findByRole('textbox', { name: /Onto a line of their own/ })
  await waitFor(() => expect(pieces).toHaveFocus())
  await user.clear(pieces)
  await user.type(pieces, '3')
  fireEvent.change(within(dialog).getByLabelText('On site from'), { target: { value: '2027-06-02T10:00' } })
  fireEvent.change(within(dialog).getByLabelText('On site until'), { target: { value: '2027-06-02T22:00' } })
  await user.click(within(dialog).getByRole('button', { name: 'Split' }))
  await waitFor(() => expect(screen.getAllByText('Shure SM58')).toHaveLength(2))
  expect(server.last('POST', '/pull-lists/l1/lines/1/split')!.body).toEqual({
    quantity: 3,
    groupId: 'g1',
    times: { ...inherited, from: '2027-06-02T08:00:00.000Z', to: '2027-06-02T20:00:00.000Z' },
  })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.last('PATCH', '/pull-lists/l1/lines/1')?.body).toEqual({ quantity: 4 }))
  expect(server.last('POST', '/pull-lists/l1/lines/removal')!.body).toEqual({ ids: ['9'] })
  expect(screen.getAllByText('Shure SM58')).toHaveLength(1)
})

it('keeps what one wrote where somebody else was faster', async () => {
  const { server, list, change } = serve()
  server.on('PATCH /pull-lists/:id/lines/:line', ({ headers }) => {
    if (headers.get('If-Match') !== '"9"') {
      list.version = 9
      change({ quantity: 8 })
      throw refuse(412, 'stale', { facts: { changes: [{ field: 'lines[Shure SM58].quantity', old: 4, now: 8 }] } })
    }
    list.version = 10
    change({ quantity: 12 })
    return { ...list }
  })
  const { user } = open()
  const shown = await grid()
  shown.focus()
  await user.keyboard('{ArrowDown}{Enter}12{Enter}')
  const dialog = await screen.findByRole('dialog')
  const changed = within(dialog).getByRole('row', { name: /Shure SM58/ })
  expect(
    within(changed)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Shure SM58: Pieces', '4', '8', '12'])
  await user.click(within(dialog).getByRole('button', { name: /mine|again|on top/i }))
  await waitFor(() => expect(server.last('PATCH', '/pull-lists/l1/lines/1')!.headers.get('If-Match')).toBe('"9"'))
  await waitFor(() => expect(within(row('Shure SM58')).getByText('12')).toBeVisible())
})

it('says what a confirmed event would lack, and takes it all the same for a reason', async () => {
  const { server, list, change } = serve({}, ['EVENT_READ', 'EVENT_EDIT', 'OVERBOOK'])
  server.on('PATCH /pull-lists/:id/lines/:line', ({ url, body }) => {
    if (!url.searchParams.get('despite'))
      throw refuse(409, 'not-enough', {
        facts: {
          shortages: [
            {
              item: 'Shure SM58',
              warehouse: 'Berlin',
              quantity: 3,
              period: { from: '2027-06-01T08:00:00Z', to: '2027-06-02T08:00:00Z' },
              holders: [
                {
                  owner: 'e2',
                  kind: 'event',
                  label: 'E-0002 Gala',
                  quantity: 5,
                  since: '2027-05-30T06:00:00Z',
                  dueBack: '2027-05-31T18:00:00Z',
                },
              ],
            },
          ],
        },
      })
    change(body as Partial<PullLine>)
    list.version++
    return { ...list }
  })
  const { user } = open()
  const shown = await grid()
  shown.focus()
  await user.keyboard('{ArrowDown}9{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Not enough is free' })
  expect(within(dialog).getByText('3 × Shure SM58 lacking')).toBeVisible()
  expect(within(dialog).getByRole('link', { name: 'E-0002 Gala' })).toHaveAttribute('href', '/events/e2')
  expect(dialog).toHaveTextContent(/out since .*, was to be back/)
  await user.type(within(dialog).getByRole('textbox'), 'Rented from next door')
  await user.click(within(dialog).getByRole('button', { name: 'Take it all the same' }))
  await waitFor(() => expect(server.last('PATCH', '/pull-lists/l1/lines/1')!.search).toBe('?despite=Rented+from+next+door'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(within(row('Shure SM58')).getByText('9')).toBeVisible()
})

it('explains a kit by its tightest part, with the ledger of each', async () => {
  const free = { firm: 1, worst: 1, expected: 1 }
  const { server, change } = serve()
  change({ kind: 'KIT', productId: null, kitId: 'k1', quantity: 2 })
  const part = (product: string, required: number, kits: number) => ({
    product,
    name: product,
    required,
    pieces: { ...free, firm: kits * required },
    kits: { ...free, firm: kits },
  })
  const entry = {
    reason: 'BOOKED',
    standing: 'CONFIRMED',
    kind: 'event',
    subject: 'e7',
    label: 'E-0007 Gala',
    quantity: -3,
    from: '2027-05-30T08:00:00Z',
    to: '2027-05-31T08:00:00Z',
    late: '2068-01-01T00:00:00Z',
    since: '2027-05-01T08:00:00Z',
  }
  server
    .on('GET /availability/kits/:id', { itemByItem: false, free, components: [part('Dimmer', 1, 1), part('Lamp', 4, 3)] })
    .on('GET /availability/timeline', page([{ from: '2027-06-01T08:00:00Z', firm: 1, worst: 1 }]))
    .on('GET /availability/explanation', { free, entries: [entry], more: 0 })
  const { user } = open()
  await grid()
  await user.click(await within(row('Shure SM58')).findByRole('button', { name: '3 short: why, for Shure SM58' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/Dimmer is the tightest/)).toBeVisible()
  const lamps = within(dialog).getByRole('button', { name: 'Lamp' }).closest('tr')!
  expect(within(lamps).getByText('8')).toBeVisible()
  expect(await within(dialog).findByRole('link', { name: 'E-0007 Gala' })).toHaveAttribute('href', '/events/e7')
  expect(within(dialog).getByText('late, taken until it is back')).toBeVisible()
  expect(server.last('GET', '/availability/explanation')!.search).toContain('item=Dimmer')
  await user.click(within(dialog).getByRole('button', { name: 'Lamp' }))
  await waitFor(() => expect(server.last('GET', '/availability/explanation')!.search).toContain('item=Lamp'))
})

it('takes what may stand in for pieces that are lacking', async () => {
  const { server } = serve()
  server
    .on('GET /products/:id/alternatives', page([{ id: 'p9', name: 'XLR 10 m', numberPrefix: 'XLR10', categoryName: null }]))
    .on('GET /availability/timeline', page([{ from: '2027-06-01T08:00:00Z', firm: 1, worst: 1 }]))
    .on('GET /availability/explanation', { period: {}, knownAt: '', free: {}, entries: [], more: 0 })
  const { user } = open()
  await grid()
  await user.click(await within(row('Shure SM58')).findByRole('button', { name: /^3 short/ }))
  const dialog = await screen.findByRole('dialog', { name: 'What is free of Shure SM58' })
  await user.click(await within(dialog).findByRole('button', { name: 'Take 3 × XLR 10 m instead' }))
  await waitFor(() => expect(server.last('PATCH', '/pull-lists/l1/lines/1')?.body).toEqual({ quantity: 1 }))
  expect(server.last('POST', '/pull-lists/l1/lines')!.body).toMatchObject({
    lines: [{ kind: 'PRODUCT', productId: 'p9', quantity: 3 }],
    groupId: 'g1',
    after: '1',
  })
})

it('is only looked at while the warehouse works from it, until somebody unlocks it', async () => {
  const { server, list } = serve({ locked: true, eventPhase: 'PREP' }, ['EVENT_READ', 'EVENT_EDIT', 'PULL_LIST_UNLOCK'])
  server.on('POST /pull-lists/:id/unlocking', ({ body }) => {
    Object.assign(list, {
      locked: false,
      unlockedAt: '2027-05-02T08:00:00Z',
      unlockedByName: 'Ana Ruiz',
      unlockReason: (body as { reason: string }).reason,
      version: 8,
    })
    return { ...list }
  })
  const { user } = open()
  await grid()
  expect(screen.getByText(/The event is in the phase Prep/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Add equipment' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Unlock' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(await within(dialog).findByRole('textbox', { name: /Reason/ }), 'Client wants more')
  await user.click(within(dialog).getByRole('button', { name: 'Unlock' }))
  expect(await screen.findByText(/^Unlocked by Ana Ruiz/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Add equipment' })).toBeVisible()
})

it('teaches what to do with an empty list', async () => {
  const { server } = serve({ groups: [], lines: 0 })
  server.on('GET /pull-lists/:id/lines', page([]))
  open()
  expect(await screen.findByRole('heading', { name: 'Nothing on the list yet' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Paste from a spreadsheet' })).toBeVisible()
})

it('shows who else has the list before them, as they come and go', async () => {
  const { server } = serve()
  let here = [{ userId: 'u1', name: 'Ana Ruiz' }]
  server.on('PUT /pull-lists/:id/onlookers/:window', () => page(here)).on('DELETE /pull-lists/:id/onlookers/:window', {})
  const told = (method: string) =>
    server.calls.findLast((call) => call.method === method && call.path.startsWith('/pull-lists/l1/onlookers/'))
  const { router } = open()
  await screen.findByRole('heading', { name: 'Main' })
  await waitFor(() => expect(told('PUT')).toBeDefined())
  expect(screen.queryByText(/here too/)).toBeNull()

  here = [...here, { userId: 'u2', name: 'Jonas Weber' }]
  tellChanged('presence of pull-list', 'l1')
  expect(await screen.findByText('Jonas Weber is here too')).toBeVisible()
  expect(screen.getByText('Also looking at this list: Jonas Weber')).toBeInTheDocument()

  here = here.slice(0, 1)
  tellChanged('presence of pull-list', 'l1')
  await waitFor(() => expect(screen.queryByText(/here too/)).toBeNull())
  await router.navigate({ to: '/events' as '/' })
  await waitFor(() => expect(told('DELETE')?.path).toBe(told('PUT')!.path))
})
