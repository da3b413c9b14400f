import { expect, expectAccessibleEverywhere, test } from './fixtures'
import { call, furnish } from './shelf-fixtures'

test('what is free is listed, explained, and falls when something breaks', async ({ signedIn: page }) => {
  const { hall, microphone, register } = await furnish(page)
  const before = new Date().toISOString()
  const [broken] = [await register(), await register(), await register()]

  await page.goto(`/availability?warehouse=${hall.id}&q=${encodeURIComponent(microphone.name)}`)
  const row = page.getByRole('row', { name: microphone.name })
  await expect(row.getByRole('gridcell', { name: '3' }).first()).toBeVisible()
  await expectAccessibleEverywhere(page, 'availability')
  await page.setViewportSize({ width: 1440, height: 900 })

  await row.getByText(microphone.name).click()
  await expect(page.getByRole('heading', { name: microphone.name, level: 1 })).toBeVisible()
  const ledger = page.getByRole('table').last()
  await page.getByRole('button', { name: 'Owned · 3 entries' }).click()
  await expect(ledger.getByRole('link', { name: broken!.number })).toBeVisible()
  await expect(ledger.getByRole('row', { name: /^Free on/ })).toContainText('3')

  await call(page, 'POST', `/assets/${broken!.id}/damage`, { reason: 'Fell from the truck' })
  await page.reload()
  await expect(ledger.getByRole('row', { name: /^Damaged/ })).toContainText('−1')
  await expect(ledger.getByRole('row', { name: /^Free on/ })).toContainText('2')
  await page.getByRole('button', { name: /^As a table/ }).click()
  await expectAccessibleEverywhere(page, 'availability-why')
  await page.setViewportSize({ width: 1440, height: 900 })

  // Before the pieces were registered nothing was known of them.
  const address = new URL(page.url())
  address.searchParams.set('knownAt', before)
  await page.goto(address.href)
  await expect(page.getByText(/^The past: what was known on/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing of it was known here' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('row', { name: /^Damaged/ })).toBeVisible()

  await page.goto(`/products/${microphone.id}`)
  await page.getByRole('link', { name: hall.name }).click()
  await expect(page.getByRole('row', { name: /^Free on/ })).toContainText('2')
})

test('only what is short is asked for, and nothing is', async ({ signedIn: page }) => {
  const { hall } = await furnish(page)
  await page.goto(`/availability?warehouse=${hall.id}`)
  await page.getByRole('switch', { name: 'Short only' }).check()
  await expect(page.getByRole('heading', { name: 'Nothing is short' })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('short')).toBe('yes')
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toHaveAttribute('aria-pressed', 'true')
  expect(new URL(page.url()).searchParams.get('from')).toMatch(/Z$/)
})
