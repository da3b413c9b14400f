import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { fakeServer } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const TOTAL = 100_000
const line = (i: number) => ({
  id: `a${i}`,
  number: `SM58-${String(i + 1).padStart(6, '0')}`,
  serial: null,
  product: { id: 'p1', name: 'Shure SM58', manufacturer: 'Shure', model: 'SM58', categoryId: null, categoryName: null },
  status: 'AVAILABLE',
  condition: 'GOOD',
  location: null,
  fit: true,
  unfitReasons: [],
  version: 1,
})
/** Answers as the server does: a page from an offset or a cursor, in either order, and only what matches. */
const serve = () =>
  fakeServer()
    .on('GET /conditions', { items: [], total: 0, next: null })
    .on('GET /assets', ({ url }) => {
      const ask = url.searchParams
      const q = ask.get('q') ?? ''
      const total = q ? 1 : TOTAL
      const at = q ? Number(q.replace(/\D/g, '')) - 1 : 0
      const from = Number(ask.get('cursor') ?? ask.get('offset') ?? 0)
      const limit = Math.min(Number(ask.get('limit')), total - from)
      const back = ask.get('sort') === '-number'
      return {
        items: Array.from({ length: limit }, (_, i) => line(at + (back ? total - 1 - from - i : from + i))),
        total,
        next: from + limit < total ? String(from + limit) : null,
      }
    })
const grid = () => screen.findByRole('grid', { name: 'Assets' })
const selected = () => screen.queryByRole('region', { name: 'Selection' })

beforeEach(() => localStorage.clear())

it('draws a window of 100,000 rows and says how many there are', async () => {
  serve()
  renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  expect(await grid()).toHaveAttribute('aria-rowcount', '100001')
  expect(screen.getByText('100,000 entries')).toBeVisible()
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
})

it('filters while one types and leaves the cursor where it was', async () => {
  const server = serve()
  const { user, router } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  const field = screen.getByRole('textbox', { name: 'Number, serial, barcode or product' })
  await user.type(field, '04')
  await waitFor(() => expect(router.state.location.search).toMatchObject({ q: '04' }))
  await screen.findByRole('link', { name: 'SM58-000004' })
  expect(field).toHaveFocus()
  await user.type(field, '2')
  await screen.findByRole('link', { name: 'SM58-000042' })
  expect(field).toHaveValue('042')
  expect(server.calls.filter((call) => call.search.includes('q=')).map((call) => /q=(\w+)/.exec(call.search)![1])).toEqual([
    '04',
    '042',
  ])
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  await screen.findByText('100,000 entries')
  expect(field).toHaveValue('')
})

it('sorts by a column, and the other way round at the second press', async () => {
  serve()
  const { user, router } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  const head = screen.getByRole('columnheader', { name: /^Number/ })
  expect(head).toHaveAttribute('aria-sort', 'ascending')
  await user.click(within(head).getByRole('button', { name: 'Number' }))
  await screen.findByRole('link', { name: 'SM58-100000' })
  expect(head).toHaveAttribute('aria-sort', 'descending')
  expect(router.state.location.search).toMatchObject({ sort: '-number' })
})

it('is used by the keyboard: arrows, space, shift, Ctrl-A, Escape, Enter', async () => {
  serve()
  const { user, router } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  const box = await grid()
  box.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(box.getAttribute('aria-activedescendant')).toMatch(/-2$/)
  await user.keyboard(' ')
  expect(screen.getByRole('checkbox', { name: 'Select SM58-000003, Shure SM58' })).toBeChecked()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  await waitFor(() => expect(within(selected()!).getByText('3 selected')).toBeVisible())
  await user.keyboard('{Escape}')
  expect(selected()).toBeNull()
  await user.keyboard('{Control>}a{/Control}')
  expect(within(selected()!).getByText('100,000 selected')).toBeVisible()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/assets/a4'))
})

it('begins a shifted range where the cursor stands, not at the top', async () => {
  serve()
  const { user } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  ;(await grid()).focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
  await waitFor(() => expect(within(selected()!).getByText('2 selected')).toBeVisible())
  expect(screen.getByRole('checkbox', { name: 'Select SM58-000001, Shure SM58' })).not.toBeChecked()
  expect(screen.getByRole('checkbox', { name: 'Select SM58-000005, Shure SM58' })).toBeChecked()
})

it('takes one row out of everything', async () => {
  serve()
  const { user } = renderRoute('/assets')
  await screen.findByRole('link', { name: 'SM58-000001' })
  await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select SM58-000002, Shure SM58' }))
  expect(within(selected()!).getByText('99,999 selected')).toBeVisible()
  expect(screen.getByRole('checkbox', { name: 'Select SM58-000001, Shure SM58' })).toBeChecked()
  expect(screen.getByRole('checkbox', { name: 'Select SM58-000002, Shure SM58' })).not.toBeChecked()
})
