import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Contents, ContentsCheck, Expected, FlightCase } from '../api/cases'

const flightCase = (more: Partial<FlightCase> = {}): FlightCase => ({
  id: 'c1',
  number: 'FC-0001',
  name: 'Microphones',
  contentsKind: 'FIXED',
  productId: null,
  productName: null,
  tareWeightGrams: 9000,
  lengthMillimetres: null,
  widthMillimetres: null,
  heightMillimetres: null,
  payloadGramsMax: null,
  stackable: true,
  locationId: 'w1',
  locationName: 'Shelf A',
  parentId: null,
  parentNumber: null,
  status: 'OPEN',
  statusNote: null,
  notes: null,
  aliases: [],
  assets: 1,
  pieces: 0,
  cases: 0,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
  measures: {
    weightGrams: 9300,
    weightsUnknown: 2,
    payloadGrams: 300,
    overloadedByGrams: null,
    volumeCubicMillimetres: null,
    values: [{ amountMinor: 12000, currency: 'EUR' }],
    valuesUnknown: 0,
  },
  ...more,
})
const microphone = {
  assetId: 'a1',
  number: 'SM58-001',
  serial: null,
  status: 'AVAILABLE',
  productId: 'p1',
  productName: 'SM58',
  weightGrams: 300,
  value: null,
  unfitReasons: [],
  packedAt: '2027-01-01T00:00:00Z',
}
const contents: Contents = { assets: [microphone], stock: [], cases: [] }
const complete: ContentsCheck = {
  caseId: 'c1',
  number: 'FC-0001',
  complete: true,
  lines: [],
  extras: [],
  sentences: [],
  inner: [],
}
const page = (items: object[]) => ({ items, total: items.length, next: null })
const serve = (one = flightCase()) =>
  fakeServer().on('GET /cases/:id', one).on('GET /cases/:id/contents', contents).on('GET /cases/:id/check', complete)

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('packs one code after the other from the keyboard and says what each one did', async () => {
  const server = serve()
    .on('GET /codes', ({ url }: { url: URL }) => {
      const code = url.searchParams.get('text')
      if (code === 'nope') throw refuse(404, 'not-found')
      return { kind: code === 'FC-0002' ? 'CASE' : 'ASSET', id: `id-${code}`, label: code }
    })
    .on('POST /cases/:id/contents', contents)
  const { user } = renderRoute('/cases/c1')
  const field = await screen.findByRole('textbox', { name: /^Scan or type/ })
  await user.click(field)
  await user.keyboard('SM58-002{Enter}nope{Enter}FC-0002{Enter}')
  expect(field).toHaveFocus()
  expect(field).toHaveValue('')
  expect(await screen.findByText('FC-0002 is packed')).toBeInTheDocument()
  expect(screen.getByText('SM58-002 is packed')).toBeInTheDocument()
  expect(screen.getByText(/Nothing has the code nope/)).toBeInTheDocument()
  const sent = server.calls.filter((call) => call.method === 'POST' && call.path === '/cases/c1/contents')
  expect(sent.map((call) => call.body)).toEqual([{ items: [{ assetId: 'id-SM58-002' }] }, { items: [{ caseId: 'id-FC-0002' }] }])
})

it('unpacks by a button and packs again by Undo', async () => {
  const server = serve()
    .on('POST /cases/:id/unpackings', { assets: [], stock: [], cases: [] })
    .on('POST /cases/:id/contents', contents)
  const { user } = renderRoute('/cases/c1')
  await user.click(await screen.findByRole('button', { name: 'Unpack SM58-001' }))
  expect(server.last('POST', '/cases/c1/unpackings')?.body).toEqual({ items: [{ assetId: 'a1' }], toLocationId: null })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(server.last('POST', '/cases/c1/contents')?.body).toEqual({ items: [{ assetId: 'a1' }] }))
})

it('says what is missing, here and inside, and how much is not known of the weight', async () => {
  const line = { productId: 'p1', assetId: null, caseId: null, label: 'SM58', expected: 3, present: 1, lacking: 2 }
  serve().on('GET /cases/:id/check', {
    ...complete,
    complete: false,
    lines: [line],
    inner: [{ ...complete, caseId: 'c2', number: 'FC-0002', complete: false, lines: [{ ...line, label: 'XLR 5 m' }] }],
  })
  renderRoute('/cases/c1')
  const notice = await screen.findByRole('alert')
  expect(within(notice).getByText('lacks 2 SM58')).toBeInTheDocument()
  expect(within(notice).getByText('FC-0002: lacks 2 XLR 5 m')).toBeInTheDocument()
  expect(screen.getByText('2 pieces of unknown weight are not counted')).toBeInTheDocument()
})

it('takes over what is in the case as what belongs in it, with the case’s version', async () => {
  const items: Expected[] = []
  const server = serve().on('GET /cases/:id/expected', { items }).on('PUT /cases/:id/expected', { items })
  const { user } = renderRoute('/cases/c1?tab=expected')
  await user.click(await screen.findByRole('button', { name: 'Take over what is in it now' }))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.last('PUT', '/cases/c1/expected')).toBeDefined())
  const sent = server.last('PUT', '/cases/c1/expected')
  expect(sent?.body).toEqual({ items: [{ productId: 'p1', assetId: null, caseId: null, quantity: 1, note: null }] })
  expect(sent?.headers.get('If-Match')).toBe('"7"')
})

it('takes nothing while closed and opens', async () => {
  const server = serve(flightCase({ status: 'CLOSED' })).on('POST /cases/:id/opening', flightCase())
  const { user } = renderRoute('/cases/c1')
  expect(await screen.findByText(/The case is closed/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Unpack SM58-001' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await waitFor(() => expect(server.last('POST', '/cases/c1/opening')).toBeDefined())
})

it('hands the ticked cases to the labels page', async () => {
  fakeServer()
    .on('GET /cases', page([flightCase(), flightCase({ id: 'c2', number: 'FC-0002' })]))
    .on('GET /label-formats', page([]))
  const { user, router } = renderRoute('/cases')
  await user.click(await screen.findByRole('checkbox', { name: 'Select FC-0002 Microphones' }))
  await user.click(screen.getByRole('button', { name: 'Print labels' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/labels'))
  expect(router.state.location.search).toEqual({ case: 'c2' })
})

it('marks what should not go on a job', async () => {
  const reason = { code: 'inspection-overdue', text: 'PAT was due on 1 May.', since: null }
  serve().on('GET /cases/:id/contents', { ...contents, assets: [{ ...microphone, unfitReasons: [reason] }] })
  renderRoute('/cases/c1')
  expect(await screen.findByText('1 asset in it should not go on a job')).toBeInTheDocument()
  expect(screen.getByText('Inspection overdue')).toBeInTheDocument()
})

it('begins with what the link of a scanned label asks for, once', async () => {
  serve()
  const moving = renderRoute('/cases/c1?action=move')
  expect(await screen.findByRole('dialog', { name: 'Move FC-0001' })).toBeInTheDocument()
  await waitFor(() => expect(moving.router.state.location.search).toEqual({}))
  moving.unmount()
  serve()
  renderRoute('/cases/c1?action=pack')
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Scan or type a number, then Enter' })).toHaveFocus())
})
