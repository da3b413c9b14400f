import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAccessibleEverywhere, shoot, test, visit } from './fixtures'
import { call, fresh, furnish as furnished, pick } from './shelf-fixtures'

const phone = { width: 390, height: 844 }
// Whole journeys with several looks by axe on the way; a busy machine takes its time.
test.slow()

/** As the warehouse is furnished, with microphones registered one by one. */
async function furnish(page: Page) {
  const all = await furnished(page)
  const register = () =>
    call<{ id: string; number: string }>(page, 'POST', '/assets', { productId: all.microphone.id, locationId: all.shelf.id })
  return { ...all, register }
}

test('a repair is reported, started, costed, finished and returned', async ({ signedIn: page }) => {
  const { shelf, register } = await furnish(page)
  const asset = await register()
  const shop = await call<{ id: string; name: string }>(page, 'POST', '/locations', { kind: 'REPAIR_SHOP', name: fresh('Bench') })
  await page.goto(`/assets/${asset.id}?tab=maintenance`)
  await expect(page.getByText('No inspection plan applies to it.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Report a repair' }).click()
  await page.getByRole('textbox', { name: 'What is wrong' }).fill('Crackles when it is moved')
  await page.getByRole('combobox', { name: 'Severity' }).click()
  await page.getByRole('option', { name: 'High' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Report a repair' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^RJ-/ })).toBeVisible()
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  expect((await call<{ status: string }>(page, 'GET', `/assets/${asset.id}`)).status).toBe('DAMAGED')

  await page.getByRole('button', { name: 'Start the repair' }).click()
  const starting = page.getByRole('dialog')
  await pick(page, starting, 'Repair shop', shop.name)
  await expectAccessible(page)
  await starting.getByRole('button', { name: 'Start the repair' }).click()
  await expect(page.getByRole('button', { name: 'Mark as repaired' })).toBeVisible()

  await page.getByRole('tab', { name: 'Costs' }).click()
  await page.getByRole('button', { name: 'Part' }).click()
  const line = page.getByRole('listitem', { name: 'Line 1' })
  await line.getByLabel('Description').fill('Capsule')
  await line.getByLabel('Pieces').fill('2')
  await line.getByLabel('Cost each').fill('34.50')
  await expect(page.getByText('Total €69.00')).toBeVisible()
  await page.setViewportSize(phone)
  await expectAccessible(page)
  await shoot(page, 'repair-costs')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The costs are saved')).toBeVisible()

  await page.getByRole('button', { name: 'Mark as repaired' }).click()
  const finishing = page.getByRole('dialog')
  await finishing.getByLabel('Work done').fill('New capsule, soldered again')
  await finishing.getByRole('button', { name: 'Mark as repaired' }).click()
  await page.getByRole('button', { name: 'Return to stock' }).click()
  const returning = page.getByRole('dialog')
  await pick(page, returning, 'Back to', shelf.name)
  await returning.getByRole('button', { name: 'Return to stock' }).click()
  await expect(page.getByText('Back in stock')).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'repair')
  await page.setViewportSize({ width: 1440, height: 900 })
  const after = await call<{ status: string; location: { id: string } }>(page, 'GET', `/assets/${asset.id}`)
  expect(after).toMatchObject({ status: 'AVAILABLE', location: { id: shelf.id } })
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('returned it')).toBeVisible()
  await page.goto(`/maintenance?show=all&q=${encodeURIComponent(number)}`)
  await expect(page.getByText(number, { exact: true })).toBeVisible()
})

