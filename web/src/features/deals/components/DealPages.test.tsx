import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Board, Deal, Pipeline, Stage } from '../api/deals'

const stages: Stage[] = [
  { id: 's1', name: 'Lead', state: 'OPEN', probabilityPercent: 10, quoteSent: false },
  { id: 's2', name: 'Negotiation', state: 'OPEN', probabilityPercent: 75, quoteSent: false },
  { id: 's3', name: 'Won', state: 'WON', probabilityPercent: 100, quoteSent: false },
  { id: 's4', name: 'Lost', state: 'LOST', probabilityPercent: 0, quoteSent: false },
]
const pipeline: Pipeline = {
  id: 'p1',
  name: 'Sales',
  standard: true,
  stages,
  archivedAt: null,
  changedAt: '2027-01-01T00:00:00Z',
  version: 1,
}
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const deal = (more: Partial<Deal> = {}): Deal => ({
  id: 'd1',
  number: 'D-0001',
  name: 'Summer stage',
  client: { id: 'c1', name: 'Nordlicht' },
  contact: null,
  pipeline: { id: 'p1', name: 'Sales' },
  stage: { id: 's1', name: 'Lead' },
  state: 'OPEN',
  stageSince: '2027-01-01T00:00:00Z',
  value: eur(1_250_000),
  probabilityPercent: null,
  chancePercent: 10,
  weighted: eur(125_000),
  expectedClose: '2027-05-01',
  eventFrom: null,
  eventTo: null,
  venue: null,
  event: null,
  owner: null,
  competitor: null,
  lostReason: null,
  notes: null,
  closedAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 4,
  ...more,
})
const board = (where = 's1'): Board => ({
  pipeline,
  closedSince: '2026-10-01',
  columns: stages.map((stage) => ({
    stage,
    total: stage.id === where ? 1 : 0,
    sums: stage.id === where ? [{ value: eur(1_250_000), weighted: eur(125_000) }] : [],
    deals: stage.id === where ? [deal({ stage, state: stage.state })] : [],
  })),
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = () => {
  let where = 's1'
  const server = fakeServer()
  return server
    .on('GET /pipelines', page([pipeline]))
    .on('GET /deals/board', () => board(where))
    .on('POST /deals/:id/stage', () => {
      where = (server.last('POST', '/deals/d1/stage')!.body as { stageId: string }).stageId
      return deal()
    })
}

beforeEach(() => localStorage.clear())

it('moves a deal to the next stage by key and keeps the focus on it', async () => {
  const server = serve()
  const { user } = renderRoute('/deals/board')
  const link = await screen.findByRole('link', { name: 'Summer stage' })
  link.focus()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  const column = await screen.findByRole('region', { name: 'Negotiation' })
  expect(await within(column).findByRole('link', { name: 'Summer stage' })).toBeVisible()
  expect(server.last('POST', '/deals/d1/stage')?.body).toEqual({ stageId: 's2' })
  expect(server.last('POST', '/deals/d1/stage')?.headers.get('If-Match')).toBe('"4"')
  await expect.poll(() => document.activeElement?.textContent).toBe('Summer stage')
})

it('moves a deal by dragging it', async () => {
  const server = serve()
  renderRoute('/deals/board')
  const card = (await screen.findByRole('link', { name: 'Summer stage' })).closest('li')!
  const dataTransfer = { setData: () => undefined, effectAllowed: '', dropEffect: '' }
  fireEvent.dragStart(card, { dataTransfer })
  const column = screen.getByRole('region', { name: 'Won' })
  fireEvent.dragOver(column, { dataTransfer })
  fireEvent.drop(column, { dataTransfer })
  await expect.poll(() => server.last('POST', '/deals/d1/stage')?.body).toEqual({ stageId: 's3' })
})

it('asks why a deal is lost', async () => {
  const server = serve()
  const { user } = renderRoute('/deals/board')
  await user.click(await screen.findByRole('button', { name: 'Move Summer stage' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move to Lost' }))
  const dialog = await screen.findByRole('dialog', { name: 'Why was Summer stage lost?' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Reason/ }), 'Too dear')
  await user.click(within(dialog).getByRole('button', { name: 'Mark as lost' }))
  await expect
    .poll(() => server.last('POST', '/deals/d1/stage')?.body)
    .toEqual({ stageId: 's4', lostReason: 'Too dear', competitor: null })
})

it('says when somebody else was faster', async () => {
  serve().on('POST /deals/:id/stage', () => {
    throw refuse(412, 'stale', { facts: { currentVersion: 5, changes: [{ field: 'stage', old: 'Lead', now: 'Won' }] } })
  })
  renderRoute('/deals/board')
  const link = await screen.findByRole('link', { name: 'Summer stage' })
  fireEvent.keyDown(link, { key: 'ArrowRight', shiftKey: true })
  expect(await screen.findByText(/somebody/i)).toBeVisible()
})

it('shows what each month may bring', async () => {
  fakeServer().on(
    'GET /deals/forecast',
    page([
      { month: '2027-05-01', open: 2, value: eur(2_000_000), weighted: eur(500_000), won: eur(0) },
      { month: null, open: 1, value: eur(0), weighted: eur(0), won: eur(0) },
    ]),
  )
  renderRoute('/deals/forecast')
  const row = (await screen.findByText('May 2027')).closest('tr')!
  // Every sum opens the deals that it is made of.
  expect(within(row).getByRole('link', { name: '€5,000.00' })).toHaveAttribute(
    'href',
    '/deals?state=OPEN&closeFrom=2027-05-01&closeTo=2027-05-31',
  )
  expect(screen.getByText('Without a date')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Export' })).toBeVisible()
})

it('makes a pipeline with stages of its own', async () => {
  const server = fakeServer()
    .on('GET /pipelines', page([pipeline]))
    .on('POST /pipelines', pipeline)
  const { user } = renderRoute('/deals/pipelines')
  await user.click(await screen.findByRole('button', { name: 'New pipeline' }))
  const dialog = await screen.findByRole('dialog', { name: 'New pipeline' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Name of the pipeline/ }), 'Tours')
  await user.click(within(dialog).getByRole('button', { name: 'Move Won up' }))
  await user.click(within(dialog).getByRole('button', { name: 'Create pipeline' }))
  await expect
    .poll(() => (server.last('POST', '/pipelines')?.body as { stages: Stage[] } | undefined)?.stages.map((one) => one.state))
    .toEqual(['WON', 'OPEN', 'LOST'])
})

it('keeps what was said to a client, and ticks off what is done', async () => {
  const task = {
    id: 'a1',
    kind: 'TASK',
    subject: 'Send the plan',
    text: 'With the dimmer list.',
    client: { id: 'c1', name: 'Nordlicht' },
    deal: null,
    contact: null,
    at: '2020-01-01T10:00:00Z',
    remindAt: null,
    doneAt: null,
    assignee: { id: 'u1', name: 'Noah' },
    createdByName: 'Ana',
    createdAt: '2020-01-01T10:00:00Z',
    changedAt: '2020-01-01T10:00:00Z',
    version: 1,
  }
  const server = fakeServer()
    .on('GET /deals/d1', deal())
    .on('GET /pipelines', page([pipeline]))
    .on('GET /clients/c1', { contacts: [{ id: 'k1', name: 'Ida' }] })
    .on('GET /activities', page([task]))
    .on('POST /activities/:id/done', task)
    .on('POST /activities', task)
  const { user } = renderRoute('/deals/d1?tab=activities')
  expect(await screen.findByText('Overdue')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Mark as done' }))
  await expect.poll(() => server.last('POST', '/activities/a1/done')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Add activity' }))
  const dialog = await screen.findByRole('dialog', { name: 'Add activity' })
  await user.type(await within(dialog).findByRole('textbox', { name: /^Subject/ }), 'Asked about dates')
  await user.click(within(dialog).getByRole('button', { name: 'Add activity' }))
  await expect
    .poll(() => server.last('POST', '/activities')?.body)
    .toMatchObject({ kind: 'CALL', subject: 'Asked about dates', clientId: 'c1', dealId: 'd1', remindAt: null })
})

it('shows what came of a won deal', async () => {
  const line = (profitGroup: string | null) => ({
    profitGroup,
    plannedRevenue: null,
    plannedCost: eur(20_000),
    revenue: eur(80_000),
    cost: eur(31_000),
    profit: eur(49_000),
  })
  const event = { id: 'e1', number: 'E-0042', name: 'Summer stage' }
  serve()
    .on('GET /deals/:id', deal({ state: 'WON', stage: { id: 's3', name: 'Won' }, event }))
    .on('GET /events/:id/profit', { event, lines: [line('CREW')], total: line(null), marginPercent: 61.3, deposits: eur(0) })
  renderRoute('/deals/d1?tab=money')
  const table = await screen.findByRole('table', { name: 'Profit' })
  expect(within(table).getByRole('row', { name: /^In all/ })).toHaveTextContent('€490.00')
})
