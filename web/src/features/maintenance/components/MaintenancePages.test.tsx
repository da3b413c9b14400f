import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Due, Inspection } from '../api/inspections'
import { nextDue, type Plan } from '../api/plans'
import type { Repair } from '../api/repairs'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const repair = (more: Partial<Repair> = {}): Repair => ({
  id: 'r1',
  number: 'RJ-0001',
  state: 'REPORTED',
  asset: { id: 'a1', name: 'SM58-001' },
  product: { id: 'p1', name: 'Shure SM58' },
  quantity: 1,
  stockLocation: null,
  severity: 'HIGH',
  faultCategory: 'Capsule',
  description: 'Crackles',
  reportedAt: '2027-01-01T08:00:00Z',
  reportedById: 'u1',
  reportedByName: 'Ana Ruiz',
  assignedTo: null,
  repairShop: null,
  expectedBack: '2027-01-05',
  overdue: true,
  workDone: null,
  startedAt: null,
  repairedAt: null,
  endedAt: null,
  endNote: null,
  returnedTo: null,
  lines: [],
  totalCost: null,
  downtimeMinutes: 90,
  version: 4,
  ...more,
})
const plan = (more: Partial<Plan> = {}): Plan => ({
  id: 'n1',
  name: 'PAT',
  kind: 'PAT',
  product: null,
  category: { id: 'c1', name: 'Lamps' },
  intervalMonths: 12,
  intervalDays: null,
  firstDue: 'AFTER_INTERVAL',
  leadDays: 30,
  blocksDispatch: true,
  instructions: null,
  checklist: [
    { id: 'look', text: 'Cable is sound', kind: 'CHECK', unit: null, min: null, max: null },
    { id: 'iso', text: 'Insulation', kind: 'MEASURE', unit: 'MΩ', min: 1, max: null },
  ],
  archivedAt: null,
  assets: 7,
  createdAt: '2027-01-01T00:00:00Z',
  version: 2,
  ...more,
})
const due = (more: Partial<Due> = {}): Due => ({
  id: 'd1',
  asset: { id: 'a1', name: 'SM58-001' },
  assetStatus: 'AVAILABLE',
  product: { id: 'p1', name: 'Shure SM58' },
  location: { id: 'l1', name: 'Shelf A' },
  plan: { id: 'n1', name: 'PAT' },
  kind: 'PAT',
  blocksDispatch: true,
  dueOn: '2027-01-01',
  state: 'OVERDUE',
  lastOn: null,
  lastResult: null,
  lastInspectionId: null,
  ...more,
})
const inspection: Inspection = {
  id: 'i1',
  plan: { id: 'n1', name: 'PAT' },
  kind: 'PAT',
  asset: { id: 'a1', name: 'SM58-001' },
  product: { id: 'p1', name: 'Shure SM58' },
  inspectedOn: '2027-01-10',
  inspector: 'Tom Keller',
  inspectorId: null,
  result: 'FAIL',
  remarks: null,
  answers: [{ item: 'iso', text: 'Insulation', passed: false, value: 0.4, unit: 'MΩ', min: 1, max: null, note: null }],
  validUntil: null,
  nextDue: null,
  job: { id: 'r1', name: 'RJ-0001' },
  recordedAt: '2027-01-10T10:00:00Z',
  recordedByName: 'Ana Ruiz',
  cancelledAt: null,
  cancelReason: null,
  version: 1,
}
const serve = (me = someone) =>
  fakeServer(me)
    .on('GET /inspections/due/count', { overdue: 2, dueSoon: 1, failed: 1 })
    .on('GET /maintenance-jobs/fault-categories', page([]))
    .on('GET /categories', page([{ id: 'c1', path: ['Lamps'] }]))
    .on('GET /maintenance-jobs/:id', repair())
    .on('GET /inspection-plans/:id', plan())
    .on('GET /inspections/:id', inspection)
    .on('GET /assets/:id', { id: 'a1', number: 'SM58-001', homeLocation: { id: 'l1' } })

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('lists open repairs first and all of them on request', async () => {
  const server = serve().on('GET /maintenance-jobs', page([repair()]))
  const { user } = renderRoute('/maintenance')
  expect(await screen.findByText('RJ-0001')).toBeInTheDocument()
  expect(screen.getByText('SM58-001 · Shure SM58')).toBeInTheDocument()
  expect(screen.getByLabelText('3 overdue or failed')).toHaveTextContent('3')
  expect(server.last('GET', '/maintenance-jobs')?.search).toContain('open=true')
  await user.click(screen.getByText('All'))
  await waitFor(() => expect(server.last('GET', '/maintenance-jobs')?.search).not.toContain('open='))
})

