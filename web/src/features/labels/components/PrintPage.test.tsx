import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { itemsFrom, labelsPath } from '@/components/labels/printLabels'
import { fakeServer, someone } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const geometry = {
  pageWidthMillimetres: 210,
  pageHeightMillimetres: 297,
  marginLeftMillimetres: 0,
  marginTopMillimetres: 0.5,
  columns: 3,
  rows: 8,
  columnPitchMillimetres: 70,
  rowPitchMillimetres: 37,
  labelWidthMillimetres: 70,
  labelHeightMillimetres: 37,
  cornerRadiusMillimetres: 0,
  unprintableMillimetres: 4.3,
}
const sheet = {
  id: 'f1',
  name: 'A4 sheet',
  namedSheet: 'A4_3X8',
  geometry,
  outlined: false,
  output: 'PDF',
  dpi: null,
  showProduct: true,
  showCompany: true,
  showDetail: true,
  showLogo: false,
  version: 1,
}
const preview = {
  widthMillimetres: 70,
  heightMillimetres: 37,
  code: { xMillimetres: 4, yMillimetres: 4, moduleMillimetres: 0.7, modules: 37, codePath: 'M0 0L1 0L1 1Z' },
  lines: [{ text: 'SM58-001', xMillimetres: 36, baselineMillimetres: 10, sizeMillimetres: 6, bold: true }],
  logo: null,
}
const standing = () =>
  fakeServer()
    .on('GET /label-formats', { items: [sheet], total: 1, next: null })
    .on('GET /label-formats/:id/preview', preview)
    .on('GET /codes/:id', { label: 'SM58-001', target: { name: 'Shure SM58' } })

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('open', () => null)
  URL.createObjectURL = () => 'blob:x'
})

describe('printing labels', () => {
  it('prints what the address names from the label that was clicked', async () => {
    const server = standing().on('POST /labels', {})
    const { user } = renderRoute('/labels?asset=a1&case=c1')
    await user.click(await screen.findByRole('button', { name: 'Start at label 5' }, { timeout: 8_000 }))
    expect(screen.getByText('2 labels · 1 sheet')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open PDF' }))
    await waitFor(() =>
      expect(server.last('POST', '/labels')?.body).toEqual({
        items: [
          { kind: 'ASSET', id: 'a1' },
          { kind: 'CASE', id: 'c1' },
        ],
        formatId: 'f1',
        startAt: 5,
        copies: 1,
      }),
    )
  })

  it('shows the logo where it will be printed', async () => {
    const logo = { xMillimetres: 36, yMillimetres: 20, widthMillimetres: 10, heightMillimetres: 8 }
    fakeServer({ ...someone, company: { ...someone.company, logoFileId: 'f7' } })
      .on('GET /label-formats', { items: [{ ...sheet, showLogo: true }], total: 1, next: null })
      .on('GET /label-formats/:id/preview', { ...preview, logo })
      .on('GET /codes/:id', { label: 'SM58-001', target: { name: 'Shure SM58' } })
    renderRoute('/labels?asset=a1')
    await screen.findByRole('button', { name: 'Start at label 5' }, { timeout: 8_000 })
    await waitFor(() => expect(document.querySelector('svg image')).not.toBeNull())
    const image = document.querySelector('svg image')
    expect(image).toHaveAttribute('href', expect.stringContaining('/company/logo?size=512&v=f7'))
    expect(image).toHaveAttribute('width', '10')
  })

  it('adds pasted numbers and keeps those it does not know', async () => {
    standing().on('GET /codes', ({ url }: { url: URL }) => {
      if (url.searchParams.get('text') !== 'SM58-002') throw new Error('unknown')
      return { kind: 'ASSET', id: 'a2', label: 'SM58-002' }
    })
    const { user } = renderRoute('/labels')
    const numbers = await screen.findByLabelText(/Numbers, serials or barcodes/, {}, { timeout: 8_000 })
    await user.type(numbers, 'SM58-002, NOPE')
    await user.click(screen.getByRole('button', { name: 'Add these' }))
    expect(await screen.findByText(/Not added: NOPE/)).toBeInTheDocument()
    expect(screen.getByText('1 label · 1 sheet')).toBeInTheDocument()
    expect(numbers).toHaveValue('NOPE')
  })

  it('lets a job make more labels than one waits for, and gives its file when it is done', async () => {
    const job = {
      id: 'j1',
      kind: 'labels',
      title: 'Labels',
      state: 'RUNNING',
      done: 250,
      total: 2500,
      message: null,
      createdAt: new Date().toISOString(),
      startedAt: new Date().toISOString(),
      endedAt: null as string | null,
      result: null,
    }
    let now = job
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.getAttribute('href') ?? '')
    })
    const items = Array.from({ length: 1250 }, (_, i) => ({ kind: 'ASSET' as const, id: `a${i}` }))
    const server = standing()
      .on('POST /label-runs', { jobId: 'j1' })
      .on('GET /jobs/:id', () => now)
      .on('POST /jobs/:id/cancellation', () => ({ ...now, cancelRequested: true }))
    const { user } = renderRoute(labelsPath(items))
    const copies = await screen.findByRole('textbox', { name: 'Copies of each' }, { timeout: 8_000 })
    await user.clear(copies)
    await user.type(copies, '2')
    await user.click(screen.getByRole('button', { name: 'Prepare labels' }))
    expect(await screen.findByText(/250 \/ 2,500/)).toBeInTheDocument()
    expect(server.last('POST', '/label-runs')?.body).toEqual({ items, formatId: 'f1', startAt: 1, copies: 2 })
    expect(server.last('POST', '/labels')).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(server.last('POST', '/jobs/j1/cancellation')).toBeDefined()
    now = { ...job, state: 'DONE', done: 2500, endedAt: new Date().toISOString() }
    await user.click(await screen.findByRole('button', { name: 'Download file' }))
    expect(clicked).toEqual(['/api/v1/label-runs/j1/file'])
  })

  it('carries a large selection past the address', () => {
    const items = Array.from({ length: 60 }, (_, i) => ({ kind: 'ASSET' as const, id: `a${i}` }))
    const path = labelsPath(items)
    expect(path).toBe('/labels?from=selection')
    expect(itemsFrom(path.slice(path.indexOf('?')))).toEqual(items)
    expect(itemsFrom('?asset=a1&kit=k1')).toEqual([
      { kind: 'ASSET', id: 'a1' },
      { kind: 'KIT', id: 'k1' },
    ])
  })
})
