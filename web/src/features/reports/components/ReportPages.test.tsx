import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { About, Report, Subscription } from '../api/reports'

const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const about: About = {
  kind: 'EVENT_PROFITABILITY',
  ways: ['EVENT', 'TOP', 'QUARTER', 'CLIENT_YEAR'],
  span: 'LAST_12_MONTHS',
  sieves: ['CLIENT', 'EVENT_TYPE', 'WAREHOUSE'],
}
const capacity: About = { kind: 'CAPACITY', ways: ['WEEK', 'PRODUCT'], span: 'NEXT_3_MONTHS', sieves: ['WAREHOUSE', 'WANTED'] }
const money = (amountMinor: number, link: string | null = null) => ({
  text: null,
  number: null,
  money: { amountMinor, currency: 'EUR' },
  link,
})
const report: Report = {
  kind: 'EVENT_PROFITABILITY',
  by: 'QUARTER',
  from: '2026-01-01',
  to: '2026-06-30',
  currency: 'EUR',
  columns: [
    { key: 'quarter', type: 'QUARTER', label: null },
    { key: 'revenue', type: 'MONEY', label: null },
    { key: 'profit', type: 'MONEY', label: null },
  ],
  rows: [
    {
      cells: [
        { text: '2026-01-01', number: null, money: null, link: null },
        money(500_000, '/ledger?accountClass=REVENUE'),
        money(-12_000),
      ],
    },
    { cells: [{ text: '2026-04-01', number: null, money: null, link: null }, money(700_000), money(90_000)] },
  ],
  total: { cells: [{ text: null, number: null, money: null, link: null }, money(1_200_000), money(78_000)] },
  chart: {
    shape: 'BARS',
    along: 'QUARTER',
    labels: ['2026-01-01', '2026-04-01'],
    unit: 'MONEY',
    series: [{ key: 'profit', label: null, values: [-12_000, 90_000] }],
  },
  notes: ['WHOLE_QUARTERS'],
}

const server = () => fakeServer().on('GET /reports', page([about, capacity]))

it('shows a report whose numbers open what they are made of', async () => {
  const fake = server()
    .on('GET /event-types', page([]))
    .on('GET /locations', page([]))
    .on('GET /reports/EVENT_PROFITABILITY', report)
  const { user } = renderRoute('/reports/event-profitability?by=QUARTER')
  const table = await screen.findByRole('table', { name: 'Event profitability' })
  expect(within(table).getByText('Q2 2026')).toBeInTheDocument()
  expect(within(table).getByRole('link', { name: '€5,000.00' })).toHaveAttribute('href', '/ledger?accountClass=REVENUE')
  expect(within(table).getByText('−€120.00')).toBeInTheDocument()
  expect(within(table).getByRole('row', { name: /Total/ })).toHaveTextContent('€12,000.00')
  expect(screen.getByRole('img', { name: /Event profitability as a picture/ })).toBeInTheDocument()
  expect(screen.getByText('Money is counted by whole quarters.')).toBeInTheDocument()
  await user.click(screen.getByRole('combobox', { name: 'Shows' }))
  await user.click(await screen.findByRole('option', { name: 'Top 100 events' }))
  expect(fake.last('GET', '/reports/EVENT_PROFITABILITY')?.search).toContain('by=TOP')
})

it('asks what a job needs before it says whether it fits', async () => {
  server().on('GET /locations', page([])).on('GET /events', page([]))
  renderRoute('/reports/capacity')
  expect(await screen.findByText('What does the job need?')).toBeInTheDocument()
})

const subscription: Subscription = {
  id: 's1',
  owner: { id: 'u1', name: 'Ana Ruiz' },
  report: 'EVENT_PROFITABILITY',
  name: 'Profit of the month',
  question: { by: 'QUARTER', span: 'LAST_QUARTER', clients: ['c1'] },
  format: 'PDF',
  rhythm: 'WEEKLY',
  day: 1,
  hour: 7,
  recipients: [{ id: 'u2', name: 'Ben Ito' }],
  nextAt: null,
  stoppedAt: '2026-11-01T06:00:00Z',
  stoppedReason: 'PERMISSION_LOST',
  stoppedBy: 'Ben Ito',
  changedAt: '2026-11-01T06:00:00Z',
  version: 2,
}

it('says why a report is mailed no more', async () => {
  server().on('GET /report-subscriptions', page([subscription]))
  renderRoute('/reports/scheduled')
  const card = await screen.findByRole('region', { name: 'Profit of the month' })
  expect(within(card).getByText('Stopped: Ben Ito may not see this report any more')).toBeInTheDocument()
  expect(within(card).getByText(/Every Monday, 7:00/)).toBeInTheDocument()
  expect(within(card).getByRole('link', { name: 'Open the report' })).toHaveAttribute(
    'href',
    '/reports/event-profitability?by=QUARTER&client=c1&span=LAST_QUARTER',
  )
})
