import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Bar, EventFacts } from '../api/timeline'

const event: EventFacts = {
  id: 'e1',
  number: 'E-0042',
  name: 'Harbour Lights',
  phase: 'CONFIRMED',
  ownPhaseName: null,
  optionedUntil: null,
  clientName: 'Meridian',
  venueName: 'Old Foundry',
  colour: null,
  timeZone: 'Europe/Berlin',
  from: '2027-06-01T08:00:00Z',
  to: '2027-06-02T20:00:00Z',
  occupiedFrom: '2027-06-01T00:00:00Z',
  leavesAt: '2027-06-01T06:00:00Z',
  backAt: '2027-06-02T22:00:00Z',
  occupiedTo: '2027-06-03T00:00:00Z',
  blocks: [],
  version: 7,
}
const bar: Bar = {
  reason: null,
  eventId: 'e1',
  label: null,
  standing: 'CONFIRMED',
  quantity: 4,
  from: event.occupiedFrom,
  to: event.occupiedTo,
  onSiteFrom: event.from,
  onSiteTo: event.to,
  out: false,
  late: false,
  lacking: 0,
}
const load = [
  { from: '2027-05-01T00:00:00Z', stock: 6, wanted: 0, optioned: 0, lacking: 0 },
  { from: '2027-06-01T00:00:00Z', stock: 6, wanted: 4, optioned: 0, lacking: 0 },
  { from: '2027-06-03T00:00:00Z', stock: 6, wanted: 0, optioned: 0, lacking: 0 },
]
const shortage = {
  item: 'Lamp',
  warehouse: 'Hall',
  quantity: 2,
  period: { from: '2027-06-01T00:00:00Z', to: '2027-06-02T00:00:00Z' },
  holders: [{ owner: 'e2', kind: 'event', label: 'E-0001 Aurora', quantity: 3, since: '2027-06-01T06:00:00Z', dueBack: null }],
}
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = () =>
  fakeServer()
    .on('GET /locations', page([]))
    .on('GET /categories', page([]))
    .on('GET /timeline/rows', page([{ id: 'p1', name: 'Lamp', sub: 'Lamps', group: 'Light · Lamps', depth: 0 }]))
    .on('GET /timeline/contents', {
      rows: [{ id: 'p1', bars: [bar], more: false, load }],
      events: [event],
      asOf: '2027-05-01T00:00:00Z',
    })
    .on('GET /events/:id', { ...event, blocks: [] })
    .on('PATCH /events/:id', { ...event, version: 8 })
const address = '/timeline?by=product&zoom=days&from=2027-05-30T00:00'

beforeEach(() => localStorage.clear())

it('draws who takes what and how much is left, and moves an event by keys, and back', async () => {
  const server = serve().on('GET /events/:id/shortages', { items: [] })
  const { user } = renderRoute(address)
  const grid = await screen.findByRole('grid', { name: 'Products' })
  const drawn = await within(grid).findByRole('gridcell', { name: /^E-0042 Harbour Lights, Confirmed, 4 pieces, / })
  expect(within(grid).getByRole('rowheader', { name: /Lamp/ })).toHaveTextContent('2 / 6')
  grid.focus()
  await user.keyboard('{ArrowDown}{ArrowRight}')
  expect(drawn).toHaveAttribute('aria-selected', 'true')
  expect(grid).toHaveAttribute('aria-activedescendant', drawn.id)
  await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}')
  expect(await screen.findByText('Everything on its lists is free then.')).toBeVisible()
  await user.keyboard('{Enter}')
  await expect
    .poll(() => server.last('PATCH', '/events/e1')?.body)
    .toEqual({
      from: '2027-06-01T10:00:00.000Z',
      to: '2027-06-02T22:00:00.000Z',
      blocks: [],
    })
  expect(server.last('PATCH', '/events/e1')?.headers.get('If-Match')).toBe('"7"')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await expect.poll(() => server.last('PATCH', '/events/e1')?.body).toEqual({ from: event.from, to: event.to, blocks: [] })
})

