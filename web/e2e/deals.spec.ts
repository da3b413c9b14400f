import { expect, expectAccessible, test } from './fixtures'
import { call, fresh } from './shelf-fixtures'

test('a deal goes over the board by keyboard', async ({ signedIn: page }) => {
  const name = fresh('Summer stage')
  const client = await call(page, 'POST', '/clients', { name: fresh('Board client') })
  await call(page, 'POST', '/deals', { name, clientId: client.id, value: { amountMinor: 1_250_000, currency: 'EUR' } })
  await page.goto('/deals/board')
  const column = (stage: string) => page.getByRole('region', { name: stage, exact: true })
  await column('Lead').getByRole('link', { name }).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column('Qualified').getByRole('link', { name })).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column('Proposal sent').getByRole('link', { name })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Move to Lost' }).focus()
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog', { name: `Why was ${name} lost?` })
  await why.getByLabel('Reason').fill('Too dear')
  await why.getByRole('button', { name: 'Mark as lost' }).press('Enter')
  await expect(column('Lost').getByRole('link', { name })).toBeFocused()
})
