import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Offer } from '../api/offers'
import type { Guest, InvoiceLine, QuoteLine } from '../api/visit'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const company = {
  name: 'Stagelight',
  addressLines: ['Hafen 1', '10245 Berlin'],
  phone: '+49 30 555',
  email: 'kit@stagelight.example',
  web: null,
  logo: false,
}
const ida: Guest = {
  name: 'Ida <b>Holm</b>',
  email: 'ida@holm.example',
  companies: ['Holm Festivals', 'Harbour Nights'],
  expiresAt: '2099-01-01T00:00:00Z',
}
const quote = (more: Partial<QuoteLine> = {}): QuoteLine => ({
  id: 'q1',
  number: 'Q-2027-0001',
  name: 'Summer stage',
  clientName: 'Holm Festivals',
  nth: 2,
  state: 'VIEWED',
  open: true,
  sentAt: '2027-01-01T00:00:00Z',
  validUntil: '2027-02-01',
  hireFrom: '2027-06-01',
  hireTo: '2027-06-02',
  gross: eur(119_00),
  ...more,
})
const invoice: InvoiceLine = {
  id: 'i1',
  kind: 'FINAL',
  number: '2027-0042',
  title: 'Winter stage',
  clientName: 'Harbour Nights',
  state: 'PART_PAID',
  issuedOn: '2027-01-10',
  dueOn: '2027-01-24',
  overdue: true,
  gross: eur(200_00),
  open: eur(50_00),
}
const offer: Offer = {
  sender: company,
  number: 'Q-2027-0001',
  name: 'Summer stage',
  clientName: 'Holm Festivals',
  versionId: 'v2',
  nth: 2,
  language: 'en',
  state: 'VIEWED',
  open: true,
  sentAt: '2027-01-01T00:00:00Z',
  validUntil: '2027-02-01',
  hireFrom: '2027-06-01',
  hireTo: '2027-06-02',
  charged: 2,
  intro: null,
  terms: null,
  groups: [],
  list: eur(100_00),
  totals: { sums: [], net: eur(100_00), tax: eur(19_00), gross: eur(119_00) },
  deposit: eur(0),
  cancellation: [],
  answer: null,
  remarks: [],
  expiresAt: '2099-01-01T00:00:00Z',
}

afterEach(() => localStorage.removeItem('eventkit.portal'))

function portal(guest: Guest | null) {
  let now = guest
  const server = fakeServer(null)
    .on('GET /portal', () => ({ company, open: true, guest: now }))
    .on('POST /portal/codes', { ticket: 'T1', expiresAt: '2099-01-01T00:00:00Z' })
    .on('POST /portal/session', ({ body }: { body: unknown }) => {
      if ((body as { code: string }).code !== '4071 9926') throw refuse(401, 'portal-code-wrong', { facts: { triesLeft: 4 } })
      now = ida
      return ida
    })
    .on('DELETE /portal/session', () => {
      now = null
      return undefined
    })
    .on('GET /portal/quotes', ({ url }: { url: URL }) =>
      url.searchParams.get('offset') === '0'
        ? { items: [quote(), quote({ id: 'q2', name: 'Old stage', state: 'SENT', open: false })], total: 3 }
        : { items: [quote({ id: 'q3', name: 'Older stage', state: 'ACCEPTED', open: false })], total: 3 },
    )
    .on('GET /portal/invoices', { items: [invoice], total: 1, owed: [eur(50_00)] })
    .on('GET /portal/quotes/:id', offer)
    .on('POST /portal/quotes/:id/opening', {})
  return { server, end: () => (now = null) }
}