it('asks where something would be short, and wants a reason of who may overbook', async () => {
  const server = serve().on('GET /events/:id/shortages', { items: [{ shortage }] })
  const { user } = renderRoute(address)
  const grid = await screen.findByRole('grid', { name: 'Products' })
  await user.click(await within(grid).findByRole('gridcell', { name: /Harbour Lights/ }))
  await user.click(screen.getByRole('button', { name: 'Move' }))
  await user.click(screen.getByRole('button', { name: 'Later' }))
  expect(await screen.findByText('2 × Lamp')).toBeVisible()
  expect(screen.getByText('Held by', { exact: false })).toHaveTextContent('Held by E-0001 Aurora')
  await user.click(screen.getByRole('button', { name: 'Move here' }))
  const allTheSame = await screen.findByRole('button', { name: 'Move all the same' })
  expect(allTheSame).toBeDisabled()
  expect(server.last('PATCH', '/events/e1')).toBeUndefined()
  await user.type(screen.getByLabelText('Why all the same?'), 'Lamps come from Bremen')
  await user.click(allTheSame)
  await expect.poll(() => server.last('PATCH', '/events/e1')?.search).toBe('?despite=Lamps+come+from+Bremen')
})

it('puts it back by Escape, and tells when somebody was faster', async () => {
  const server = serve()
    .on('GET /events/:id/shortages', { items: [] })
    .on('PATCH /events/:id', () => {
      throw refuse(412, 'stale')
    })
  const { user } = renderRoute(address)
  const grid = await screen.findByRole('grid', { name: 'Products' })
  await user.click(await within(grid).findByRole('gridcell', { name: /Harbour Lights/ }))
  grid.focus()
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(screen.getByRole('button', { name: 'Move here' })).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('button', { name: 'Move here' })).toBeNull()
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Enter}')
  expect(await screen.findByText(/^Somebody else changed this/)).toBeVisible()
  expect(server.last('PATCH', '/events/e1')).toBeDefined()
})

it('moves an event on that was just taken back, before anything of it was fetched again', async () => {
  let now = { ...event, blocks: [] as EventFacts['blocks'] }
  let takingBack = Promise.resolve()
  const server = serve()
    .on('GET /events/:id/shortages', { items: [] })
    .on('GET /events/:id', () => now)
    .on('PATCH /events/:id', async ({ body, headers }) => {
      if (now.version === 8) await takingBack
      if (headers.get('If-Match') !== `"${now.version}"`) throw refuse(412, 'stale')
      now = { ...now, ...(body as object), version: now.version + 1 }
      return now
    })
  const { user } = renderRoute(address)
  const grid = await screen.findByRole('grid', { name: 'Products' })
  await user.click(await within(grid).findByRole('gridcell', { name: /Harbour Lights/ }))
  const left = () => within(grid).getByRole('gridcell', { name: /Harbour Lights/ }).style.left
  const first = left()
  // From here on the rows are what they were: nothing newer comes.
  server.on('GET /timeline/contents', () => new Promise(() => undefined))
  grid.focus()
  await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}{Enter}')
  await expect.poll(() => now.version).toBe(8)
  await expect.poll(left).not.toBe(first)

  let answer: () => void = () => undefined
  takingBack = new Promise((done) => {
    answer = done
  })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  grid.focus()
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}{Enter}')
  expect(now.version).toBe(8)
  answer()
  await expect.poll(() => now.version).toBe(10)
  expect([now.from, now.to]).toEqual(['2027-06-01T11:00:00.000Z', '2027-06-02T23:00:00.000Z'])
  expect(screen.queryByText(/changed meanwhile/i)).toBeNull()
})

it('says the same as a list', async () => {
  const server = serve()
  const { user, router } = renderRoute(`${address}&view=list`)
  const row = await screen.findByRole('row', { name: /Lamp/ })
  expect(within(row).getByText('2 / 6')).toBeVisible()
  expect(within(row).getByRole('link', { name: /E-0042 Harbour Lights/ })).toHaveAttribute('href', '/events/e1')
  await user.click(screen.getByRole('button', { name: 'As a drawing' }))
  expect(await screen.findByRole('grid', { name: 'Products' })).toBeVisible()
  await user.keyboard('+')
  await expect.poll(() => router.state.location.href).toContain('zoom=hours')
  expect(server.last('GET', '/timeline/contents')?.search).toContain('by=PRODUCT')
})

it('leads from a row to what it is about, within the app', async () => {
  serve()
  const { user, router } = renderRoute(address)
  const link = await screen.findByRole('link', { name: 'Lamp' })
  expect(link).toHaveAttribute('href', expect.stringMatching(/^\/availability\/./))
  await user.click(link)
  await expect.poll(() => router.state.location.pathname).toBe(link.getAttribute('href'))
})

