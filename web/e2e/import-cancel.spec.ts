import { expect, test } from './fixtures'
import { call, fresh } from './shelf-fixtures'

const rows = 40_000

test('an import that is cancelled while it runs leaves nothing behind, says so, and can be started again', async ({
  signedIn: page,
}) => {
  const mark = fresh('CX').replaceAll(' ', '')
  const product = await call<{ id: string; name: string }>(page, 'POST', '/products', {
    kind: 'SERIALISED',
    name: `Lamp ${mark}`,
    attributes: {},
    barcodes: [],
    connectors: [],
  })
  const lines = Array.from({ length: rows }, (_, i) => `${mark}-${String(i).padStart(5, '0')},Lamp ${mark},S${mark}${i}`)
  await page.goto('/imports')
  await page.getByText('Assets', { exact: true }).filter({ visible: true }).last().click()
  await page.getByLabel('Choose a CSV file').setInputFiles({
    name: 'lamps.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['number,product,serial', ...lines].join('\n')),
  })
  await expect(page.getByText(/40,000 rows/)).toBeVisible()
  await page.getByRole('button', { name: 'Preview' }).click()
  const counted = (label: string) => page.getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]')
  await expect(counted('Would be created')).toHaveText('40,000', { timeout: 120_000 })

  const assets = () => call<{ total: number }>(page, 'GET', `/assets?product=${product.id}&limit=1`)
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
  const running = page.getByRole('status').filter({ hasText: 'Running' })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(running).toBeVisible()

  // Whoever leaves finds it going on when they come back.
  await page.reload()
  await expect(cancel).toBeVisible()
  await cancel.click()
  await expect(page.getByText('The import was cancelled')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('Nothing of this file was imported. You can start it again.')).toBeVisible()
  expect((await assets()).total).toBe(0)
  expect((await call<{ total: number }>(page, 'GET', `/search?q=${mark}-00001`)).total ?? 0).toBe(0)
  await page.reload()
  await expect(page.getByText('The import was cancelled')).toBeVisible()

  // The list of jobs says it as well, and the file is still there to be imported.
  await page.goto('/jobs')
  await expect(page.getByRole('row').filter({ hasText: 'lamps.csv' }).first()).toContainText('Cancelled')
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled()
})
