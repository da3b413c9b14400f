import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Entry } from '../api/availability'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const product = (id: string, name: string) => ({
  id,
  kind: 'SERIALISED',
  name,
  manufacturer: 'Acme',
  model: 'F1',
  categoryName: 'Fog',
})
const entry = (reason: string, quantity: number, more: Partial<Entry> = {}): Entry => ({
  reason,
  standing: null,
  kind: reason === 'BOOKED' ? 'event' : 'asset',
  subject: `${reason}${more.label}`,
  label: 'X',
  quantity,
  from: null,
  to: null,
  late: null,
  since: '2027-05-01T08:00:00Z',
  ...more,
})
const span = 'from=2027-06-01T06:00:00.000Z&to=2027-06-03T06:00:00.000Z'
const serve = () =>
  fakeServer()
    .on(
      'GET /locations',
      page([
        { id: 'w1', name: 'Berlin' },
        { id: 'w2', name: 'Hamburg' },
      ]),
    )
    .on('GET /categories', page([]))
    .on('GET /products', page([product('p1', 'Fogger'), product('p2', 'Hazer')]))
    .on('GET /products/:id', ({ params }) => product(params[0]!, 'Fogger'))
    .on(
      'GET /availability/products',
      page([
        { id: 'p1', firm: -2, worst: -5, expected: -3 },
        { id: 'p2', firm: 0, worst: 0, expected: 0 },
      ]),
    )
    .on(
      'GET /availability/timeline',
      page([
        { from: '2027-06-01T06:00:00Z', firm: 3, worst: 3 },
        { from: '2027-06-02T06:00:00Z', firm: 1, worst: -1 },
      ]),
    )
    .on('GET /availability/explanation', ({ url }) => ({
      knownAt: '2027-05-31T00:00:00Z',
      free: { firm: 1, worst: -1, expected: 0 },
      more: 0,
      entries: url.searchParams.get('knownAt')
        ? []
        : [
            ...[1, 2, 3].map((i) => entry('OWNED', 1, { label: `F-00${i}` })),
            entry('BOOKED', -2, {
              standing: 'CONFIRMED',
              label: 'Aurora',
              from: '2027-06-02T06:00:00Z',
              to: '2027-06-02T18:00:00Z',
            }),
            entry('BOOKED', -2, {
              standing: 'OPTION',
              label: 'Borealis',
              from: '2027-06-02T06:00:00Z',
              to: '2027-06-04T18:00:00Z',
            }),
          ],
    }))

beforeEach(() => localStorage.clear())

it('asks the numbers of a page at once and says what is short in words', async () => {
  const server = serve()
  renderRoute(`/availability?warehouse=w2&${span}`)
  const row = await screen.findByRole('row', { name: /Fogger/ })
  expect(row).toHaveTextContent('−2short')
  const asked = server.calls.filter((call) => call.path === '/availability/products')
  expect(asked).toHaveLength(1)
  const query = new URLSearchParams(asked[0]!.search)
  expect(query.getAll('product')).toEqual(['p1', 'p2'])
  expect([query.get('warehouse'), query.get('from')]).toEqual(['w2', '2027-06-01T06:00:00.000Z'])
  expect(new URLSearchParams(server.last('GET', '/products')!.search).has('warehouse')).toBe(false)
})

it('shows only what is short, from the whole catalogue, and keeps that in the address', async () => {
  const server = serve()
  const { user, router } = renderRoute(`/availability?${span}`)
  await screen.findByRole('row', { name: /Hazer/ })
  await user.click(screen.getByRole('switch', { name: 'Short only' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /Hazer/ })).toBeNull())
  expect(await screen.findByRole('row', { name: /Fogger/ })).toBeVisible()
  expect(new URLSearchParams(server.last('GET', '/availability/products')!.search).has('product')).toBe(false)
  expect(router.state.location.search).toMatchObject({ short: 'yes' })
})

it('remembers the warehouse, and teaches where there is none', async () => {
  serve()
  const { user, unmount } = renderRoute('/availability')
  await user.click(await screen.findByRole('combobox', { name: 'Warehouse' }))
  await user.click(await screen.findByRole('option', { name: 'Hamburg' }))
  expect(localStorage.getItem('availability.warehouse')).toBe('w2')
  unmount()
  serve().on('GET /locations', page([]))
  renderRoute('/availability')
  expect(await screen.findByText('No warehouse yet')).toBeVisible()
})

it('explains the moment with the fewest free, and another that is chosen', async () => {
  serve()
  const { user } = renderRoute(`/availability/p1?${span}`)
  const sum = await screen.findByRole('row', { name: /^Free on/ })
  expect(sum).toHaveTextContent('2 Jun 2027, 08:00')
  expect(within(sum).getByText('1')).toBeVisible()
  expect(screen.getByRole('row', { name: /^Worst case/ })).toHaveTextContent('−1')
  expect(screen.getByRole('row', { name: /Borealis/ })).toHaveTextContent('worst case only')
  await user.click(screen.getByRole('button', { name: 'Owned · 3 entries' }))
  expect(screen.getByRole('link', { name: 'F-002' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'As a table (2 steps)' }))
  await user.click(screen.getByRole('button', { name: /^Explain 1 Jun/ }))
  expect(await screen.findByRole('row', { name: /^Free on 1 Jun/ })).toHaveTextContent('3')
  expect(screen.getByRole('row', { name: /Aurora/ })).toHaveTextContent('not then')
})

