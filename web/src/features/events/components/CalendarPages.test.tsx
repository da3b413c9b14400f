import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Entry } from '../api/calendar'

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  number: 'E-0042',
  name: 'Harbour Lights',
  phase: 'CONFIRMED',
  ownPhaseName: null,
  optionedUntil: null,
  projectId: null,
  projectName: null,
  clientName: null,
  venueName: 'Old Foundry',
  plannerId: null,
  plannerName: null,
  colour: '#3366cc',
  timeZone: 'America/New_York',
  from: '2027-06-01T23:00:00Z',
  to: '2027-06-02T03:00:00Z',
  occupiedFrom: '2027-06-01T09:00:00Z',
  occupiedTo: '2027-06-02T08:00:00Z',
  blocks: [],
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = (entries: Entry[]) =>
  fakeServer().on('GET /events/calendar', { entries, more: false }).on('GET /event-types', page([])).on('GET /events', page([]))

beforeEach(() => localStorage.clear())

it('shows an event on the day that the clocks of its venue say', async () => {
  const server = serve([entry()])
  renderRoute('/events/calendar?view=week&day=2027-06-02')
  const tuesday = await screen.findByRole('region', { name: 'Tuesday 1 June' })
  expect(await within(tuesday).findByRole('link', { name: /Harbour Lights, .*Old Foundry, Confirmed/ })).toBeVisible()
  expect(within(screen.getByRole('region', { name: 'Wednesday 2 June' })).queryByRole('link')).toBeNull()
  // What is cancelled is not asked for.
  expect(server.last('GET', '/events/calendar')?.search).not.toContain('CANCELLED')
})

it('begins the list of this month with today, not with what is over', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-06-10T10:00:00Z') })
  const shown = vi.spyOn(Element.prototype, 'scrollIntoView')
  const later = entry({ id: 'e2', name: 'Aurora', from: '2027-06-20T16:00:00Z', to: '2027-06-20T20:00:00Z' })
  serve([entry(), later])
  renderRoute('/events/calendar?view=agenda')
  const next = await screen.findByRole('region', { name: 'Sunday 20 June' })
  expect(screen.getByRole('region', { name: 'Tuesday 1 June' })).toBeVisible()
  await expect.poll(() => shown.mock.contexts).toContain(next)
  shown.mockRestore()
  vi.useRealTimers()
})

it('says that nothing can be planned beyond what can be counted', async () => {
  serve([]).on('GET /events/calendar', () => {
    throw refuse(400, 'invalid', { errors: [{ field: 'to', code: 'out-of-reach', message: 'Use a time …' }] })
  })
  renderRoute('/events/calendar?day=2150-06-01')
  expect(await screen.findByText('Nothing can be planned there')).toBeVisible()
  expect(screen.getByText(/counted from the year 1971 to the year 2066/)).toBeVisible()
  expect(screen.queryByText('This could not be loaded')).toBeNull()
  expect(screen.getByRole('button', { name: 'Today' })).toBeVisible()
})

it('goes from day to day by the keyboard, also into the next month, and begins an event there', async () => {
  serve([])
  const { user, router } = renderRoute('/events/calendar?day=2027-06-30')
  const last = await screen.findByRole('button', { name: 'Wednesday 30 June: new event' })
  last.focus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('button', { name: 'Thursday 1 July: new event' })).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  await expect.poll(() => document.activeElement?.getAttribute('data-day')).toBe('2027-07-08')
  expect(await screen.findByRole('heading', { name: 'July 2027' })).toBeVisible()
  await user.keyboard('{Enter}')
  await expect.poll(() => router.state.location.href).toBe('/events/new?day=2027-07-08')
})

it('moves an event on the board by its menu and by dragging, only where it may go', async () => {
  const one = { ...entry(), phase: 'CONFIRMED' as const, typeName: '', tags: [], template: false }
  const server = serve([])
    .on('GET /events', ({ url }) => page(url.searchParams.get('phase') === 'CONFIRMED' ? [one] : []))
    .on('POST /events/:id/phase', one)
  const { user } = renderRoute('/events/board')
  await user.click(await screen.findByRole('button', { name: 'Move Harbour Lights' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move to Prep' }))
  await expect.poll(() => server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'PREP' })

  const sent = () => server.calls.filter((call) => call.method === 'POST').length
  const drag = (to: string) => {
    const card = screen.getByRole('link', { name: 'Harbour Lights' }).closest('li')!
    const dataTransfer = { setData: () => {}, effectAllowed: '', dropEffect: '' }
    fireEvent.dragStart(card, { dataTransfer })
    const column = screen.getByRole('region', { name: to })
    fireEvent.dragOver(column, { dataTransfer })
    fireEvent.drop(column, { dataTransfer })
    fireEvent.dragEnd(card, { dataTransfer })
  }
  drag('On site')
  const why = 'Harbour Lights stays where it is: from Confirmed it goes to Quoted, Prep, or Cancelled, not to On site.'
  expect(await screen.findByText(why)).toBeVisible()
  expect(sent()).toBe(1)
  drag('Quoted')
  await expect.poll(() => server.last('POST', '/events/e1/phase')?.body).toEqual({ phase: 'QUOTED' })
})
