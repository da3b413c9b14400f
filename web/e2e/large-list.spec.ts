import { expect, test } from './fixtures'

// The rows are made up here; a service worker would ask the server behind the test's back.

const total = 100_000
const number = (i: number) => `SM58-${String(i + 1).padStart(6, '0')}`
const line = (i: number) => ({
  id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  number: number(i),
  serial: null,
  product: { id: 'p1', name: 'Shure SM58', manufacturer: 'Shure', model: 'SM58', categoryId: null, categoryName: null },
  status: 'AVAILABLE',
  statusSince: '2027-01-01T00:00:00Z',
  condition: 'GOOD',
  location: null,
  fit: true,
  unfitReasons: [],
  version: 1,
})

test('a list of 100,000 rows scrolls, jumps, sorts and filters with few rows drawn and few pages asked', async ({
  signedIn: page,
}) => {
  const asked: URL[] = []
  await page.route(/\/api\/v1\/assets\?/, async (route) => {
    const url = new URL(route.request().url())
    asked.push(url)
    const ask = url.searchParams
    const q = ask.get('q')
    const found = q ? 1 : total
    const from = Number(ask.get('offset') ?? 0)
    const items = Array.from({ length: Math.min(Number(ask.get('limit')), found - from) }, (_, i) =>
      line(q ? Number(q.split('-')[1] ?? 1) - 1 : ask.get('sort') === '-number' ? total - 1 - from - i : from + i),
    )
    await route.fulfill({ json: { items, total: found, next: null } })
  })
  await page.goto('/assets')
  const grid = page.getByRole('grid', { name: 'Assets' })
  await expect(page.getByRole('link', { name: number(0) })).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', String(total + 1))
  const drawn = () => grid.getByRole('row').count()
  expect(await drawn()).toBeLessThan(80)

  // To the end and back by the keyboard: one page or two each, not a thousand.
  asked.length = 0
  await grid.focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('link', { name: number(total - 1) })).toBeVisible()
  expect(await drawn()).toBeLessThan(80)
  expect(asked.length).toBeLessThanOrEqual(3)
  await page.keyboard.press('Home')
  await expect(page.getByRole('link', { name: number(0), exact: true })).toBeVisible()

  // The scroll bar dragged through everything asks only for where it comes to rest.
  asked.length = 0
  await grid.evaluate(async (box) => {
    for (let step = 1; step <= 30; step++) {
      box.scrollTop = (box.scrollHeight * step) / 60
      await new Promise(requestAnimationFrame)
    }
  })
  await expect.poll(() => asked.map((url) => url.searchParams.get('offset'))).toContain(String(total / 2))
  await expect(page.getByRole('link', { name: number(total / 2) })).toBeVisible()
  expect(await drawn()).toBeLessThan(80)
  expect(asked.length, 'of the 500 pages passed').toBeLessThanOrEqual(60) // a slow machine rests at every step

  // Arrows, space, shift, Enter.
  await page.keyboard.press('Home')
  await expect(page.getByRole('link', { name: number(0), exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+PageDown')
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText(/1\d selected|2\d selected/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)

  await grid.getByRole('button', { name: 'Number', exact: true }).click()
  await expect(page.getByRole('link', { name: number(total - 1) })).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Number, serial, barcode or product' })
  await field.pressSequentially('SM58-004242', { delay: 20 })
  await expect(page.getByRole('link', { name: number(4241) })).toBeVisible()
  await expect(page.getByText('1 entry')).toBeVisible()
  await expect(field).toBeFocused()

  // Columns stand under their heads, whatever is written in them.
  const head = await grid.getByRole('columnheader', { name: 'Location' }).boundingBox()
  const cell = await grid.getByRole('row').nth(1).getByRole('gridcell').nth(4).boundingBox()
  expect(Math.abs(head!.x - cell!.x)).toBeLessThan(1)

  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/assets\/00000000-0000-7000-8000-000000004241$/)
})