it('signs a contact in by a code, and shows what is theirs', async () => {
  const { server } = portal(null)
  const { user } = renderRoute('/portal')
  await user.type(await screen.findByLabelText(/Your e-mail address/), 'ida@holm.example')
  await user.click(screen.getByRole('button', { name: 'Send me a code' }))
  const code = await screen.findByLabelText(/Code from the e-mail/)
  expect(server.last('POST', '/portal/codes')?.body).toEqual({ email: 'ida@holm.example', language: 'en' })
  await user.type(code, '11111111')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('tries left: 4')
  await user.clear(code)
  await user.type(code, '4071 9926')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))

  await screen.findByRole('heading', { name: 'Your quotes and invoices' })
  expect(server.last('POST', '/portal/session')?.body).toEqual({ ticket: 'T1', code: '4071 9926' })
  expect(screen.getByText('Ida <b>Holm</b>')).toBeInTheDocument()
  const quotes = await screen.findByRole('region', { name: 'Quotes' })
  expect(await within(quotes).findByText('To be answered')).toBeInTheDocument()
  expect(within(quotes).getByText('Expired')).toBeInTheDocument()
  await user.click(within(quotes).getByRole('button', { name: 'Show more' }))
  expect(await within(quotes).findByText('Accepted')).toBeInTheDocument()
  expect(within(quotes).queryByRole('button', { name: 'Show more' })).toBeNull()
  const invoices = screen.getByRole('region', { name: 'Invoices' })
  expect(await within(invoices).findByText('€50.00 to be paid')).toBeInTheDocument()
  expect(within(invoices).getByText('Overdue')).toBeInTheDocument()
  expect(within(invoices).getByRole('link', { name: 'Invoice 2027-0042 (PDF)' })).toHaveAttribute(
    'href',
    '/api/v1/portal/invoices/i1/pdf',
  )

  await user.click(within(quotes).getByRole('link', { name: 'Summer stage' }))
  expect(await screen.findByLabelText(/Your reference or order number/)).toBeInTheDocument()
  for (const name of screen.getAllByLabelText(/Your name/)) expect(name).toHaveValue('Ida <b>Holm</b>')
  await user.click(screen.getByRole('link', { name: 'All quotes and invoices' }))
  await user.click(await screen.findByRole('button', { name: 'Sign out' }))
  expect(await screen.findByRole('button', { name: 'Send me a code' })).toBeInTheDocument()
})

it('says what to do where a code, a session or a quote is gone', async () => {
  const { server, end } = portal(ida)
  server.on('GET /portal/quotes/:id', () => {
    throw refuse(404, 'not-found')
  })
  const { user } = renderRoute('/portal/quotes/q9')
  expect(await screen.findByRole('heading', { name: 'This quote is not there' })).toBeInTheDocument()
  end()
  server.on('GET /portal/quotes', () => {
    throw refuse(401, 'portal-sign-in-required')
  })
  server.on('POST /portal/session', () => {
    throw refuse(409, 'portal-code-spent')
  })
  await user.click(screen.getByRole('link', { name: 'All quotes and invoices' }))
  await user.type(await screen.findByLabelText(/Your e-mail address/), 'ida@holm.example')
  await user.click(screen.getByRole('button', { name: 'Send me a code' }))
  await user.type(await screen.findByLabelText(/Code from the e-mail/), '11111111')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask for a new one')
  server.on('POST /portal/codes', { ticket: 'T2', expiresAt: '2099-01-01T00:00:00Z' })
  await user.click(screen.getByRole('button', { name: 'Send a new code' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(JSON.parse(localStorage.getItem('eventkit.portal')!)).toMatchObject({ ticket: 'T2', email: 'ida@holm.example' })
})

it('lets a contact in and out on the page of the client', async () => {
  const contact = { id: 'k1', name: 'Ida Holm', role: null, email: 'ida@holm.example', phone: null, preferred: true }
  const access = {
    contactId: 'k1',
    email: 'ida@holm.example',
    valid: true,
    grantedAt: '2027-01-01T00:00:00Z',
    grantedByName: 'Ana Ruiz',
    lastSignInAt: null,
  }
  let items: unknown[] = []
  const server = fakeServer()
    .on('GET /clients/:id', {
      id: 'c1',
      name: 'Holm Festivals',
      addressLines: [],
      tags: [],
      preferredBrands: [],
      avoidedBrands: [],
      custom: {},
      addresses: [],
      contacts: [contact, { ...contact, id: 'k2', name: 'Nobody', email: null, preferred: false }],
      code: null,
      archivedAt: null,
      paymentDays: null,
      changedAt: '2027-01-01T00:00:00Z',
      version: 1,
    })
    .on('GET /clients/:id/portal-access', () => ({ items, total: items.length, next: null }))
    .on('PUT /clients/:id/portal-access/:contact', () => {
      items = [access]
      return access
    })
    .on('DELETE /clients/:id/portal-access/:contact', () => {
      items = []
      return undefined
    })
  const { user } = renderRoute('/clients/c1?tab=contacts')
  const may = await screen.findByRole('switch', { name: 'May sign in to the portal' })
  expect(may).not.toBeChecked()
  await user.click(may)
  expect(await screen.findByText('let in by Ana Ruiz, has not signed in yet')).toBeInTheDocument()
  expect(await screen.findByText(/Tell them the address: .*\/portal/)).toBeInTheDocument()
  await user.click(may)
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End it' }))
  await waitFor(() => expect(may).not.toBeChecked())
  expect(server.last('DELETE', '/clients/c1/portal-access/k1')).toBeDefined()
})