test('a plan makes assets due, and a round of inspections puts them in date', async ({ signedIn: page }) => {
  const { microphone, register } = await furnish(page)
  const [first, second] = [await register(), await register()]
  await page.goto(`/maintenance/plans/new?product=${microphone.id}`)
  const name = fresh('PAT')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('combobox', { name: 'What was never inspected is due' }).click()
  await page.getByRole('option', { name: 'at once' }).click()
  await page.getByRole('button', { name: 'Add a check' }).click()
  await page.getByRole('listitem', { name: 'Line 1' }).getByLabel('Check').fill('The cable is sound')
  await page.getByRole('button', { name: 'Add a measurement' }).click()
  const measure = page.getByRole('listitem', { name: 'Line 2' })
  await measure.getByLabel('Check').fill('Insulation')
  await measure.getByLabel('Unit').fill('MΩ')
  await measure.getByLabel('At least').fill('1')
  await expectAccessible(page)
  await shoot(page, 'plan-form')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Create plan' }).click()
  await expect(page.getByText('The plan applies to 2 assets')).toBeVisible()
  const plan = /\/plans\/([^/?]+)/.exec(page.url())![1]!
  await expect(page.getByText(first.number, { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/maintenance/due?show=never&plan=${plan}`)
  await page.getByRole('checkbox', { name: 'Select all rows' }).click()
  await page.getByRole('button', { name: 'Record inspections' }).last().click()
  const sheet = page.getByRole('region', { name: first.number })
  const other = page.getByRole('region', { name: second.number })
  await sheet.getByRole('textbox', { name: 'Insulation', exact: true }).fill('20')
  await other.getByRole('textbox', { name: 'Insulation', exact: true }).fill('0.2')
  await expect(other.getByText('Outside the limits')).toBeVisible()
  await page.getByLabel('Inspector').fill('Tom Keller')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await expectAccessible(page)
  await shoot(page, 'record')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Record 2 inspections' }).click()
  await expect(page.getByText('2 inspections are recorded')).toBeVisible()

  await page.goto(`/maintenance/inspections?plan=${plan}&result=FAIL`)
  await page.getByText(second.number, { exact: true }).click()
  await expect(page.getByText('0.2 MΩ')).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'inspection')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('tab', { name: 'Certificate & photos' }).click()
  await expect(page.getByRole('link', { name: 'certificate.pdf' })).toBeVisible()
  await page.getByRole('link', { name: /^RJ-/ }).click()
  await expect(page.getByText(/Failed the inspection/)).toBeVisible()
  const unfit = await call<{ fit: boolean }>(page, 'GET', `/assets/${second.id}`)
  const fit = await call<{ fit: boolean }>(page, 'GET', `/assets/${first.id}`)
  expect([fit.fit, unfit.fit]).toEqual([true, false])
})

test('a transfer is loaded, dispatched and received by scanning', async ({ signedIn: page }) => {
  const { hall, shelf, tape, register } = await furnish(page)
  const [first, second] = [await register(), await register()]
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: tape.id, locationId: shelf.id, quantity: 20 }] })
  const other = await call<{ id: string; name: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Depot') })
  await page.goto('/transfers')
  await page.getByRole('button', { name: 'New transfer' }).first().click()
  const making = page.getByRole('dialog', { name: 'New transfer' })
  await pick(page, making, 'From', hall.name)
  await pick(page, making, 'To', other.name)
  await expectAccessible(page)
  await making.getByRole('button', { name: 'Create transfer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^TR-/ })).toBeVisible()
  const scan = page.getByRole('textbox', { name: 'Scan or type an asset or case' })
  for (const code of [first.number, second.number, 'NO-SUCH-THING']) {
    await scan.fill(code)
    await scan.press('Enter')
  }
  await expect(page.getByText('Nothing has the code NO-SUCH-THING.')).toBeVisible()
  await page.getByRole('button', { name: 'Add from a list' }).click()
  const adding = page.getByRole('dialog')
  await adding.getByText('Counted pieces').click()
  await adding.getByText(tape.name).click()
  await adding.getByLabel(`Pieces of ${tape.name} from ${shelf.name}`).fill('12')
  await expectAccessible(page)
  await adding.getByRole('button', { name: 'Add pieces' }).click()
  await expect(adding.getByText(`12 × ${tape.name} is on the list`)).toBeVisible()
  await adding.getByRole('button', { name: 'Close' }).last().click()
  await expectAccessible(page)
  await shoot(page, 'transfer-load')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Dispatch' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Dispatch' }).click()
  await expect(page.getByText('On the way', { exact: true }).first()).toBeVisible()

  await page.setViewportSize(phone)
  const arriving = page.getByRole('textbox', { name: 'Scan or type what has arrived' })
  await arriving.fill(first.number)
  await arriving.press('Enter')
  await expect(page.getByText('1 of 3 ticked')).toBeVisible()
  await page.getByRole('button', { name: 'Receive 1 line' }).click()
  await expect(page.getByText('0 of 2 ticked')).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'transfer-receive')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByLabel(`Arrived pieces of ${tape.name}`).fill('10')
  await page.getByRole('button', { name: 'Report 1 missing…' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Receive and report missing' }).click()
  await expect(page.getByText('2 differences')).toBeVisible()
  await expectAccessible(page)
  const arrived = await call<{ location: { id: string } }>(page, 'GET', `/assets/${first.id}`)
  expect(arrived.location.id).toBe(other.id)
  expect((await call<{ status: string }>(page, 'GET', `/assets/${second.id}`)).status).toBe('LOST')
  await page.goto(`${page.url()}/note`)
  await expect(page.getByText('Received by')).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'transfer-note')
})

const pages = {
  '/maintenance': 'repairs',
  '/maintenance/due': 'due',
  '/maintenance/inspections': 'inspections',
  '/maintenance/plans': 'plans',
  '/maintenance/new': 'report',
  '/maintenance/record': 'record-empty',
  '/maintenance/plans/new': 'plan-new',
  '/transfers': 'transfers',
  '/account/notifications': 'notification-settings',
}
for (const [path, name] of Object.entries(pages)) {
  test(`${name} has nothing axe objects to, on a phone and on a desk`, async ({ onLooker: page }) => {
    await visit(page, path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessibleEverywhere(page, name)
  })
}
