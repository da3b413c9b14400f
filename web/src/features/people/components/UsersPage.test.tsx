import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { User } from '../api/people'

const person = (i: number): User => ({
  id: `u${i}`,
  name: `Person ${i}`,
  email: `p${i}@example.org`,
  state: 'ACTIVE',
  roles: [{ id: 'r1', name: 'Crew' }],
  lastSeenAt: null,
  createdAt: '2027-01-01T00:00:00Z',
  version: 3,
})
const serve = () =>
  fakeServer()
    .on('GET /users', ({ url }: { url: URL }) => {
      const offset = Number(url.searchParams.get('offset') ?? 0)
      return { items: Array.from({ length: 100 }, (_, i) => person(offset + i)), total: 100_000, next: null }
    })
    .on('GET /roles', {
      items: [{ id: 'r1', name: 'Crew', builtIn: 'CREW', permissions: [], users: 1, version: 1 }],
      total: 1,
      next: null,
    })

beforeEach(() => localStorage.clear())

it('sorts on the server, keeps the order in the address and counts everything', async () => {
  const server = serve()
  const { user, router } = renderRoute('/users')
  expect(await screen.findByText('Person 3')).toBeInTheDocument()
  expect(screen.getByText('100,000 entries')).toBeInTheDocument()
  expect(screen.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', '100001')
  await user.click(screen.getByRole('button', { name: 'E-mail' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ sort: 'email' }))
  await waitFor(() => expect(server.last('GET', '/users')?.search).toContain('sort=email'))
})

it('opens a person from the keyboard and shows the server’s word at the field', async () => {
  const server = serve().on('PATCH /users/:id', () => {
    throw refuse(422, 'invalid', { errors: [{ field: 'name', code: 'too-long', message: 'This name is too long.' }] })
  })
  const { user } = renderRoute('/users')
  await screen.findByText('Person 0')
  screen.getByRole('grid').focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Person 1' })
  await user.type(within(dialog).getByLabelText(/^Name/), '!')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(await within(dialog).findByText('This name is too long.')).toBeInTheDocument()
  const sent = server.last('PATCH', '/users/u1')
  expect(sent?.body).toEqual({ name: 'Person 1!' })
  expect(sent?.headers.get('If-Match')).toBe('"3"')
})
