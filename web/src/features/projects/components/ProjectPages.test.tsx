import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { Project } from '../api/projects'

const project = (more: Partial<Project> = {}): Project => ({
  id: 'p1',
  number: 'P-0007',
  name: 'Nordlicht Tour',
  kind: 'TOUR',
  clientId: 'c1',
  clientName: 'Nordlicht Konzerte',
  colour: '#3366cc',
  notes: null,
  events: 0,
  firstAt: null,
  lastAt: null,
  archivedAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  changedAt: '2027-01-01T00:00:00Z',
  version: 7,
  ...more,
})
const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const serve = () =>
  fakeServer()
    .on('GET /projects', page([]))
    .on('GET /projects/:id', project())
    .on('GET /events', page([]))
    .on('GET /event-types', page([]))

beforeEach(() => localStorage.clear())

it('creates a project from where there is none', async () => {
  const server = serve().on('POST /projects', project())
  const { user } = renderRoute('/projects')
  expect(await screen.findByText('No projects yet')).toBeVisible()
  await user.click(screen.getAllByRole('button', { name: 'New project' })[0]!)
  const form = await screen.findByRole('dialog', { name: 'New project' })
  await user.type(await within(form).findByRole('textbox', { name: /^Name/ }), 'Nordlicht Tour')
  await user.click(within(form).getByRole('button', { name: 'Create project' }))
  expect(await screen.findByRole('heading', { name: 'Nordlicht Tour', level: 1 })).toBeVisible()
  expect(server.last('POST', '/projects')?.body).toEqual({
    name: 'Nordlicht Tour',
    kind: 'TOUR',
    clientId: null,
    colour: null,
    notes: null,
  })
})

it('asks for its own events only, and begins one for its client', async () => {
  const server = serve()
  const { user, router } = renderRoute('/projects/p1')
  expect(await screen.findByText('No events yet')).toBeVisible()
  expect(server.last('GET', '/events')?.search).toContain('project=p1')
  await user.click(screen.getByRole('button', { name: 'Add event' }))
  await expect.poll(() => router.state.location.href).toBe('/events/new?client=c1&project=p1')
})
