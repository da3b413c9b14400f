import { expect, expectAccessible, test } from './fixtures'
import { call, fresh } from './shelf-fixtures'

test('a deal becomes a quote that is sent', async ({ signedIn: page }) => {
  const client = await call(page, 'POST', '/clients', { name: fresh('Quote client') })
  const product = fresh('Moving light')
  await call(page, 'POST', '/products', { kind: 'BULK', name: product, hirePrice: { amountMinor: 10_000, currency: 'EUR' } })
  const deal = await call(page, 'POST', '/deals', {
    name: fresh('Autumn fair'),
    clientId: client.id,
    eventFrom: '2031-09-01',
    eventTo: '2031-09-03',
  })
  await page.goto(`/deals/${deal.id}?tab=quotes`)
  await page.getByRole('button', { name: 'New quote' }).click()
  await page.getByRole('button', { name: 'Create quote' }).click()
  const add = page.getByRole('combobox', { name: 'Add a line' })
  await add.fill(`4 ${product}`)
  await expect(page.getByRole('option', { name: product }).first()).toHaveAttribute('aria-selected', 'true')
  await add.press('Enter')
  // 100 a day, three days are two, four pieces
  await expect(page.getByRole('button', { name: `${product}: €800.00, how it came about` })).toBeVisible()
  const discount = page.getByRole('textbox', { name: `Discount of ${product}` })
  await discount.fill('5')
  await discount.press('Enter')
  await page.getByRole('button', { name: `${product}: €760.00, how it came about` }).click()
  await expect(page.getByRole('dialog').getByText('Charged days')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Mark as sent' }).click()
  await expect(page.getByRole('button', { name: 'New version' })).toBeVisible()
  await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible()
  // What may no longer be changed is written as plainly as any text.
  await page.getByRole('tab', { name: 'Details' }).click()
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(name).toBeDisabled()
  const text = await page.evaluate(() => getComputedStyle(document.body).color)
  await expect(name).toHaveCSS('color', text)
  await expect(name).toHaveCSS('opacity', '1')
})
