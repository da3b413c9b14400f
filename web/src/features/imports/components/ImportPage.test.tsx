import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const mapping = {
  columns: [{ column: 0, field: 'number', unit: null }],
  defaults: {},
  mode: 'ALL_OR_NOTHING',
  existing: 'SKIP',
  dates: 'DAY_FIRST',
  decimals: 'AUTO',
  currency: null,
  createMissing: null,
}
const upload = (more: object = {}) => ({
  id: 'i1',
  kind: 'ASSETS',
  state: 'PREVIEWED',
  fileName: 'assets.csv',
  sizeBytes: 100,
  charset: 'UTF-8',
  delimiter: ',',
  rowCount: 30000,
  columns: [{ index: 0, name: 'number', samples: ['A-1'] }],
  fields: [{ name: 'number', type: 'TEXT', required: false, choices: [], units: [] }],
  suggested: mapping,
  mapping,
  preview: { created: 30000, updated: 0, existing: 0, bad: 0 },
  result: null,
  jobId: 'j1',
  createdByName: 'Ana Ruiz',
  createdAt: '2027-01-01T08:00:00Z',
  version: 3,
  ...more,
})
const job = (more: object = {}) => ({
  id: 'j1',
  kind: 'import',
  title: 'assets.csv',
  state: 'RUNNING',
  done: 4000,
  total: 30000,
  message: 'writing',
  createdAt: '2027-01-01T08:00:00Z',
  startedAt: '2027-01-01T08:00:00Z',
  endedAt: null,
  result: null,
  ...more,
})

it('shows the work that goes on to whoever comes back, cancels it, and says what stays', async () => {
  let now = job()
  fakeServer()
    .on('GET /imports/:id', upload())
    .on('GET /jobs/:id', () => now)
    .on('POST /jobs/:id/cancellation', () => {
      now = job({ state: 'CANCELLED' })
      return job({ cancelRequested: true })
    })
  const { user } = renderRoute('/imports/i1')
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  await screen.findByText('The import was cancelled')
  expect(screen.getByText(/^Nothing of this file was imported/)).toBeVisible()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled())
})

it('says how far it came where the good rows are written by the part', async () => {
  fakeServer()
    .on('GET /imports/:id', upload({ kind: 'PRODUCTS', mapping: { ...mapping, mode: 'GOOD_ROWS_ONLY' } }))
    .on('GET /jobs/:id', job({ state: 'CANCELLED' }))
  renderRoute('/imports/i1')
  await screen.findByText(/^The first 4,000 rows were dealt with/)
})

it('says why it did not work', async () => {
  fakeServer()
    .on('GET /imports/:id', upload())
    .on('GET /jobs/:id', job({ state: 'FAILED', message: 'The disk is full.' }))
  renderRoute('/imports/i1')
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full. Nothing of this file was imported.')
})

it('offers deals where their page leads to it, and asks about clients that are not there', async () => {
  fakeServer().on('GET /imports', { items: [], total: 0, next: null })
  renderRoute('/imports?kind=DEALS')
  expect(await screen.findByRole('radio', { name: 'Deals' })).toBeChecked()
  expect(screen.getByRole('button', { name: 'Empty table with all columns' })).toBeVisible()
})

it('creates clients of deals only where that is wanted', async () => {
  fakeServer().on(
    'GET /imports/:id',
    upload({ kind: 'DEALS', jobId: null, mapping: null, suggested: { ...mapping, createMissing: false } }),
  )
  renderRoute('/imports/i1')
  expect(await screen.findByRole('switch', { name: 'Create clients that are not there' })).not.toBeChecked()
})
