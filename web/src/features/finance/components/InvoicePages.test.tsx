import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '@/lib/i18n'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
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
  creditNotes: [],
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

const onPhone = () =>
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: media.includes('max-width') }),
  )

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

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

it('leads from an invoice to its credit notes and back', async () => {
  const issued = { state: 'PART_PAID', number: 'R-2027-0001', credited: eur(11_900), open: eur(107_100) } as const
  fakeServer().on('GET /invoices/:id/document', ({ params }) =>
    params[0] === 'i1'
      ? {
          ...document(issued),
          creditNotes: [
            { id: 'i2', number: 'G-2027-0001', issuedOn: '2027-01-05', gross: eur(11_900) },
            { id: 'i3', number: null, issuedOn: null, gross: eur(107_100) },
          ],
        }
      : {
          ...document({
            id: 'i2',
            kind: 'CREDIT_NOTE',
            state: 'ISSUED',
            number: 'G-2027-0001',
            corrects: { id: 'i1', name: 'R-2027-0001' },
          }),
          corrects: { id: 'i1', number: 'R-2027-0001', issuedOn: '2027-01-01' },
        },
  )
  const { user } = renderRoute('/invoices/i1')
  expect(await screen.findByText('Credit notes')).toBeVisible()
  expect(screen.getByText('Part credited')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Draft' })).toHaveAttribute('href', '/invoices/i3')
  await user.click(screen.getByRole('link', { name: 'G-2027-0001' }))
  expect(await screen.findByRole('heading', { name: 'G-2027-0001' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'R-2027-0001' }))
  expect(await screen.findByRole('heading', { name: 'R-2027-0001' })).toBeVisible()
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
    .on('GET /clients/:id/vat-rate', { category: 'STANDARD', percent: 19, exemptionReason: null })
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

it('writes an invoice with the rate of a client elsewhere', async () => {
  const reverse = { ...rate, id: 'v2', name: 'Reverse charge', category: 'REVERSE_CHARGE', percent: 0, standard: false }
  const clients = [
    { id: 'c1', name: 'Lumière' },
    { id: 'c2', name: 'Nordlicht' },
  ]
  const server = fakeServer()
    .on('GET /vat-rates', page([rate, reverse]))
    .on('GET /invoices', page([]))
    .on('GET /clients/c1/vat-rate', { category: 'REVERSE_CHARGE', percent: 0, exemptionReason: 'Reverse charge' })
    .on('GET /clients/c2/vat-rate', { category: 'STANDARD', percent: 19, exemptionReason: null })
    .on('GET /clients/:id', clients[0]!)
    .on('GET /clients', page(clients))
    .on('GET /events', page([]))
    .on('POST /invoices', invoice())
    .on('GET /invoices/:id/document', document())
  const { user } = renderRoute('/invoices/new?client=c1&title=Tour')
  await expect.poll(() => server.last('GET', '/clients/c1/vat-rate')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: 'Add line' }))
  const line = await screen.findByRole('group', { name: 'Line 1' })
  expect(within(line).getByRole('combobox', { name: /VAT/ })).toHaveValue(reverse.name)
  await user.type(within(line).getByLabelText(/Unit price/), '10')
  await user.type(within(line).getByLabelText(/Text/), 'Sound')
  await user.click(screen.getByRole('combobox', { name: /Client/ }))
  await user.click(await screen.findByRole('option', { name: 'Nordlicht' }))
  await expect.poll(() => within(line).getByRole('combobox', { name: /VAT/ })).toHaveValue(rate.name)
  await user.click(screen.getByRole('button', { name: 'Create draft' }))
  await expect.poll(() => server.last('POST', '/invoices')).toBeDefined()
  expect(server.last('POST', '/invoices')!.body).toMatchObject({
    clientId: 'c2',
    lines: [{ text: 'Sound', vatCategory: 'STANDARD', vatPercent: 19, exemptionReason: null }],
  })
})

it('writes an invoice in the currency of its client, or in another', async () => {
  const server = fakeServer()
    .on('GET /vat-rates', page([rate]))
    .on('GET /clients/:id/vat-rate', { category: 'STANDARD', percent: 19, exemptionReason: null })
    .on('GET /invoices', page([]))
    .on('GET /clients/:id', { id: 'c1', name: 'Blue Note', currency: 'USD' })
    .on('GET /clients', page([{ id: 'c1', name: 'Blue Note' }]))
    .on('GET /events', page([]))
    .on('POST /invoices', invoice())
    .on('GET /invoices/:id/document', document())
  const { user } = renderRoute('/invoices/new?client=c1&title=Tour')
  await user.click(await screen.findByRole('button', { name: 'Add line' }))
  const line = await screen.findByRole('group', { name: 'Line 1' })
  await user.type(within(line).getByLabelText(/Unit price/), '1500')
  await user.type(within(line).getByLabelText(/Text/), 'Sound')
  expect(await screen.findByText('Net US$1,500.00')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Currency' }))
  await user.click(await screen.findByRole('option', { name: 'JPY' }))
  expect(await screen.findByText('Net JP¥1,500')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Language' }))
  await user.click(await screen.findByRole('option', { name: 'German' }))
  await user.click(screen.getByRole('button', { name: 'Create draft' }))
  await expect.poll(() => server.last('POST', '/invoices')?.body).toMatchObject({ currency: 'JPY', language: 'de' })
})

it('has as many steps of reminders as somebody wants, and costs equipment as they say', async () => {
  const words = { title: 'Payment reminder', text: 'Please pay.' }
  const settings = {
    currency: 'EUR',
    seller: {
      legalName: null,
      street: null,
      postcode: null,
      city: null,
      country: 'DE',
      vatNumber: null,
      taxNumber: null,
      registerEntry: null,
      iban: null,
      bic: null,
      bankName: null,
      paymentDays: 14,
    },
    useBasis: 'OWNERSHIP',
    usePercent: 0.15,
    reminders: [{ level: 1, daysAfter: 7, en: words, de: words }],
    version: 3,
  }
  const server = fakeServer()
    .on('GET /finance-settings', settings)
    .on('GET /invoice-series', page([]))
    .on('GET /vat-rates', page([rate]))
    .on('PATCH /finance-settings', settings)
  const { user } = renderRoute('/ledger/settings')
  await user.click(await screen.findByRole('button', { name: 'Add step' }))
  const step = await screen.findByRole('group', { name: 'Step 2' })
  for (const field of within(step).getAllByRole('textbox').slice(1)) await user.type(field, 'Again')
  await user.click(screen.getByRole('combobox', { name: /^Own equipment/ }))
  await user.click(await screen.findByRole('option', { name: 'Its hire price for a day' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const again = { title: 'Again', text: 'Again' }
  await expect
    .poll(() => server.last('PATCH', '/finance-settings')?.body)
    .toEqual({
      useBasis: 'HIRE_PRICE',
      reminders: [...settings.reminders, { level: 2, daysAfter: 21, en: again, de: again }],
    })
})

const owes = {
  client: { id: 'c1', name: 'Nordlicht' },
  currency: 'EUR',
  total: eur(3_000),
  notDue: eur(0),
  upTo30: eur(5_000),
  upTo60: eur(0),
  upTo90: eur(0),
  older: eur(700),
  unallocated: eur(2_700),
}

it.each([false, true])('opens what each sum that somebody owes is made of, on a phone: %s', async (phone) => {
  if (phone) onPhone()
  fakeServer().on('GET /ageing', page([owes]))
  renderRoute('/invoices/ageing')
  const of = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href')
  expect(await of('€50.00')).toBe('/invoices?client=c1&currency=EUR&age=UP_TO_30')
  expect(await of('€7.00')).toBe('/invoices?client=c1&currency=EUR&age=OLDER')
  expect(await of('€27.00')).toBe('/invoices/payments?client=c1&free=true')
  expect(await of('€30.00')).toBe('/clients/c1?tab=money')
  expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute('href', expect.stringContaining('/ageing.xlsx?'))
})

it('lists the invoices of an age that an address asks for', async () => {
  const server = fakeServer().on('GET /invoices', page([])).on('GET /clients/:id', { id: 'c1', name: 'Nordlicht' })
  renderRoute('/invoices?client=c1&currency=EUR&age=UP_TO_30')
  expect(await screen.findByText('1–30 days')).toBeVisible()
  const asked = new URLSearchParams(server.last('GET', '/invoices')!.search)
  expect([asked.get('age'), asked.get('currency'), asked.get('client')]).toEqual(['UP_TO_30', 'EUR', 'c1'])
})

it('shows what a line says in full on a phone', async () => {
  onPhone()
  fakeServer().on('GET /invoices/:id/document', document())
  renderRoute('/invoices/i1')
  const line = await screen.findByRole('cell', { name: /^Hire of equipment/ })
  expect(line).toHaveTextContent('2 day × €500.00')
  expect(line).toHaveTextContent('VAT 19 %')
  expect(within(line.closest('tr')!).getAllByRole('cell')).toHaveLength(2)
})

it('tells what was posted in the language of who reads', async () => {
  const line = {
    id: 'x1',
    entryId: 'e1',
    entryNumber: 7,
    date: '2027-01-05',
    text: 'Reversal of #5: Falsches Konto: Miete',
    words: { kind: 'REVERSAL', of: '#5', reason: 'Falsches Konto' },
    lineText: 'Miete',
    accountCode: '1200',
    accountName: 'Bank',
    accountClass: 'BANK',
    profitGroup: null,
    amount: eur(5_000),
    own: eur(5_000),
    event: null,
    client: null,
    deal: null,
    sourceKind: 'hand',
    sourceId: null,
  }
  fakeServer({ ...someone, locale: 'de' })
    .on('GET /ledger-lines', page([line, { ...line, id: 'x2', text: 'Büromiete Januar', words: null, lineText: null }]))
    .on('GET /journal-entries/e1', {
      id: 'e1',
      number: 7,
      date: '2027-01-05',
      text: 'Payment',
      words: { kind: 'PAYMENT', of: null, reason: null },
      sourceKind: 'payment',
      sourceId: 'p1',
      reversesId: null,
      reversedById: null,
      lines: [],
      postedAt: '2027-01-05T10:00:00Z',
      postedByName: 'Emma Vogel',
    })
  const { router } = renderRoute('/ledger')
  expect(await screen.findByText('Storno von #5: Falsches Konto: Miete')).toBeVisible()
  expect(screen.getByText('Büromiete Januar')).toBeVisible()
  await router.navigate({ to: '/ledger/$entryId', params: { entryId: 'e1' } })
  expect(await screen.findByRole('heading', { name: 'Zahlung', level: 1 })).toBeVisible()
  await setLanguage('en')
})

it('lists the months of the books', async () => {
  fakeServer().on('GET /ledger-months', page([{ month: '2027-01-01', entries: 4, closedAt: null, closedByName: null }]))
  renderRoute('/ledger/months')
  expect(await screen.findByRole('cell', { name: 'January 2027' })).toBeVisible()
})

const late = (more: object = {}) => ({
  invoiceId: 'i1',
  number: 'R-1',
  client: { id: 'c1', name: 'Nordlicht' },
  dueOn: '2027-01-01',
  daysLate: 20,
  open: eur(11_900),
  level: 1,
  title: 'Payment reminder',
  last: null,
  to: 'cash@nordlicht.example',
  ...more,
})

it('sends all reminders that are due, and says which did not go', async () => {
  const fake = fakeServer()
    .on(
      'GET /reminders-due',
      page([
        late(),
        late({ invoiceId: 'i2', number: 'R-2', level: 2 }),
        late({ invoiceId: 'i3', number: 'R-3', client: { id: 'c3', name: 'Silent Hall' }, to: null }),
      ]),
    )
    .on('GET /mail-standing', { ready: true })
    .on('GET /invoices/i1/next-reminder', { subject: 'Reminder of R-1', text: 'Please pay.' })
    .on('POST /invoices/i1/reminder-letters', { invoiceId: 'i1', level: 1, to: 'cash@nordlicht.example' })
    .on('POST /invoices/i2/reminder-letters', () => {
      throw refuse(409, 'no-reminder-due', { facts: { invoice: 'R-2' } })
    })
  const { user } = renderRoute('/invoices/reminders')
  await user.click(await screen.findByRole('button', { name: 'Send all 3 by e-mail' }))
  const dialog = await screen.findByRole('dialog', { name: 'Reminders by e-mail' })
  expect(within(dialog).getByText('One client has no e-mail address and is left out')).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Read the reminder of R-1' }))
  expect(await within(dialog).findByText('Please pay.')).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Send all 2' }))
  expect(await within(dialog).findByText('1 of 2 sent. One was not sent.')).toBeInTheDocument()
  expect(within(dialog).getByText(/It is not time to remind of R-2/)).toBeInTheDocument()
  expect(fake.last('POST', '/invoices/i2/reminder-letters')?.body).toEqual({ level: 2 })
  expect(within(dialog).getByRole('button', { name: 'Try the one left again' })).toBeInTheDocument()
})

it('reads the file of a bank that writes no UTF-8, and says what is left to do by hand', async () => {
  const line = { line: 2, message: '', date: '2027-01-05', amount: eur(100), client: null, invoice: null, paymentId: null }
  const server = fakeServer()
    .on('GET /payments', page([]))
    .on('POST /payments/csv', page([{ ...line, state: 'UNMATCHED', payer: 'Müller', reference: 'Spende' }]))
  const { user } = renderRoute('/invoices/payments')
  await user.click(await screen.findByRole('button', { name: 'Bank file' }))
  const latin = Uint8Array.from([...'Buchungstag;Betrag;Währung'].map((letter) => letter.codePointAt(0)!))
  const chosen = new File([latin], 'bank.csv', { type: 'text/csv' })
  const dialog = await screen.findByRole('dialog')
  await user.upload(dialog.querySelector<HTMLInputElement>('input[type=file]')!, chosen)
  expect(await within(dialog).findByText('Spende')).toBeVisible()
  expect(within(dialog).getByText('Müller')).toBeVisible()
  expect(within(dialog).getByText(/Enter it by New payment/)).toBeVisible()
  expect(server.last('POST', '/payments/csv')?.body).toEqual({ text: 'Buchungstag;Betrag;Währung', dryRun: true })
})

it('asks before a payment is paid back', async () => {
  const payment = {
    id: 'p1',
    client: { id: 'c1', name: 'Nordlicht' },
    paidOn: '2027-01-05',
    amount: eur(5_000),
    rate: 1,
    reference: null,
    note: null,
    allocated: eur(0),
    free: eur(5_000),
    parts: [],
    refundsId: null,
    entryId: 'e9',
    cancelledAt: null,
    version: 1,
  }
  const server = fakeServer().on('GET /payments/:id', payment).on('POST /payments/:id/refund', payment)
  const { user } = renderRoute('/payments/p1')
  expect(await screen.findByRole('link', { name: 'Open the entry' })).toHaveAttribute('href', '/ledger/e9')
  await user.click(screen.getByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Pay back the rest' }))
  const dialog = await screen.findByRole('dialog', { name: 'Pay back €50.00?' })
  expect(server.last('POST', '/payments/p1/refund')).toBeUndefined()
  await user.click(within(dialog).getByRole('button', { name: 'Pay back the rest' }))
  expect(await screen.findByText('It is entered as paid back.')).toBeVisible()
  expect(server.last('POST', '/payments/p1/refund')).toBeDefined()
})
