import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Invoice, InvoiceDocument, VatRate } from '../api/finance'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const invoice = (more: Partial<Invoice> = {}): Invoice => ({
  id: 'i1',
  kind: 'FINAL',
  state: 'DRAFT',
  number: null,
  title: 'Summer stage',
  client: { id: 'c1', name: 'Nordlicht' },
  event: null,
  deal: null,
  quoteId: null,
  corrects: null,
  seriesId: 's1',
  language: 'en',
  currency: 'EUR',
  rate: null,
  issuedOn: null,
  suppliedFrom: null,
  suppliedTo: null,
  paymentDays: 14,
  dueOn: null,
  overdue: false,
  buyerReference: null,
  introduction: null,
  closing: null,
  net: eur(100_000),
  vat: eur(19_000),
  gross: eur(119_000),
  deducted: eur(0),
  paid: eur(0),
  credited: eur(0),
  open: eur(0),
  reminderLevel: 0,
  entryId: null,
  changedAt: '2027-01-01T00:00:00Z',
  version: 3,
  ...more,
})
const document = (more: Partial<Invoice> = {}): InvoiceDocument => ({
  invoice: invoice(more),
  seller: { name: 'Stagelight GmbH', lines: ['Hafenstraße 12'], country: 'DE', vatNumber: 'DE1', taxNumber: null },
  buyer: { name: 'Nordlicht GmbH', lines: ['Ufer 1', '20095 Hamburg'], country: 'DE', vatNumber: null, taxNumber: null },
  lines: [
    {
      id: 'l1',
      text: 'Hire of equipment',
      description: null,
      quantity: 2,
      unit: 'day',
      unitPrice: 500,
      discountPercent: 0,
      net: eur(100_000),
      vatCategory: 'STANDARD',
      vatPercent: 19,
      exemptionReason: null,
      profitGroup: 'EQUIPMENT',
      eventId: null,
      costId: null,
      quotePartId: null,
    },
  ],
  vat: [{ category: 'STANDARD', percent: 19, base: eur(100_000), vat: eur(19_000), exemptionReason: null }],
  deductions: [],
  corrects: null,
})
const rate: VatRate = {
  id: 'v1',
  name: '19 %',
  category: 'STANDARD',
  percent: 19,
  exemptionReason: null,
  standard: true,
  archivedAt: null,
  version: 1,
}

beforeEach(() => localStorage.clear())

it('issues a draft and shows its number', async () => {
  let state: Partial<Invoice> = {}
  const server = fakeServer()
    .on('GET /invoices/:id/document', () => document(state))
    .on('POST /invoices/:id/issue', () => {
      state = { state: 'ISSUED', number: 'R-2027-0001', open: eur(119_000), version: 4 }
      return invoice(state)
    })
    .on('GET /payments', page([]))
  const { user } = renderRoute('/invoices/i1')
  expect(await screen.findByRole('cell', { name: 'Hire of equipment' })).toBeVisible()
  expect(screen.getByText('19 % VAT on €1,000.00')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Issue' }))
  await user.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Issue' }))
  expect(await screen.findByRole('heading', { name: 'R-2027-0001' })).toBeVisible()
  expect(server.last('POST', '/invoices/i1/issue')?.headers.get('If-Match')).toBe('"3"')
})

it('says what an invoice lacks', async () => {
  fakeServer()
    .on('GET /invoices/:id/document', document())
    .on('POST /invoices/:id/issue', () => {
      throw refuse(409, 'invoice-not-complete', { facts: { missing: 'Enter at least one line.' } })
    })
  const { user } = renderRoute('/invoices/i1')
  await user.click(await screen.findByRole('button', { name: 'Issue' }))
  await user.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Issue' }))
  expect(await screen.findByText(/Enter at least one line/)).toBeVisible()
})

it('writes an invoice with the standard rate', async () => {
  const server = fakeServer()
    .on('GET /vat-rates', page([rate]))
    .on('GET /invoices', page([]))
    .on('GET /clients/:id', { id: 'c1', name: 'Nordlicht' })
    .on('GET /clients', page([{ id: 'c1', name: 'Nordlicht' }]))
    .on('GET /events', page([]))
    .on('POST /invoices', invoice())
    .on('GET /invoices/:id/document', document())
  const { user } = renderRoute('/invoices/new?client=c1&title=Summer%20stage')
  await user.click(await screen.findByRole('button', { name: 'Add line' }))
  const line = await screen.findByRole('group', { name: 'Line 1' })
  await user.type(within(line).getByLabelText(/Unit price/), '12.5')
  await user.type(within(line).getByLabelText(/Text/), 'Cable')
  await user.click(screen.getByRole('button', { name: 'Create draft' }))
  await expect.poll(() => server.last('POST', '/invoices')).toBeDefined()
  expect(server.last('POST', '/invoices')!.body).toMatchObject({
    clientId: 'c1',
    title: 'Summer stage',
    lines: [{ text: 'Cable', quantity: 1, unitPrice: 12.5, vatCategory: 'STANDARD', vatPercent: 19 }],
  })
})

it('lists the months of the books', async () => {
  fakeServer().on('GET /ledger-months', page([{ month: '2027-01-01', entries: 4, closedAt: null, closedByName: null }]))
  renderRoute('/ledger/months')
  expect(await screen.findByRole('cell', { name: 'January 2027' })).toBeVisible()
})
