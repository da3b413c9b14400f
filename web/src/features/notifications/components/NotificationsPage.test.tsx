import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const notice = (id: string, label: string, readAt: string | null) => ({
  id,
  type: 'DAMAGE_REPORTED',
  text: `${label} damaged`,
  subject: { kind: 'asset', id: `asset-${id}`, label },
  facts: {},
  at: '2026-11-20T10:00:00Z',
  readAt,
})

it('lists what one was told, page by page, and marks all of it as read', async () => {
  let unread = 1
  const server = fakeServer()
    .on('GET /notifications', ({ url }: { url: URL }) =>
      url.searchParams.get('cursor')
        ? {
            items: [{ ...notice('n2', 'SM58-002', '2026-11-20T11:00:00Z'), facts: { count: 1, product: 'Shure SM58' } }],
            total: 2,
            next: null,
          }
        : { items: [notice('n1', 'SM58-001', unread ? null : '2026-11-20T11:00:00Z')], total: 2, next: 'more' },
    )
    .on('GET /notifications/unread', () => ({ unread }))
    .on('POST /notifications/read-all', () => {
      unread = 0
      return { read: 1 }
    })
  const { user } = renderRoute('/notifications')
  expect(await screen.findByRole('button', { name: /^SM58-001 was reported damaged/ }, { timeout: 8_000 })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Show older' }))
  expect(await screen.findByRole('button', { name: /^SM58-002 Shure SM58 was reported damaged/ })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Mark all as read' })).toBeDisabled())
  await user.click(screen.getByText('Unread'))
  await waitFor(() => expect(server.calls.some((call) => call.search.includes('unread=true'))).toBe(true))
})
