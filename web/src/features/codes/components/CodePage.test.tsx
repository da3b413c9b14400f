import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServer, refuse, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const uuid = '0198c0de-0000-7000-8000-000000000001'
const notice = {
  companyName: 'Stagelight GmbH',
  notice: 'Property of Stagelight GmbH. Found it? Please call +49 (0)30 123 45-67 or write to found@stagelight.example.',
}
const target = {
  kind: 'ASSET',
  id: uuid,
  label: 'SM58-001',
  name: 'Shure SM58',
  detail: 'S/N 3AB',
  status: 'AVAILABLE',
  locationId: 'l1',
  locationName: 'Shelf 4',
  unfit: null,
}
beforeEach(() => localStorage.clear())

describe('the page a label leads to', () => {
  it('tells a stranger whose it is and how to reach them, and nothing else', async () => {
    const server = fakeServer(null).on('GET /codes/:id/notice', notice)
    renderRoute(`/asset/${uuid}`)
    expect(await screen.findByRole('heading', { name: 'Stagelight GmbH' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '+49 (0)30 123 45-67' })).toHaveAttribute('href', 'tel:+49301234567')
    expect(screen.getByRole('link', { name: 'found@stagelight.example' })).toHaveAttribute(
      'href',
      'mailto:found@stagelight.example',
    )
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toContain('next=')
    expect(screen.getAllByRole('link')).toHaveLength(3)
    expect(server.calls.some((call) => call.path === `/codes/${uuid}`)).toBe(false)
  })

  it('shows one of us the thing and what to do next', async () => {
    fakeServer()
      .on('GET /codes/:id/notice', notice)
      .on('GET /codes/:id', { kind: 'ASSET', id: uuid, label: 'SM58-001', target, shortCode: null })
    renderRoute(`/asset/${uuid}`)
    expect(await screen.findByRole('heading', { name: 'SM58-001' })).toBeInTheDocument()
    expect(screen.getByText('Available')).toBeInTheDocument()
    expect(screen.getByText('Shelf 4')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Open asset' })).toHaveAttribute('href', `/assets/${uuid}`)
    expect(screen.getByRole('link', { name: 'Print label' })).toHaveAttribute('href', `/labels?asset=${uuid}`)
    expect(screen.queryByText('Do not use')).toBeNull()
  })

  it('offers only what the person may do, and warns of what is unfit', async () => {
    fakeServer({ ...someone, permissions: ['ASSET_READ'] })
      .on('GET /codes/:id/notice', notice)
      .on('GET /codes/:id', {
        kind: 'ASSET',
        id: uuid,
        label: 'SM58-001',
        target: { ...target, unfit: 'Cable cut' },
        shortCode: null,
      })
    renderRoute(`/asset/${uuid}`)
    expect(await screen.findByText('Cable cut')).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Print label' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Move' })).toBeNull()
  })

  it('binds a blank label to the number that is typed', async () => {
    const server = fakeServer()
      .on('GET /codes/:id/notice', notice)
      .on('GET /codes/:id', { kind: 'BLANK_LABEL', id: uuid, label: 'K7QF-93MX', target: null, shortCode: 'K7QF-93MX' })
      .on('GET /codes', { kind: 'ASSET', id: 'a1', label: 'SM58-001' })
      .on('POST /blank-labels/:id/binding', {})
    const { user } = renderRoute(`/asset/${uuid}`)
    expect(await screen.findByRole('heading', { name: 'K7QF-93MX' })).toBeInTheDocument()
    await user.type(screen.getByLabelText(/Or its number/), 'SM58-001')
    await user.click(screen.getByRole('button', { name: 'Bind label' }))
    await waitFor(() => expect(server.last('POST', `/blank-labels/${uuid}/binding`)?.body).toEqual({ kind: 'ASSET', id: 'a1' }))
  })

  it('says so where a code leads to nothing', async () => {
    fakeServer()
      .on('GET /codes/:id/notice', notice)
      .on('GET /codes/:id', () => {
        throw refuse(404, 'not-found')
      })
    renderRoute(`/case/${uuid}`)
    expect(await screen.findByText('This code leads to nothing')).toBeInTheDocument()
  })
})
