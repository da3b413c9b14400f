import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'
import type { LoadItem } from '../api/loads'

const item = (more: Partial<LoadItem>): LoadItem => ({
  kind: 'ASSET',
  id: 'a1',
  label: 'SM58-001',
  name: 'Shure SM58',
  quantity: 1,
  weightGrams: 300,
  weightsUnknown: 0,
  volumeCubicMillimetres: null,
  at: '2027-06-01T08:00:00Z',
  back: false,
  ...more,
})

it('says what is on which vehicle, what that weighs and takes up, and what is not known of it', async () => {
  fakeServer()
    .on('GET /events/:id', { id: 'e1', number: 'E-0007', name: 'Summer Stage' })
    .on('GET /scanning/jobs/:id/loads', {
      loads: [
        {
          vehicle: 'Truck 1',
          pieces: 13,
          weightGrams: 48_300,
          weightsUnknown: 12,
          volumeCubicMillimetres: 480_000_000,
          volumesUnknown: 2,
          items: [
            item({}),
            item({
              kind: 'CASE',
              id: 'c1',
              label: 'FC-0012',
              name: 'Mic case',
              weightGrams: 48_000,
              volumeCubicMillimetres: 480_000_000,
              back: true,
            }),
            item({
              kind: 'PRODUCT',
              id: 'p1',
              label: '',
              name: 'Cable tie',
              quantity: 12,
              weightGrams: 0,
              weightsUnknown: 12,
              back: null,
            }),
          ],
        },
      ],
    })
  renderRoute('/events/e1/loads')
  const truck = await screen.findByRole('region', { name: 'Truck 1' })
  expect(within(truck).getByText('13 pieces · 48.3 kg · 0.48 m³')).toBeInTheDocument()
  expect(within(truck).getByText(/12 pieces of unknown weight are not counted/)).toBeInTheDocument()
  const table = within(truck).getByRole('table')
  expect(within(table).getByRole('link', { name: 'FC-0012' })).toHaveAttribute('href', '/cases/c1')
  expect(within(table).getAllByText('Back')).toHaveLength(1)
})
