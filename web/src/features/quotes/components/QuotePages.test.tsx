import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { tellChanged } from '@/lib/event-stream'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Quote, QuoteLine } from '../api/quotes'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const line = (more: Partial<QuoteLine> = {}): QuoteLine => ({
  id: 'l1',
  kind: 'PRODUCT',
  productId: 'p1',
  kitId: null,
  code: 'ML',
  name: 'Moving light',
  note: null,
  quantity: 4,
  byParts: false,
  basis: {
    listPrice: 100,
    source: 'CATALOGUE',
    sourceName: null,
    unit: 'DAY',
    factor: 2,
    factorName: 'Standard',
    rate: 1,
    rateName: null,
    minimum: null,
  },
  discountPercent: null,
  percent: null,
  percentOf: null,
  optional: false,
  alternativeTo: null,
  chosen: true,
  vat: { category: 'STANDARD', percent: 19 },
  ownVat: false,
  list: eur(80_000),
  amount: eur(80_000),
  net: eur(80_000),
  unitCost: null,
  cost: null,
  steps: [
    { kind: 'LIST_PRICE', name: null, factor: null, after: 100 },
    { kind: 'DAYS', name: 'Standard', factor: 2, after: 200 },
    { kind: 'QUANTITY', name: null, factor: 4, after: 800 },
  ],
  ...more,
})
const quote = (version: number, lines: QuoteLine[], state: Quote['current']['state'] = 'DRAFT'): Quote => ({
  id: 'q1',
  template: false,
  number: 'Q-2027-0001',
  name: 'Summer stage',
  client: { id: 'c1', number: null, name: 'Nordlicht' },
  contact: null,
  deal: null,
  event: null,
  warehouse: null,
  owner: null,
  notes: null,
  vatOfClient: { category: 'STANDARD', percent: 19 },
  current: {
    id: 'v1',
    nth: 1,
    state,
    stateSince: '2027-01-01T00:00:00Z',
    currency: 'EUR',
    exchangeRate: 1,
    language: 'en',
    hireFrom: null,
    hireTo: null,
    chargedDays: 3,
    validUntil: '2027-02-01',
    intro: null,
    terms: null,
    clientDiscountPercent: null,
    discount: { percent: null, amountMinor: null },
    depositPercent: null,
    cancellation: [],
    vat: { category: 'STANDARD', percent: 19 },
    groups: [{ id: 'g1', name: 'Light', discount: { percent: null, amountMinor: null }, net: eur(80_000), lines }],
    list: eur(80_000),
    totals: {
      sums: [{ rate: { category: 'STANDARD', percent: 19 }, net: eur(80_000), tax: eur(15_200) }],
      net: eur(80_000),
      tax: eur(15_200),
      gross: eur(95_200),
    },
    deposit: eur(0),
    cost: eur(0),
    margin: eur(80_000),
    listDiscountPercent: 0,
    askedByName: null,
    refusedReason: null,
    approvedByName: null,
    sentAt: null,
    sentByName: null,
    viewedAt: null,
    decidedAt: null,
    declineReason: null,
  },
  versions: [],
  changedAt: '2027-01-01T00:00:00Z',
  version,
})
const hit = { id: 'p2', kind: 'product', title: 'SM58', subtitle: 'Shure', code: 'SM58', active: true }
const serve = () =>
  fakeServer()
    .on('GET /quotes/q1/stock', { from: null, to: null, warehouseId: null, lines: [] })
    .on('GET /search', { groups: [{ kind: 'product', items: [hit] }] })
    .on('GET /quotes/q1', quote(7, [line()]))

beforeEach(() => localStorage.clear())

it('changes a quantity where it stands and shows what it comes to', async () => {
  const server = serve().on('PATCH /quotes/q1', quote(8, [line({ quantity: 6, net: eur(120_000) })]))
  const { user } = renderRoute('/quotes/q1')
  const field = await screen.findByRole('textbox', { name: 'Quantity of Moving light' })
  await user.clear(field)
  await user.type(field, '6{Enter}')
  expect(await screen.findByRole('button', { name: /Moving light: €1,200.00/ })).toBeVisible()
  const sent = server.last('PATCH', '/quotes/q1')
  expect(sent?.headers.get('If-Match')).toBe('"7"')
  expect(sent?.body).toMatchObject({ groups: [{ id: 'g1', lines: [{ id: 'l1', quantity: 6, listPrice: null }] }] })
})

it('says of what no price is known', async () => {
  const free = line({ id: 'l2', name: 'Old dimmer', net: eur(0) })
  serve().on('GET /quotes/q1', quote(7, [line(), { ...free, basis: { ...free.basis, listPrice: 0 } }]))
  renderRoute('/quotes/q1')
  const row = (await screen.findByText('Old dimmer')).closest('tr')!
  expect(within(row).getByText('No price')).toBeVisible()
  expect(screen.getAllByText('No price')).toHaveLength(1)
})

