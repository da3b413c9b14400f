import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Line, Transfer } from '../api/transfers'

const page = (items: object[]) => ({ items, total: items.length, next: null })
const transfer = (more: Partial<Transfer> = {}): Transfer => ({
  id: 't1',
  number: 'TR-0001',
  state: 'DRAFT',
  from: { id: 'w1', name: 'Berlin' },
  to: { id: 'w2', name: 'Hamburg' },
  plannedOn: '2027-02-01',
  arrivesOn: null,
  note: null,
  lines: 2,
  pending: 2,
  differences: 0,
  createdAt: '2027-01-01T08:00:00Z',
  createdByName: 'Ana Ruiz',
  dispatchedAt: null,
  dispatchedByName: null,
  receivedAt: null,
  receivedByName: null,
  cancelledAt: null,
  cancelReason: null,
  version: 5,
  ...more,
})
const lamp: Line = {
  id: 'l1',
  position: 0,
  kind: 'ASSET',
  itemId: 'a1',
  number: 'PAR-001',
  name: 'LED PAR',
  quantity: 1,
  receivedQuantity: null,
  fromLocation: null,
  outcome: 'PENDING',
  note: null,
}
const cable: Line = {
  ...lamp,
  id: 'l2',
  position: 1,
  kind: 'STOCK',
  itemId: 'p9',
  number: null,
  name: 'XLR 5 m',
  quantity: 10,
  fromLocation: { id: 's1', name: 'Shelf A' },
}
const serve = (one = transfer(), lines: Line[] = [lamp, cable], who = someone) =>
  fakeServer(who)
    .on('GET /transfers', page([one]))
    .on('GET /transfers/:id', one)
    .on('GET /transfers/:id/lines', page(lines))

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('lists what is open, and what is on the way on request', async () => {
  const server = serve()
  const { user, router } = renderRoute('/transfers')
  expect(await screen.findByText('Berlin → Hamburg')).toBeInTheDocument()
  expect(server.last('GET', '/transfers')?.search).toContain('state=DRAFT&state=IN_TRANSIT')
  await user.click(within(screen.getByRole('radiogroup', { name: 'Which to show' })).getByText('On the way'))
  await waitFor(() => expect(router.state.location.search).toEqual({ show: 'IN_TRANSIT' }))
  await waitFor(() => expect(server.last('GET', '/transfers')?.search).not.toContain('DRAFT'))
})

it('puts scanned assets and cases on the list, one after the other', async () => {
  const server = serve()
    .on('GET /codes', ({ url }: { url: URL }) => {
      const code = url.searchParams.get('text')
      if (code === 'nope') throw refuse(404, 'not-found')
      if (code === 'B-A01') return { kind: 'LOCATION', id: 's1', label: 'Shelf A' }
      return { kind: code === 'FC-0001' ? 'CASE' : 'ASSET', id: code === 'PAR-001' ? 'a1' : `id-${code}`, label: code }
    })
    .on('POST /transfers/:id/lines', transfer())
  const { user } = renderRoute('/transfers/t1')
  await user.click(await screen.findByRole('textbox', { name: 'Scan or type an asset or case' }))
  await user.keyboard('PAR-002{Enter}FC-0001{Enter}PAR-001{Enter}B-A01{Enter}nope{Enter}')
  expect(await screen.findByText('PAR-001 is on the list already')).toBeInTheDocument()
  expect(await screen.findByText('Nothing has the code nope.')).toBeInTheDocument()
  expect(screen.getByText('Shelf A is neither an asset nor a case')).toBeInTheDocument()
  const sent = server.calls.filter((call) => call.method === 'POST')
  expect(sent.map((call) => call.body)).toEqual([{ assetIds: ['id-PAR-002'] }, { caseIds: ['id-FC-0001'] }])
})