it('says of what is used up from when on, and how many entries it does not list', async () => {
  serve().on('GET /availability/explanation', {
    knownAt: '2027-05-31T00:00:00Z',
    free: { firm: 1, worst: 1, expected: 1 },
    more: 1_204,
    entries: [
      entry('OWNED', 40, { kind: 'product' }),
      entry('BOOKED', -6, { standing: 'CONFIRMED', label: 'Aurora', from: '2027-06-02T06:00:00Z' }),
    ],
  })
  renderRoute(`/availability/p1?${span}`)
  const row = await screen.findByRole('row', { name: /Aurora/ })
  expect(row).toHaveTextContent('2 Jun 2027, 08:00does not come back')
  expect(screen.getByRole('row', { name: /^1,204 more entries are not listed/ })).toBeVisible()
})

it('says that the past is the past, and finds back', async () => {
  const server = serve()
  const { user, router } = renderRoute(`/availability/p1?${span}&knownAt=2027-05-31T00:00:00Z`)
  expect(await screen.findByText(/^The past: what was known on 31 May 2027/)).toBeVisible()
  expect(await screen.findByText('Nothing of it was known here')).toBeVisible()
  expect(server.last('GET', '/availability/timeline')).toBeUndefined()
  await user.click(screen.getByRole('button', { name: 'Back to now' }))
  expect(await screen.findByRole('row', { name: /Aurora/ })).toBeVisible()
  expect(router.state.location.search).not.toHaveProperty('knownAt')
})

it('sets how long what is late stays away', async () => {
  const server = serve()
    .on('GET /company', {
      name: 'Stagelight',
      addressLines: [],
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      formerBaseUrls: [],
      assetNumberWidth: 3,
      version: 1,
    })
    .on('GET /cases/numbering', { prefix: 'FC-', width: 4, next: 1, version: 1 })
    .on('GET /availability/late-returns', { horizon: 'DAYS', days: 3, version: 7 })
    .on('PUT /availability/late-returns', ({ body }) => ({ ...(body as object), version: 8 }))
  const { user } = renderRoute('/settings')
  const days = await screen.findByRole('textbox', { name: /How many days/ })
  await user.clear(days)
  await user.type(days, '5')
  const form = days.closest('form')!
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.last('PUT', '/availability/late-returns')?.body).toEqual({ horizon: 'DAYS', days: 5 }))
  expect(server.last('PUT', '/availability/late-returns')!.headers.get('If-Match')).toBe('"7"')
})

it('counts everything anew where somebody asks, and names what does not fit', async () => {
  let differences: string[] = []
  serve()
    .on('GET /company', {
      name: 'Stagelight',
      addressLines: [],
      currency: 'EUR',
      timeZone: 'UTC',
      formerBaseUrls: [],
      version: 1,
    })
    .on('GET /availability/check', () => ({ differences }))
  const { user } = renderRoute('/settings')
  await user.click(await screen.findByRole('button', { name: 'Check now' }))
  expect(await screen.findByText('Everything agrees.')).toBeVisible()
  differences = ['Fogger in Berlin: 3 instead of 2']
  await user.click(screen.getByRole('button', { name: 'Check now' }))
  expect(await screen.findByText('1 difference')).toBeVisible()
  expect(screen.getByText('Fogger in Berlin: 3 instead of 2')).toBeVisible()
})

it('says of a kit how many are free, by its parts, now and as it was known', async () => {
  const free = { firm: 2, worst: 1, expected: 2 }
  const server = serve()
    .on('GET /kits/:id', {
      id: 'k1',
      code: 'K1',
      name: 'Wash',
      mode: 'ALL_OR_NOTHING',
      hirePrice: null,
      components: [],
      archivedAt: null,
      version: 1,
    })
    .on('GET /availability/kits/:id', ({ url }) => ({
      itemByItem: false,
      free: url.searchParams.get('knownAt') ? { firm: 5, worst: 5, expected: 5 } : free,
      components: [
        { product: 'p1', name: 'Fogger', required: 2, pieces: { firm: 4, worst: 3, expected: 4 }, kits: free },
        { product: 'p2', name: 'Hazer', required: 1, pieces: free, kits: { firm: 9, worst: 9, expected: 9 } },
      ],
    }))
  const { user } = renderRoute(`/kits/k1?tab=availability&${span}`)
  expect(await screen.findByText(/Fogger is the tightest/)).toBeVisible()
  expect(screen.getAllByText('2', { selector: 'dd *' })).toHaveLength(2)
  fireEvent.change(screen.getByLabelText('As it was known on'), { target: { value: '2027-05-30T10:00' } })
  expect(await screen.findByText(/^The past: what was known on 30 May 2027/)).toBeVisible()
  await waitFor(() => expect(server.last('GET', '/availability/explanation')!.search).toContain('knownAt='))
  await user.click(screen.getByRole('button', { name: 'Back to now' }))
  await waitFor(() => expect(screen.queryByText(/^The past/)).toBeNull())
})