it('adds what is typed with its number', async () => {
  const server = serve().on('PATCH /quotes/q1', quote(8, [line(), line({ id: 'l2', name: 'SM58' })]))
  const { user } = renderRoute('/quotes/q1')
  await user.type(await screen.findByRole('combobox', { name: 'Add to Light' }), '12 sm58')
  await screen.findByRole('option', { name: /SM58/, selected: true })
  await user.keyboard('{Enter}')
  await expect
    .poll(() => server.last('PATCH', '/quotes/q1')?.body)
    .toMatchObject({ groups: [{ lines: [{ id: 'l1' }, { kind: 'PRODUCT', productId: 'p2', quantity: 12 }] }] })
})

it('says where the VAT is not what the client calls for', async () => {
  const nobody = { items: [], total: 0, next: null }
  serve()
    .on('GET /clients', nobody)
    .on('GET /deals', nobody)
    .on('GET /events', nobody)
    .on('GET /quotes/q1', { ...quote(7, [line()]), vatOfClient: { category: 'REVERSE_CHARGE', percent: 0 } })
  const { user } = renderRoute('/quotes/q1')
  await user.click(await screen.findByRole('tab', { name: 'Details' }))
  expect(await screen.findByText("By the client's country and VAT number it would be: Reverse charge.")).toBeVisible()
})

it('says who the quote is for, who answers for it and whose stock it looks at', async () => {
  const all = <T,>(...items: T[]) => ({ items, total: items.length, next: null })
  const server = serve()
    .on('GET /clients', all({ id: 'c1', name: 'Nordlicht' }, { id: 'c2', name: 'Hafen Live' }))
    .on('GET /clients/c1', { contacts: [{ id: 'k1', name: 'Ida Holm' }] })
    .on('GET /clients/c2', { contacts: [{ id: 'k2', name: 'Jo Weber' }] })
    .on('GET /deals', all())
    .on('GET /events', all())
    .on('GET /users', all({ id: 'u1', name: 'Ana Ruiz' }))
    .on('GET /locations', all({ id: 'l2', name: 'Hall south' }))
    .on('GET /quotes/q1', { ...quote(7, [line()]), contact: { id: 'k1', number: null, name: 'Ida Holm' } })
    .on('PATCH /quotes/q1', quote(8, [line()]))
  const { user } = renderRoute('/quotes/q1?tab=details')
  const choose = async (label: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: label }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  expect(await screen.findByDisplayValue('Ida Holm')).toBe(screen.getByRole('combobox', { name: 'Contact' }))
  await choose('Warehouse', 'Hall south')
  await choose('Responsible', 'Ana Ruiz')
  // Who speaks for one client does not for another.
  await choose('Client', 'Hafen Live')
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Contact' })).toHaveValue(''))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect
    .poll(() => server.last('PATCH', '/quotes/q1')?.body)
    .toEqual({ clientId: 'c2', contactId: null, warehouseId: 'l2', ownerId: 'u1' })
})

it('explains a price step by step', async () => {
  serve()
  const { user } = renderRoute('/quotes/q1')
  await user.click(await screen.findByRole('button', { name: /Moving light: €800.00/ }))
  const steps = await screen.findByRole('dialog')
  expect(within(steps).getByText('Charged days')).toBeVisible()
  expect(within(steps).getByText('€800.00')).toBeVisible()
})

it('says why a quote can not be sent', async () => {
  serve().on('POST /quotes/q1/send', () => {
    throw refuse(409, 'quote-not-ready', { facts: { quote: 'Q-2027-0001 Summer stage', missing: 'x' } })
  })
  const { user } = renderRoute('/quotes/q1')
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Mark as sent' }))
  expect(await screen.findByText(/can not be sent yet/)).toBeVisible()
})

it('shows a sent quote to be read and offers a new version', async () => {
  serve().on('GET /quotes/q1', quote(9, [line()], 'SENT'))
  renderRoute('/quotes/q1')
  expect(await screen.findByRole('button', { name: 'New version' })).toBeVisible()
  expect(screen.queryByRole('textbox', { name: 'Quantity of Moving light' })).toBeNull()
})