it('adds counted pieces from the place where they lie', async () => {
  const level = { id: 's', productId: 'p9', productName: 'XLR 5 m', locationId: 's1', locationName: 'Shelf A', quantity: 40 }
  const server = serve()
    .on('GET /assets', page([]))
    .on('GET /stock', page([level]))
    .on('POST /transfers/:id/lines', transfer())
  const { user } = renderRoute('/transfers/t1')
  await user.click(await screen.findByRole('button', { name: 'Add from a list' }))
  const dialog = await screen.findByRole('dialog')
  expect(server.last('GET', '/assets')?.search ?? 'location=w1').toContain('location=w1')
  await user.click(within(dialog).getByText('Counted pieces'))
  await user.click(await within(dialog).findByText('XLR 5 m'))
  const pieces = await within(dialog).findByRole('textbox', { name: 'Pieces of XLR 5 m from Shelf A' })
  await user.clear(pieces)
  await user.type(pieces, '12')
  await user.click(within(dialog).getByRole('button', { name: 'Add pieces' }))
  await waitFor(() =>
    expect(server.last('POST', '/transfers/t1/lines')?.body).toEqual({
      stock: [{ productId: 'p9', fromLocationId: 's1', quantity: 12 }],
    }),
  )
})

it('marks what keeps it from leaving, each with its reason', async () => {
  serve().on('POST /transfers/:id/dispatch', () => {
    throw refuse(409, 'transfer-not-ready', {
      facts: { number: 'TR-0001', lines: [{ lineId: 'l1', item: 'PAR-001', code: 'not-at-origin', message: 'no' }] },
    })
  })
  const { user } = renderRoute('/transfers/t1')
  await user.click(await screen.findByRole('button', { name: 'Dispatch' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Dispatch' }))
  expect(await screen.findByText('It is not in Berlin.')).toBeInTheDocument()
  expect(screen.getByText('1 line can not be sent')).toBeInTheDocument()
})

it('ticks what is scanned, counts pieces and receives a part', async () => {
  const server = serve(transfer({ state: 'IN_TRANSIT' }))
    .on('GET /codes', ({ url }: { url: URL }) => {
      const code = url.searchParams.get('text')
      return { kind: 'ASSET', id: code === 'PAR-001' ? 'a1' : 'a7', label: code }
    })
    .on('POST /transfers/:id/receipt', transfer({ state: 'IN_TRANSIT', pending: 1 }))
  const { user } = renderRoute('/transfers/t1')
  await user.type(await screen.findByRole('textbox', { name: 'Scan or type what has arrived' }), 'PAR-001{Enter}PAR-007{Enter}')
  expect(await screen.findByRole('checkbox', { name: 'PAR-001 · LED PAR has arrived' })).toBeChecked()
  expect(await screen.findByText('Arrived without being on the list')).toBeInTheDocument()
  expect(screen.getByText('1 of 2 ticked')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Receive 1 line' }))
  await waitFor(() =>
    expect(server.last('POST', '/transfers/t1/receipt')?.body).toEqual({
      locationId: null,
      lines: [{ lineId: 'l1', quantity: null, locationId: null, note: null }],
      surplus: [{ assetId: 'a7' }],
      complete: false,
    }),
  )
})

it('reports the rest missing only after asking', async () => {
  const server = serve(transfer({ state: 'IN_TRANSIT' })).on('POST /transfers/:id/receipt', transfer({ state: 'RECEIVED' }))
  const { user } = renderRoute('/transfers/t1')
  const pieces = await screen.findByRole('textbox', { name: 'Arrived pieces of XLR 5 m' })
  await user.type(pieces, '8')
  await user.click(screen.getByRole('button', { name: 'Report 1 missing…' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('PAR-001 · LED PAR')).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Receive and report missing' }))
  await waitFor(() =>
    expect(server.last('POST', '/transfers/t1/receipt')?.body).toEqual({
      locationId: null,
      lines: [{ lineId: 'l2', quantity: 8, locationId: null, note: null }],
      surplus: [],
      complete: true,
    }),
  )
})

it('keeps what was ticked when the page is left and opened again', async () => {
  serve(transfer({ state: 'IN_TRANSIT' }))
  const first = renderRoute('/transfers/t1')
  await first.user.click(await screen.findByRole('button', { name: 'Tick everything' }))
  expect(await screen.findByText('2 of 2 ticked')).toBeInTheDocument()
  first.unmount()
  renderRoute('/transfers/t1')
  expect(await screen.findByText('2 of 2 ticked')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Receive everything' })).toBeEnabled()
})

it('offers nothing to somebody who may only look', async () => {
  fakeServer({ ...someone, permissions: ['ASSET_READ'] })
    .on('GET /transfers/:id', transfer())
    .on('GET /transfers/:id/lines', page([lamp]))
  renderRoute('/transfers/t1')
  expect(await screen.findByText('PAR-001')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Dispatch' })).not.toBeInTheDocument()
  expect(screen.queryByRole('textbox', { name: 'Scan or type an asset or case' })).not.toBeInTheDocument()
})

it('prints a note with both ends and a box per line', async () => {
  serve()
  renderRoute('/transfers/t1/note')
  expect(await screen.findByRole('heading', { name: 'TR-0001' })).toBeInTheDocument()
  expect(screen.getByText('Hamburg')).toBeInTheDocument()
  expect(screen.getByText('Received by')).toBeInTheDocument()
  expect(document.querySelector('article img')).toBeNull()
})

it('heads the note with the logo of the company', async () => {
  serve(transfer(), [lamp], { ...someone, company: { ...someone.company, logoFileId: 'f7' } })
  renderRoute('/transfers/t1/note')
  await screen.findByRole('heading', { name: 'TR-0001' })
  expect(document.querySelector('article img')).toHaveAttribute('src', expect.stringContaining('/company/logo?size=512&v=f7'))
})

it('begins a transfer with the assets that are ticked, and says which can not go', async () => {
  const asset = (id: string, number: string) => ({
    id,
    number,
    product: { id: 'p1', name: 'LED PAR' },
    status: 'AVAILABLE',
    condition: 'GOOD',
    location: { id: 's1', name: 'Shelf A', code: null, kind: 'SHELF', path: ['Berlin', 'Shelf A'] },
    fit: true,
    unfitReasons: [],
    nextActions: [],
    custom: {},
  })
  const assets = [asset('a1', 'PAR-001'), asset('a2', 'PAR-002'), asset('a3', 'PAR-003')]
  const server = serve(transfer({ lines: 1 }))
    .on('GET /conditions', page([]))
    .on('GET /assets', page(assets))
    .on('GET /assets/:id', assets[0]!)
    .on('GET /locations', page([{ id: 'w2', name: 'Hamburg', path: ['Hamburg'] }]))
    .on('GET /locations/:id', { id: 's1', warehouseId: 'w1', path: ['Berlin', 'Shelf A'] })
    .on('POST /transfers', ({ body }) => {
      if ((body as { mode: string }).mode === 'EACH') return transfer({ lines: 1 })
      const stopped = { lineId: null, item: 'PAR-002', code: 'on-another-transfer', message: '', holder: 'TR-0007' }
      throw refuse(409, 'transfer-not-ready', { facts: { lines: [stopped] } })
    })
  const { user, router } = renderRoute('/assets')
  await user.click(await screen.findByRole('checkbox', { name: 'Select PAR-001, LED PAR' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select PAR-002, LED PAR' }))
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Transfer 2 assets' }))
  expect(await dialog.findByDisplayValue('Berlin')).toBeVisible()
  await user.click(dialog.getByRole('combobox', { name: /^To/ }))
  await user.click(await screen.findByRole('option', { name: 'Hamburg' }))
  await user.click(dialog.getByRole('button', { name: 'Create transfer' }))
  await dialog.findByText('1 asset can not be sent:')
  expect(dialog.getByText(/It is on transfer TR-0007/)).toBeVisible()
  await user.click(dialog.getByRole('switch', { name: /^Leave out/ }))
  await user.click(dialog.getByRole('button', { name: 'Create transfer' }))
  await screen.findByText('TR-0001 is created with 1 asset. 1 was left out.')
  expect(server.last('POST', '/transfers')!.body).toEqual({
    fromId: 'w1',
    toId: 'w2',
    plannedOn: null,
    arrivesOn: null,
    note: null,
    assetIds: ['a1', 'a2'],
    mode: 'EACH',
  })
  await waitFor(() => expect(router.state.location.pathname).toBe('/transfers/t1'))
})
