import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { call, fresh, furnish, kitOf, pick } from './shelf-fixtures'

/** Opens an action of the asset that is shown; on its page it is the button, or an entry of the menu. */
async function act(page: Page, name: string) {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  return page.getByRole('dialog', { name })
}

test('assets are sold, handed to another owner, retired and taken back', async ({ signedIn: page }) => {
  const { register, shelf } = await furnish(page)
  const [sold, given, old] = [await register(), await register(), await register()]

  await page.goto(`/assets/${sold.id}`)
  const selling = await act(page, 'Sell')
  await selling.getByLabel('To whom').fill('Harbour Stage')
  await selling.getByLabel('Price each').fill('80')
  await selling.getByRole('button', { name: 'Sell' }).click()
  await expect(page.getByText('Sold', { exact: true }).first()).toBeVisible()
  const after = await call<{ disposedTo: string; disposalPrice: { amountMinor: number } }>(page, 'GET', `/assets/${sold.id}`)
  expect([after.disposedTo, after.disposalPrice.amountMinor]).toEqual(['Harbour Stage', 8000])

  await page.goto(`/assets/${given.id}`)
  const giving = await act(page, 'Transfer ownership')
  await giving.getByLabel('To whom').fill('Partner Hall')
  await giving.getByRole('button', { name: 'Transfer ownership' }).click()
  await expect(page.getByText('Transferred', { exact: true }).first()).toBeVisible()

  await page.goto(`/assets/${old.id}`)
  const retiring = await act(page, 'Retire')
  const why = retiring.getByLabel('Reason')
  await why.fill('Worn out')
  await retiring.getByRole('button', { name: 'Retire' }).click()
  await expect(page.getByText('Retired', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Take back into use' }).click()
  const back = page.getByRole('dialog', { name: 'Take back into use' })
  const place = back.getByRole('combobox', { name: 'To which location' })
  if (await place.isVisible()) await pick(page, back, 'To which location', shelf.name)
  await back.getByRole('button', { name: 'Take back into use' }).click()
  await expect(page.getByText('Available', { exact: true }).first()).toBeVisible()
})

test('a saved view is removed and brought back', async ({ signedIn: page }) => {
  const name = fresh('View')
  await page.goto('/assets?status=LOST')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this view…' }).click()
  const saving = page.getByRole('dialog', { name: 'Save this view…' })
  await saving.getByLabel('Name').fill(name)
  await saving.getByRole('button', { name: 'Save' }).click()
  await expect(saving).toBeHidden()
  const names = async () =>
    (await call<{ items: { name: string }[] }>(page, 'GET', '/views?list=assets')).items.map((one) => one.name)
  expect(await names()).toContain(name)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Manage my views' }).hover()
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(page.getByText(`View “${name}” removed`)).toBeVisible()
  expect(await names()).not.toContain(name)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(names).toContain(name)
})

test("a kit's code leads to the kit", async ({ signedIn: page }) => {
  const { microphone } = await furnish(page)
  const kit = await kitOf(page, microphone.id)
  await page.goto(`/kit/${kit.id}`)
  await expect(page.getByText(kit.name).first()).toBeVisible()
  await page.getByRole('link', { name: 'Open kit' }).click()
  await expect(page.getByRole('heading', { name: kit.name, level: 1 })).toBeVisible()
})