it('writes down a yes by telephone with what the client takes', async () => {
  const lines = [
    line(),
    line({ id: 'l2', name: 'Haze', optional: true, chosen: false }),
    line({ id: 'l3', name: 'Large light', alternativeTo: 'l1', chosen: true }),
    line({ id: 'l4', name: 'Small light', alternativeTo: 'l1', chosen: false }),
  ]
  const server = serve()
    .on('GET /quotes/q1', { ...quote(9, lines, 'SENT'), versions: [{ id: 'v1', nth: 1, sentAt: '2027-01-01T00:00:00Z' }] })
    .on('GET /quotes/q1/acceptances', { items: [] })
    .on('GET /quotes/q1/links', { items: [] })
    .on('GET /quotes/q1/remarks', { items: [] })
    .on('POST /quotes/q1/acceptances', {})
    .on('POST /quotes/q1/links', { link: {}, address: 'https://rent.example/offer/x' })
  const { user } = renderRoute('/quotes/q1?tab=client')
  await user.click(await screen.findByRole('button', { name: 'Accepted otherwise…' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(await within(dialog).findByRole('textbox', { name: /Who accepted/ }), 'Ida Holm')
  await user.click(within(dialog).getByRole('checkbox', { name: '4 × Haze' }))
  await user.click(within(dialog).getByRole('checkbox', { name: '4 × Small light' }))
  expect(within(dialog).getByRole('checkbox', { name: '4 × Large light' })).not.toBeChecked()
  await user.click(within(dialog).getByRole('button', { name: 'Write it down' }))
  await expect
    .poll(() => server.last('POST', '/quotes/q1/acceptances')?.body)
    .toEqual({ name: 'Ida Holm', note: null, chosen: ['l2', 'l4'] })

  // A link is good for as long as somebody chooses.
  await user.clear(await screen.findByRole('textbox', { name: /For whom/ }))
  await user.type(screen.getByRole('textbox', { name: /For whom/ }), 'Ida Holm')
  await user.type(screen.getByRole('textbox', { name: /Good until/ }), '31.3.2027')
  await user.click(screen.getByRole('button', { name: 'Make a link' }))
  await expect
    .poll(() => server.last('POST', '/quotes/q1/links')?.body)
    .toEqual({ forName: 'Ida Holm', expiresAt: '2027-03-31T22:00:00.000Z' })
})

it('shows a yes and what else came from the client while somebody looks', async () => {
  const server = serve()
    .on('GET /quotes/q1', { ...quote(9, [line()], 'SENT'), versions: [{ id: 'v1', nth: 1, sentAt: '2027-01-01T00:00:00Z' }] })
    .on('GET /quotes/q1/acceptances', { items: [] })
    .on('GET /quotes/q1/links', { items: [] })
    .on('GET /quotes/q1/remarks', { items: [] })
  renderRoute('/quotes/q1?tab=client')
  expect(await screen.findByText('There is no answer yet.')).toBeVisible()
  const yes = { id: 'a1', state: 'CONFIRMED', name: 'Ida Holm', note: null, at: '2027-01-05T10:00:00Z', contact: null, ip: null }
  const more = { program: null, witnessName: null, net: eur(1), gross: eur(1), eventId: null, hindrance: null, triedAt: null }
  const asked = { id: 'r1', own: false, name: 'Ida Holm', text: 'Is the haze free of oil?', at: '2027-01-04T10:00:00Z' }
  server
    .on('GET /quotes/q1/acceptances', { items: [{ ...yes, ...more, withdrawnReason: null }] })
    .on('GET /quotes/q1/remarks', { items: [asked] })
  act(() => tellChanged('quote', 'q1'))
  expect(await screen.findByText(/^Ida Holm accepted on/)).toBeVisible()
  expect(await screen.findByText('Is the haze free of oil?')).toBeVisible()
})

it('bills the deposit of a quote that was accepted', async () => {
  const account = {
    quote: { id: 'q1', name: 'Q-2027-0001 Summer stage' },
    event: { id: 'e1', name: 'E-2027-0001 Summer stage' },
    net: eur(80_000),
    gross: eur(95_200),
    depositPercent: 30,
    deposit: eur(28_560),
    billed: eur(0),
    deposits: eur(0),
    left: eur(80_000),
    toCharge: 0,
    lines: [{ id: 'l1', name: 'Moving light', quantity: 4, net: eur(80_000), billed: eur(0) }],
    invoices: [],
  }
  const server = serve()
    .on('GET /quotes/q1', quote(9, [line()], 'ACCEPTED'))
    .on('GET /quotes/q1/billing', account)
    .on('POST /quotes/q1/invoices', { id: 'i1' })
  const { user } = renderRoute('/quotes/q1?tab=money')
  expect(await screen.findByRole('link', { name: 'E-2027-0001 Summer stage' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Make an invoice' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/€285.60 with VAT/)).toBeVisible()
  await user.click(within(dialog).getByRole('button', { name: 'Create draft' }))
  await expect
    .poll(() => server.last('POST', '/quotes/q1/invoices')?.body)
    .toEqual({ kind: 'DEPOSIT', percent: 30, lines: null, costs: null })
})