it('reports a repair of the asset in the address and opens it', async () => {
  const server = serve().on('GET /maintenance-jobs', page([])).on('POST /maintenance-jobs', repair())
  const { user, router } = renderRoute('/maintenance/new?asset=a1')
  await user.type(await screen.findByRole('textbox', { name: 'What is wrong' }), 'Crackles')
  await user.click(screen.getByRole('button', { name: 'Report a repair' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/maintenance/r1'))
  expect(server.last('POST', '/maintenance-jobs')?.body).toMatchObject({
    assetId: 'a1',
    productId: null,
    description: 'Crackles',
    severity: 'MEDIUM',
  })
})

it('asks for what is missing in a report and says which repair is open already', async () => {
  const server = serve().on('GET /maintenance-jobs', page([repair()]))
  const { user } = renderRoute('/maintenance/new?asset=a1')
  expect(await screen.findByRole('link', { name: 'RJ-0001' })).toHaveAttribute('href', '/maintenance/r1')
  await user.click(screen.getByRole('button', { name: 'Report a repair' }))
  expect(await screen.findByText('Please fill this in')).toBeInTheDocument()
  expect(server.last('POST', '/maintenance-jobs')).toBeUndefined()
})

it('moves a repair along: only the steps that are legal now are offered', async () => {
  const server = serve().on('POST /maintenance-jobs/:id/start', repair({ state: 'IN_REPAIR' }))
  const { user } = renderRoute('/maintenance/r1')
  await user.click(await screen.findByRole('button', { name: 'Start the repair' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Start the repair' }))
  await waitFor(() => expect(server.last('POST', '/maintenance-jobs/r1/start')).toBeDefined())
  expect(screen.queryByRole('button', { name: 'Return to stock' })).not.toBeInTheDocument()
})

it('returns it to the asset’s home by default', async () => {
  const server = serve()
    .on('GET /maintenance-jobs/:id', repair({ state: 'REPAIRED', overdue: false }))
    .on('GET /locations/:id', { id: 'l1', name: 'Shelf A', path: ['Berlin', 'Shelf A'] })
    .on('GET /conditions', page([{ name: 'GOOD', label: 'Good', usable: true }]))
    .on('POST /maintenance-jobs/:id/return', repair({ state: 'RETURNED' }))
  const { user } = renderRoute('/maintenance/r1')
  await user.click(await screen.findByRole('button', { name: 'Return to stock' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Return to stock' }))
  await waitFor(() =>
    expect(server.last('POST', '/maintenance-jobs/r1/return')?.body).toEqual({ locationId: 'l1', condition: null, note: null }),
  )
})

it('adds cost lines with the repair’s version and shows the total', async () => {
  const server = serve().on('PATCH /maintenance-jobs/:id', repair())
  const { user } = renderRoute('/maintenance/r1?tab=costs')
  await user.click(await screen.findByRole('button', { name: 'Part' }))
  const line = screen.getByRole('listitem', { name: 'Line 1' })
  await user.type(within(line).getByRole('textbox', { name: 'Description' }), 'Capsule')
  await user.type(within(line).getByRole('textbox', { name: 'Cost each' }), '12.50')
  expect(screen.getByText('Total €12.50')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.last('PATCH', '/maintenance-jobs/r1')).toBeDefined())
  const sent = server.last('PATCH', '/maintenance-jobs/r1')
  expect(sent?.body).toEqual({
    lines: [{ kind: 'PART', description: 'Capsule', quantity: 1, unitCost: { amountMinor: 1250, currency: 'EUR' } }],
  })
  expect(sent?.headers.get('If-Match')).toBe('"4"')
})

it('takes what is ticked in the due list to one sheet, and asks where it is due under several plans', async () => {
  const lines = [due(), due({ id: 'd2', asset: { id: 'a2', name: 'SM58-002' } })]
  const server = serve().on('GET /inspections/due', page(lines))
  const { user, router } = renderRoute('/maintenance/due')
  await user.click(await screen.findByRole('checkbox', { name: 'Select SM58-001 PAT' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select SM58-002 PAT' }))
  await user.click(within(screen.getByRole('region', { name: 'Selection' })).getByRole('button', { name: 'Record inspections' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/maintenance/record'))
  expect(await screen.findByRole('region', { name: 'SM58-001' })).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'SM58-002' })).toBeInTheDocument()
  expect(server.last('GET', '/inspections/due')).toBeDefined()
})

it('records a scanned asset, and fails it by a value outside the limits', async () => {
  const server = serve()
    .on('GET /codes', { kind: 'ASSET', id: 'a1', label: 'SM58-001' })
    .on('POST /inspections/bulk', {
      recorded: 1,
      refused: 0,
      lines: [{ assetId: 'a1', inspectionId: 'i1', code: null, message: null }],
    })
    .on('GET /files', page([]))
  const { user, router } = renderRoute('/maintenance/record?plan=n1')
  await user.type(await screen.findByRole('textbox', { name: 'Scan or type an asset' }), 'SM58-001{Enter}')
  const sheet = await screen.findByRole('region', { name: 'SM58-001' })
  await user.click(screen.getByRole('button', { name: 'Record 1 inspection' }))
  expect(within(sheet).getByText('Please fill this in')).toBeInTheDocument()
  expect(server.last('POST', '/inspections/bulk')).toBeUndefined()
  await user.type(within(sheet).getByRole('textbox', { name: 'Insulation' }), '0.4')
  expect(within(sheet).getByText('Outside the limits')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Record 1 inspection' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/maintenance/inspections/i1'))
  expect(server.last('POST', '/inspections/bulk')?.body).toMatchObject({
    planId: 'n1',
    openRepair: true,
    mode: 'ALL',
    items: [
      {
        assetId: 'a1',
        result: 'FAIL',
        answers: [
          { item: 'look', passed: true, value: null },
          { item: 'iso', passed: null, value: 0.4 },
        ],
      },
    ],
  })
})

it('says at its asset why one of many was refused', async () => {
  serve()
    .on('GET /codes', { kind: 'ASSET', id: 'a1', label: 'SM58-001' })
    .on('GET /inspection-plans/:id', plan({ checklist: [] }))
    .on('POST /inspections/bulk', () => {
      throw refuse(409, 'inspections-refused', {
        facts: { lines: [{ assetId: 'a1', inspectionId: null, code: 'plan-not-for-asset', message: 'no' }] },
      })
    })
  const { user } = renderRoute('/maintenance/record?plan=n1')
  await user.type(await screen.findByRole('textbox', { name: 'Scan or type an asset' }), 'SM58-001{Enter}')
  const sheet = await screen.findByRole('region', { name: 'SM58-001' })
  await user.click(screen.getByRole('button', { name: 'Record 1 inspection' }))
  expect(await within(sheet).findByText('This plan does not apply to it.')).toBeInTheDocument()
})

it('shows findings with their limits and cancels with a reason', async () => {
  const server = serve().on('POST /inspections/:id/cancellation', { ...inspection, cancelledAt: '2027-01-11T00:00:00Z' })
  const { user } = renderRoute('/maintenance/inspections/i1')
  expect(await screen.findByText('0.4 MΩ')).toBeInTheDocument()
  expect(screen.getByText('≥ 1 MΩ')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'RJ-0001' })).toHaveAttribute('href', '/maintenance/r1')
  await user.click(screen.getByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Cancel the inspection' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Wrong asset')
  await user.click(within(dialog).getByRole('button', { name: 'Cancel the inspection' }))
  await waitFor(() => expect(server.last('POST', '/inspections/i1/cancellation')?.body).toEqual({ reason: 'Wrong asset' }))
})

it('creates a plan for a category with a checklist in order', async () => {
  const server = serve().on('POST /inspection-plans', plan()).on('GET /inspections/due', page([]))
  const { user, router } = renderRoute('/maintenance/plans/new')
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'PAT')
  await user.click(screen.getByRole('combobox', { name: 'Category' }))
  await user.click(await screen.findByRole('option', { name: 'Lamps' }))
  await user.click(screen.getByRole('button', { name: 'Add a check' }))
  await user.type(screen.getByRole('textbox', { name: 'Check' }), 'Cable is sound')
  await user.click(screen.getByRole('button', { name: 'Create plan' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/maintenance/plans/n1'))
  expect(server.last('POST', '/inspection-plans')?.body).toEqual({
    name: 'PAT',
    kind: 'PAT',
    productId: null,
    categoryId: 'c1',
    intervalMonths: 12,
    intervalDays: null,
    firstDue: 'AFTER_INTERVAL',
    leadDays: 30,
    blocksDispatch: true,
    instructions: null,
    checklist: [{ id: null, text: 'Cable is sound', kind: 'CHECK', unit: null, min: null, max: null }],
  })
})

it('counts months as the calendar does and lets a certificate end sooner', () => {
  expect(nextDue({ intervalMonths: 1, intervalDays: null }, '2027-01-31', null)).toBe('2027-02-28')
  expect(nextDue({ intervalMonths: 12, intervalDays: null }, '2028-02-29', null)).toBe('2029-02-28')
  expect(nextDue({ intervalMonths: null, intervalDays: 90 }, '2027-01-01', null)).toBe('2027-04-01')
  expect(nextDue({ intervalMonths: 12, intervalDays: null }, '2027-01-01', '2027-06-01')).toBe('2027-06-01')
})
