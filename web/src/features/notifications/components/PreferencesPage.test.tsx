import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const preferences = (version: number, lowStock = true) => ({
  items: [
    { type: 'LOW_STOCK', inApp: lowStock },
    { type: 'SOMETHING_NEW', inApp: true },
  ],
  version,
})

it('saves each switch at once, also after another window has changed something', async () => {
  let tries = 0
  const server = fakeServer()
    .on('GET /notifications/preferences', () => preferences(tries === 0 ? 3 : 4))
    .on('PUT /notifications/preferences', () => {
      if (tries++ === 0) throw refuse(412, 'stale')
      return preferences(5, false)
    })
  const { user } = renderRoute('/account/notifications')
  await user.click(await screen.findByRole('switch', { name: 'Tell me in EventKit: Low stock' }))
  expect(await screen.findByText('Saved')).toBeInTheDocument()
  const sent = server.calls.filter((call) => call.method === 'PUT')
  expect(sent.map((call) => call.headers.get('If-Match'))).toEqual(['"3"', '"4"'])
  expect(sent[1]?.body).toEqual({ items: [{ type: 'LOW_STOCK', inApp: false }] })
  expect(screen.getByRole('switch', { name: 'Tell me in EventKit: Low stock' })).not.toBeChecked()
  expect(screen.getByText('Something new')).toBeInTheDocument()
})

it('puts a switch back where the server refuses and says why', async () => {
  fakeServer()
    .on('GET /notifications/preferences', preferences(1))
    .on('PUT /notifications/preferences', () => {
      throw refuse(503, 'busy')
    })
  const { user } = renderRoute('/account/notifications')
  const lowStock = await screen.findByRole('switch', { name: 'Tell me in EventKit: Low stock' })
  await user.click(lowStock)
  expect(await screen.findByRole('alert', {}, { timeout: 8_000 })).toHaveTextContent('very busy')
  await waitFor(() => expect(lowStock).toBeChecked())
})
