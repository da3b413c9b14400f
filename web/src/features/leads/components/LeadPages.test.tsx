import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Lead } from '../api/leads'

const lead = (more: Partial<Lead> = {}): Lead => ({
  id: 'l1',
  number: 'L-0001',
  state: 'NEW',
  source: 'FORM',
  name: 'Ida <b>Holm</b>',
  company: 'Holm Festivals',
  email: 'ida@holm.example',
  phone: null,
  message: 'Two stages.',
  eventFrom: '2027-06-01',
  eventTo: null,
  venue: 'Harbour',
  language: 'en',
  owner: null,
  discardReason: null,
  client: null,
  deal: null,
  closedAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  createdByName: 'Ida',
  changedAt: '2027-01-01T00:00:00Z',
  version: 1,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })

it('makes a deal for the client that is there', async () => {
  const server = fakeServer()
    .on('GET /leads/:id', lead())
    .on('GET /leads/:id/similar-clients', page([{ id: 'c1', name: 'Holm Festival GmbH', archived: false, by: ['NAME'] }]))
    .on('POST /leads/:id/conversion', () =>
      lead({ state: 'CONVERTED', client: { id: 'c1', name: 'Holm' }, deal: { id: 'd1', number: 'D-1', name: 'Holm' } }),
    )
  const { user } = renderRoute('/leads/l1')
  await user.click(await screen.findByRole('button', { name: 'Make a deal' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(await within(dialog).findByRole('radio', { name: 'Holm Festival GmbH' }))
  await user.click(within(dialog).getByRole('button', { name: 'Make a deal' }))
  await screen.findByText('The deal is made')
  expect(server.last('POST', '/leads/l1/conversion')?.body).toEqual({ clientId: 'c1', dealName: 'Holm Festivals' })
})

it('shows a stranger the form, and sends it with the answer to its task', async () => {
  const server = fakeServer()
    .on('GET /public/enquiry-form', {
      company: 'Nordlicht',
      logoFileId: null,
      locale: 'en',
      intro: 'Tell us all.',
      thanks: null,
      task: 'task',
      bits: 4,
    })
    .on('POST /public/enquiries', () => undefined)
  const { user } = renderRoute('/enquiry')
  await screen.findByText('Tell us all.')
  await user.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Ida')
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'ida@holm.example')
  await user.click(screen.getByRole('button', { name: 'Send enquiry' }))
  expect(await screen.findByText('Thank you, your enquiry has arrived.', {}, { timeout: 8_000 })).toBeInTheDocument()
  expect(server.last('POST', '/public/enquiries')?.body).toMatchObject({ name: 'Ida', task: 'task', language: 'en' })
}, 15_000)

it('says that the form is not open', async () => {
  fakeServer().on('GET /public/enquiry-form', () => {
    throw refuse(404, 'lead-form-closed')
  })
  renderRoute('/enquiry')
  expect(await screen.findByText(/This form is not open at the moment/)).toBeInTheDocument()
})