it('leads from a category to its products, at the same time', async () => {
  serve()
  const { user, router } = renderRoute('/timeline?by=category&zoom=days&from=2027-05-30T00:00')
  await user.click(await screen.findByRole('link', { name: 'Lamp' }))
  await expect.poll(() => router.state.location.search).toMatchObject({ by: 'product', category: 'p1', zoom: 'days' })
  expect(await screen.findByRole('grid', { name: 'Products' })).toBeVisible()
})

it('teaches when there is nothing', async () => {
  serve().on('GET /timeline/rows', page([]))
  renderRoute('/timeline')
  expect(await screen.findByText('Nothing is on in this time')).toBeVisible()
  expect(screen.getByRole('link', { name: 'New event' })).toBeVisible()
})

it('comes nearer between two fingers, and keeps the moment between them', async () => {
  serve()
  const { router } = renderRoute(address)
  const grid = await screen.findByRole('grid', { name: 'Products' })
  const bar = await within(grid).findByRole('gridcell', { name: /Harbour Lights/ })
  const width = () => Number.parseFloat(bar.style.width)
  const before = width()
  const touch = (name: string, ...at: number[]) => {
    const touches = at.map((clientX) => ({ clientX, clientY: 200 }))
    const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), { touches })
    grid.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(touch('touchstart', 300)).toBe(false)
  expect(touch('touchstart', 300, 400)).toBe(true)
  touch('touchmove', 275, 425)
  await expect.poll(() => width() / before).toBeCloseTo(1.5)
  touch('touchmove', 330, 370)
  touch('touchend')
  await expect.poll(() => router.state.location.href).toContain('zoom=weeks')
  await expect.poll(() => width() / before).toBeCloseTo(0.4)
})

it('prints every row with something on it, and nothing of that stays on the screen', async () => {
  serve()
  const printed = vi.fn()
  vi.stubGlobal('print', printed)
  const { user } = renderRoute(address)
  await screen.findByRole('gridcell', { name: /Harbour Lights/ })
  await user.click(screen.getByRole('button', { name: 'Print' }))
  await expect.poll(() => printed.mock.calls.length).toBe(1)
  const paper = screen.getByRole('region', { name: 'Timeline' })
  expect(within(paper).getByText(/1 row with something on it · as of/)).toBeInTheDocument()
  expect(within(paper).getByRole('rowheader', { name: /Lamp 2 \/ 6/ })).toBeInTheDocument()
  expect(within(paper).getByText('Harbour Lights')).toBeInTheDocument()
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(() => screen.queryByRole('region', { name: 'Timeline' })).toBeNull()
})

it('keeps what is chosen where other times have other rows', async () => {
  const rows = ['Lamp', 'Hoist', 'Truss'].map((name, index) => ({ id: `p${index}`, name, sub: null, group: null, depth: 0 }))
  const early = { ...bar, eventId: 'e0', to: event.occupiedFrom }
  let later = false
  serve()
    .on('GET /timeline/rows', () => page(later ? rows.slice(1) : rows))
    .on('GET /timeline/contents', ({ url }) => ({
      rows: url.searchParams.getAll('id').map((id) => ({ id, bars: later ? [bar] : [early, bar], more: false, load: [] })),
      events: [event, { ...event, id: 'e0', name: 'Early Bird' }],
      asOf: '2027-05-01T00:00:00Z',
    }))
  const { user, queryClient } = renderRoute('/timeline?by=event&zoom=days&from=2027-05-30T00:00')
  const row = await screen.findByRole('row', { name: /Truss/ })
  await user.click(await within(row).findByRole('gridcell', { name: /Harbour Lights/ }))
  expect(screen.getByRole('region', { name: 'E-0042 Harbour Lights' })).toBeVisible()
  later = true
  await queryClient.invalidateQueries({ queryKey: ['timeline'] })
  await expect.poll(() => screen.queryByRole('row', { name: /Lamp/ })).toBeNull()
  expect(within(screen.getByRole('row', { name: /Truss/ })).getByRole('gridcell', { selected: true })).toHaveAccessibleName(
    /Harbour Lights/,
  )
  expect(within(screen.getByRole('row', { name: /Hoist/ })).queryByRole('gridcell', { selected: true })).toBeNull()
  expect(screen.getByRole('region', { name: 'E-0042 Harbour Lights' })).toBeVisible()
})
