import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const page = (items: unknown[]) => ({ items, total: items.length, next: null })

beforeEach(() => localStorage.clear())

const group = (profitGroup: string | null, planned: number, revenue: number, cost: number) => ({
  profitGroup,
  plannedRevenue: profitGroup ? null : eur(90_000),
  plannedCost: eur(planned),
  revenue: eur(revenue),
  cost: eur(cost),
  profit: eur(revenue - cost),
})
const profit = {
  event: { id: 'e1', name: 'E-0042 Harbour Lights' },
  lines: [group('CREW', 20_000, 80_000, 31_000), group('LOSS', 0, 0, 5_000)],
  total: group(null, 20_000, 80_000, 36_000),
  marginPercent: 55,
  deposits: eur(24_000),
}
const event = {
  id: 'e1',
  template: false,
  number: 'E-0042',
  name: 'Harbour Lights',
  typeId: 't1',
  typeName: 'Concert',
  phase: 'DE_PREP',
  phaseSince: '2027-06-03T00:00:00Z',
  tags: [],
  timeZone: 'Europe/Berlin',
  from: '2027-06-01T12:00:00Z',
  to: '2027-06-02T03:00:00Z',
  occupancy: { prepMinutes: 0, transitBeforeMinutes: 0, transitAfterMinutes: 0, turnaroundMinutes: 0 },
  occupiedFrom: '2027-06-01T09:00:00Z',
  occupiedTo: '2027-06-02T08:00:00Z',
  blocks: [],
  custom: {},
  optionedUntil: null,
  value: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
}
const planned = {
  id: 'k1',
  event: { id: 'e1', name: 'E-0042' },
  planned: true,
  profitGroup: 'CREW',
  text: 'Two technicians',
  spentOn: '2027-06-01',
  quantity: 2,
  unit: 'day',
  unitCost: 100,
  amount: eur(20_000),
  own: eur(20_000),
  sourceKind: 'hand',
  sourceId: null,
  charge: false,
  chargedOn: null,
  entryId: null,
  version: 1,
}
const lost = { id: 'a9', kind: 'asset', number: 'MIC-009', name: 'SM58', state: 'LOST' }
const left = {
  event: profit.event,
  phase: 'DE_PREP',
  back: 12,
  missing: [],
  lost: [lost],
  damaged: [],
  gathered: 0,
  toCharge: [],
  drafts: [],
  open: [],
  conditions: [{ code: 'not-given-back', message: 'in English', count: 3, names: ['SH-0001', 'SH-0002'] }],
  closes: true,
}
const money = (closeOut: object) =>
  fakeServer()
    .on('GET /events/:id', event)
    .on('GET /events/:id/phase', { phase: 'DE_PREP', ownPhaseId: null, since: event.phaseSince, ownPhases: [], next: [] })
    .on('GET /event-types', page([]))
    .on('GET /events/:id/profit', profit)
    .on('GET /events/:id/close-out', closeOut)
    .on('GET /events/:id/quote-billing', { quotes: [] })
    .on('POST /events/:id/gathered-costs', page([]))
    .on('GET /costs', ({ url }) => page(url.searchParams.get('planned') === 'true' ? [planned] : []))
    .on('GET /invoices', page([]))

it('goes through what is left of an event and closes it at the end', async () => {
  const server = money(left)
  const { user } = renderRoute('/events/e1?tab=money')
  expect(await screen.findByText('12 pieces and cases have come back')).toBeVisible()
  expect(screen.getByRole('link', { name: 'MIC-009 SM58' })).toHaveAttribute('href', '/assets/a9')
  expect(screen.getByText('Give back what partners have lent for it: SH-0001, SH-0002 and 1 more.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Close event' })).toBeNull()

  server.on('GET /events/:id/close-out', { ...left, conditions: [] }).on('POST /events/:id/phase', event)
  await user.click(screen.getByRole('button', { name: 'Take over costs (0 new)' }))
  await user.click(await screen.findByRole('button', { name: 'Close event' }))
  await expect.poll(() => server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'CLOSED' })
})

it('opens what each number of the profit is made of', async () => {
  money(left)
  const { user } = renderRoute('/events/e1?tab=money')
  const table = await screen.findByRole('table', { name: 'Profit' })
  const crew = within(table).getByRole('row', { name: /^Crew/ })
  const of = (name: string) => within(crew).getByRole('link', { name }).getAttribute('href')
  expect(of('€800.00')).toBe('/ledger?event=e1&accountClass=REVENUE&group=CREW')
  expect(of('€310.00')).toContain('accountClass=COST&accountClass=EXCHANGE&group=CREW')
  expect(of('€490.00')).toContain('accountClass=REVENUE&accountClass=COST')
  expect(screen.getByRole('link', { name: 'Planned revenue €900.00' })).toHaveAttribute('href', '/deals?event=e1&state=WON')
  expect(screen.getByRole('link', { name: 'Deposits held €240.00' })).toBeVisible()
  expect(screen.queryByText('Two technicians')).toBeNull()
  await user.click(within(crew).getByRole('button', { name: '€200.00' }))
  expect(await screen.findByText('Two technicians')).toBeVisible()
})

it('shows all costs of an event, page by page', async () => {
  const cost = (text: string) => ({ ...planned, id: text, planned: false, text })
  const server = money(left).on('GET /costs', ({ url }) =>
    url.searchParams.get('cursor') === 'after-first'
      ? { items: [cost('Second driver')], total: 2, next: null }
      : { items: [cost('First driver')], total: 2, next: 'after-first' },
  )
  const { user } = renderRoute('/events/e1?tab=money')
  expect(await screen.findByText('First driver')).toBeVisible()
  expect(screen.queryByText('Second driver')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show more (1 left)' }))
  expect(await screen.findByText('Second driver')).toBeVisible()
  expect(screen.getByText('First driver')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull()
  const asked = new URLSearchParams(server.last('GET', '/costs')!.search)
  expect(asked.get('event')).toBe('e1')
  expect(asked.get('planned')).toBe('false')
})

it('says of what is still to come that it is closed at the end, and nothing of closing what was cancelled', async () => {
  const server = money({ ...left, phase: 'CONFIRMED', conditions: [], closes: false })
  const { unmount } = renderRoute('/events/e1?tab=money')
  expect(await screen.findByText(/^It is closed at the end/)).toBeVisible()
  expect(screen.queryByText('It can be closed')).toBeNull()
  unmount()
  server.on('GET /events/:id/close-out', { ...left, phase: 'CANCELLED', conditions: [], closes: false })
  renderRoute('/events/e1?tab=money')
  expect(await screen.findByText('Nothing is left to charge on')).toBeVisible()
  expect(screen.queryByText(/closed/)).toBeNull()
})
