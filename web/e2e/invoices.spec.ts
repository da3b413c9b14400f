import { expect, expectAccessible, test } from './fixtures'
import { call, fresh } from './shelf-fixtures'

test('an invoice is written, issued, paid and found in the ledger', async ({ signedIn: page }) => {
  type Settings = { version: number; seller: { vatNumber: string | null } }
  const settings = await call<Settings>(page, 'GET', '/finance-settings')
  const seller = { street: 'Hafenstraße 12', postcode: '10245', city: 'Berlin', vatNumber: 'DE136695976' }
  if (!settings.seller.vatNumber) await call(page, 'PATCH', '/finance-settings', { seller }, settings.version)
  const title = fresh('Summer stage')
  const name = fresh('Billed client')
  const client = await call(page, 'POST', '/clients', { name })
  await page.goto(`/invoices/new?client=${client.id}`)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Add line' }).click()
  const line = page.getByRole('group', { name: 'Line 1' })
  await line.getByLabel('Unit price').fill('100')
  await line.getByLabel('Text').fill('Hire of equipment')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Issue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue' }).click()
  await expect(page.getByRole('heading', { name: /^R-\d{4}-\d{4}$/ })).toBeVisible()
  await call(page, 'POST', '/payments', {
    clientId: client.id,
    amount: { amountMinor: 11_900, currency: 'EUR' },
    reference: title,
  })
  await page.goto(`/invoices/payments?q=${encodeURIComponent(title)}`)
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Pay invoices' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pay' }).click()
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible()
  await page.goto(`/ledger?client=${client.id}`)
  await expect(page.getByText('1400 Receivables').first()).toBeVisible()
  await expectAccessible(page)
})
