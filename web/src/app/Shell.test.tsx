import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServer, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

beforeEach(() => localStorage.clear())

describe('the shell', () => {
  it('shows the company and only what the person may use', async () => {
    fakeServer({ ...someone, permissions: [] })
    renderRoute('/account')
    expect(await screen.findByText('Stagelight')).toBeInTheDocument()
    const menu = screen.getByRole('navigation', { name: 'Main' })
    expect(within(menu).getByText('Home')).toBeInTheDocument()
    expect(within(menu).queryByText('Users & roles')).toBeNull()
  })

  it('sends a stranger to the sign-in page and back to where they wanted to go', async () => {
    const server = fakeServer(null)
    const { user, router } = renderRoute('/jobs?sort=-createdAt')
    await user.type(await screen.findByLabelText(/E-mail/), 'ana@example.org')
    await user.type(screen.getByLabelText('Password', { exact: false, selector: 'input' }), 'a long enough one')
    server.on('POST /session', someone).on('GET /me', someone)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(router.state.location.href).toBe('/jobs?sort=-createdAt'))
    expect(server.last('POST', '/session')?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('sends the first visitor to the set-up page', async () => {
    fakeServer(null).on('GET /setup', { needed: true })
    renderRoute('/')
    expect(await screen.findByRole('heading', { name: 'Set up EventKit' })).toBeInTheDocument()
  })

  it('opens the search with Ctrl+K, finds by typing and goes there with Enter', async () => {
    fakeServer().on('GET /search', {
      groups: [
        {
          kind: 'asset',
          total: 1,
          items: [{ id: 'a1', kind: 'asset', title: 'SM58-001', subtitle: 'Shure SM58', url: '/account' }],
        },
      ],
    })
    const { user, router } = renderRoute('/activity')
    await screen.findByText('Stagelight')
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: /^Search products/ }), 'sm58')
    expect(await screen.findByRole('option', { name: /SM58-001/ })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/account'))
  })
})
