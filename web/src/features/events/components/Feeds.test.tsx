import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const feed = (more: object = {}) => ({
  id: 'f1',
  name: 'All that is on',
  scope: 'COMPANY',
  subjectId: null,
  subjectName: null,
  createdAt: '2027-01-01T00:00:00Z',
  usedAt: null,
  usedBy: null,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })

beforeEach(() => localStorage.clear())

it('makes the address of a calendar, shows it once, and revokes another', async () => {
  const server = fakeServer()
    .on('GET /events/calendar', { entries: [], more: false })
    .on('GET /event-types', page([]))
    .on('GET /calendar-feeds', page([feed()]))
    .on('POST /calendar-feeds', {
      feed: feed({ id: 'f2', scope: 'MINE' }),
      url: 'https://rent.example/api/v1/calendars/s3cret.ics',
    })
    .on('DELETE /calendar-feeds/:id', () => undefined)
  const { user } = renderRoute('/events/calendar')
  await user.click(await screen.findByRole('button', { name: 'Subscribe' }))
  const dialog = await screen.findByRole('dialog', { name: 'Calendar for other programs' })
  await user.click(await within(dialog).findByRole('button', { name: 'Make an address' }))
  expect(await within(dialog).findByRole('textbox', { name: 'Address' })).toHaveValue(
    'https://rent.example/api/v1/calendars/s3cret.ics',
  )
  expect(within(dialog).getByRole('link', { name: 'Open in my calendar program' })).toHaveAttribute(
    'href',
    'webcal://rent.example/api/v1/calendars/s3cret.ics',
  )
  expect(server.last('POST', '/calendar-feeds')?.body).toEqual({ name: 'Events I plan', scope: 'MINE', subjectId: null })
  await user.click(within(dialog).getByRole('button', { name: 'Revoke All that is on' }))
  const asked = await screen.findByRole('dialog', { name: 'Revoke All that is on?' })
  await user.click(within(asked).getByRole('button', { name: 'Revoke' }))
  await expect.poll(() => server.last('DELETE', '/calendar-feeds/f1')).toBeTruthy()
})

it('makes the calendar of a product from its page', async () => {
  const product = {
    id: 'p1',
    kind: 'BULK',
    name: 'Fogger',
    manufacturer: '',
    model: '',
    attributes: {},
    tags: [],
    barcodes: [],
    connectors: [],
    version: 1,
  }
  const server = fakeServer()
    .on('GET /products/:id', product)
    .on('GET /categories', page([]))
    .on('GET /locations', page([]))
    .on('GET /calendar-feeds', page([]))
    .on('POST /calendar-feeds', {
      feed: feed({ id: 'f3', scope: 'PRODUCT', subjectId: 'p1' }),
      url: 'https://rent.example/p.ics',
    })
  const { user } = renderRoute('/products/p1')
  await user.click(await screen.findByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Subscribe' }))
  const dialog = await screen.findByRole('dialog', { name: 'Calendar for other programs' })
  await user.click(await within(dialog).findByRole('button', { name: 'Make an address' }))
  expect(await within(dialog).findByRole('textbox', { name: 'Address' })).toHaveValue('https://rent.example/p.ics')
  expect(server.last('POST', '/calendar-feeds')?.body).toEqual({ name: 'Fogger', scope: 'PRODUCT', subjectId: 'p1' })
})
