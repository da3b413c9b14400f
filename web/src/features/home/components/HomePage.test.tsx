import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeServer, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const counts = (asset: number, product: number, location: number) => [
  { kind: 'asset', total: asset },
  { kind: 'product', total: product },
  { kind: 'location', total: location },
]
const nothing = { items: [], total: 0, next: null }
const furnished = {
  counts: counts(90, 12, 4),
  assetsByStatus: { AVAILABLE: 80, DAMAGED: 10, SOLD: 3 },
  unfit: 11,
  attention: [
    { kind: 'quarantined', count: 1, url: '/assets?quarantined=true' },
    { kind: 'in-transit', count: 2, url: null },
  ],
  jobs: [{ id: 'j1', title: 'Import assets.csv', state: 'RUNNING', done: 5, total: 10 }],
}

describe('the first page', () => {
  it('tells how things stand and leads there', async () => {
    fakeServer().on('GET /home', furnished).on('GET /activity', nothing)
    renderRoute('/')
    expect(await screen.findByRole('link', { name: '1 asset is quarantined' })).toHaveAttribute(
      'href',
      '/assets?quarantined=true',
    )
    expect(screen.getByText('2 transfers are on their way')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Damaged' })).toHaveAttribute('href', '/assets?status=DAMAGED')
    expect(screen.queryByRole('link', { name: 'Sold' })).toBeNull()
    expect(screen.getByText('11 assets should not go on a job')).toBeInTheDocument()
    expect(screen.getByRole('progressbar', { name: 'Import assets.csv' })).toHaveAttribute('aria-valuenow', '50')
    expect(screen.queryByText('Let’s get your equipment in')).toBeNull()
  })

  it('shows a new company what to do first, and ticks what is done', async () => {
    fakeServer()
      .on('GET /home', { ...furnished, counts: counts(0, 0, 3), assetsByStatus: {}, unfit: 0, attention: [], jobs: [] })
      .on('GET /activity', nothing)
    renderRoute('/')
    const steps = (await screen.findByRole('heading', { name: 'Let’s get your equipment in' })).closest('.mantine-Card-root')
    const inside = within(steps as HTMLElement)
    expect(inside.getByText('1 of 4 done')).toBeInTheDocument()
    expect(inside.getByRole('link', { name: 'Import your products' })).toHaveAttribute('href', '/imports')
    expect(inside.getByRole('link', { name: 'Or print blank labels ahead' })).toHaveAttribute('href', '/labels/blank')
  })

  it('offers a reader nothing that they may not do', async () => {
    fakeServer({ ...someone, permissions: ['ASSET_READ', 'PRODUCT_READ'] })
      .on('GET /home', { ...furnished, counts: counts(0, 0, 0), attention: [], jobs: [] })
      .on('GET /activity', nothing)
    renderRoute('/')
    expect(await screen.findByText(/All is well/)).toBeInTheDocument()
    expect(screen.queryByText('Let’s get your equipment in')).toBeNull()
    expect(screen.queryByRole('link', { name: 'Import' })).toBeNull()
  })
})
