import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const page = (items: unknown[]) => ({ items, total: items.length, next: null })
const list = (id: string, name: string) => ({
  id,
  eventId: 'e1',
  eventNumber: 'E-0001',
  eventName: 'Summer Stage',
  eventPhase: 'CONFIRMED',
  name,
  note: null,
  warehouseId: null,
  takenFromId: null,
  takenFromName: null,
  locked: false,
  unlockedAt: null,
  unlockedByName: null,
  unlockReason: null,
  groups: [],
  lines: 2,
  changedAt: '2027-01-01T00:00:00Z',
  version: 1,
})
const carnet = {
  eventId: 'e1',
  event: 'E-0001 Summer Stage',
  lists: [],
  items: [
    {
      number: 1,
      kind: 'PRODUCT',
      id: 'p1',
      name: 'Shure SM58',
      manufacturer: 'Shure',
      model: 'SM58',
      marks: [],
      pieces: 3,
      weightGrams: 900,
      value: null,
      countryOfOrigin: null,
      lent: null,
      lacks: ['VALUE', 'ORIGIN'],
    },
  ],
  totals: {
    pieces: 3,
    weightGrams: 900,
    weightsUnknown: 0,
    value: { amountMinor: 0, currency: 'EUR' },
    valuesUnknown: 3,
    originsUnknown: 3,
    ownValuesHidden: 2,
  },
  leftOut: { consumables: 24, subHired: 0, cases: 0, textLines: 1, texts: ['Ladder'] },
}

beforeEach(() => localStorage.clear())

it('says what is missing of the goods of a list, and gives them as papers', async () => {
  const server = fakeServer()
    .on('GET /pull-lists/:id', list('l1', 'Main'))
    .on('GET /pull-lists/:id/lines', page([]))
    .on('GET /events/:id/pull-lists', page([list('l1', 'Main'), list('l2', 'Stage B')]))
    .on('GET /events/:id/carnet', carnet)
  const { user } = renderRoute('/events/e1/lists/l1')
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Carnet list' }))
  const dialog = await screen.findByRole('dialog', { name: 'Carnet list' })
  expect(await within(dialog).findByText('1 item lacks something')).toBeVisible()
  expect(within(dialog).getByRole('link', { name: 'Shure SM58 (opens in a new tab)' })).toHaveAttribute(
    'href',
    '/products/p1?tab=details',
  )
  expect(within(dialog).getByText('value, country of origin')).toBeVisible()
  expect(within(dialog).getByText(/24 pieces that do not come back are left out\. .*Ladder/)).toBeVisible()
  expect(within(dialog).getByText(/2 pieces are valued as their product/)).toBeVisible()
  const pdf = within(dialog).getByRole('link', { name: 'PDF' })
  expect(pdf).toHaveAttribute(
    'href',
    '/api/v1/events/e1/carnet/print?cases=true&consumables=false&language=en&list=l1&subHired=true',
  )
  await user.click(within(dialog).getByRole('checkbox', { name: 'Stage B' }))
  await user.click(within(dialog).getByRole('checkbox', { name: 'Consumables' }))
  await user.click(within(dialog).getByRole('radio', { name: 'Deutsch' }))
  await expect.poll(() => server.last('GET', '/events/e1/carnet')?.search).toBe('?cases=true&consumables=true&subHired=true')
  expect(within(dialog).getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    '/api/v1/events/e1/carnet.csv?cases=true&consumables=true&language=de&subHired=true',
  )
  await user.click(within(dialog).getByRole('checkbox', { name: 'Stage B' }))
  await user.click(within(dialog).getByRole('checkbox', { name: 'Main' }))
  expect(within(dialog).getByText('Choose at least one list.')).toBeVisible()
  expect(pdf).toHaveAttribute('aria-disabled', 'true')
})
