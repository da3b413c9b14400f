import { baseURL, expect, expectAccessible, shoot, test } from './fixtures'
import { call, fresh, furnish, picture } from './shelf-fixtures'

// What changes the company or its owner, and so what everybody sees: run alone, when all others are done.

test('the language changes at once and stays', async ({ signedIn: page }) => {
  await page.goto('/account')
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Mein Konto' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Mein Konto' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Sprache' }).click()
  await page.getByRole('option', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible()
})

test('somebody else’s change is shown before mine is put on top', async ({ signedIn: page }) => {
  await page.goto('/settings')
  await page.getByLabel('Phone').waitFor()
  const company = await (await page.request.get('/api/v1/company')).json()
  const street = `Dockside ${Date.now()}`
  const answer = await page.request.patch('/api/v1/company', {
    headers: { 'If-Match': `"${company.version}"`, 'Idempotency-Key': crypto.randomUUID(), Origin: new URL(page.url()).origin },
    data: { addressLines: [street] },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const phone = `+49 30 ${Date.now() % 1_000_000}`
  await page.getByLabel('Prefix').waitFor() // a second form on the page, which the keys do not mean
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(new URL(request.url()).pathname)
  })
  await page.keyboard.press('Control+s')
  await page.getByLabel('Phone').fill(phone)
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this' })
  await expect(dialog).toContainText(street)
  expect(sent).toEqual(['/api/v1/company'])
  await expectAccessible(page)
  await shoot(page, 'conflict')
  await dialog.getByRole('button', { name: 'Put my changes on top' }).click()
  const form = page.locator('form').filter({ has: page.getByLabel('Phone') })
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The settings are saved')).toBeVisible()
  const after = await (await page.request.get('/api/v1/company')).json()
  expect(after).toMatchObject({ phone, addressLines: [street] })
})

test('the logo stands in the app and on the page a finder sees', async ({ signedIn: page, browser }) => {
  const { register } = await furnish(page)
  const asset = await register()
  await page.goto('/settings')
  await page.getByRole('heading', { name: 'Logo' }).waitFor()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await picture(page, 400, 160) })
  await expect(page.getByText('The logo is saved')).toBeVisible()
  await expect(page.getByRole('banner').locator('img')).toBeVisible()
  await page.getByLabel('Notice for finders').fill('Ours. Call +49 30 555 0142, please.')
  await expect(page.getByText('Ours. Call +49 30 555 0142, please.').last()).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(page.getByText('The settings are saved')).toBeVisible()

  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const finder = await stranger.newPage()
  await finder.goto(new URL(`/asset/${asset.id}`, baseURL).href)
  await expect(finder.getByRole('link', { name: '+49 30 555 0142' })).toBeVisible()
  await expect(finder.getByText(asset.number)).toHaveCount(0)
  const shown = finder.locator('main img')
  await expect(shown).toBeVisible()
  // It is seen before it has come.
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
  await stranger.close()

  await page.getByRole('button', { name: 'Remove logo' }).click()
  await expect(page.getByText('The logo is removed')).toBeVisible()
  await expect(page.getByRole('banner').locator('img')).toHaveCount(0)
})

test('cases are numbered as the settings say', async ({ signedIn: page }) => {
  await page.goto('/settings')
  const card = page.locator('.mantine-Card-root', { has: page.getByRole('heading', { name: 'Numbers of cases' }) })
  await card.getByLabel('Prefix').fill('TR-')
  await card.getByLabel('Digits').fill('5')
  const next = Number(await card.getByLabel('Next number').inputValue())
  const number = `TR-${String(next).padStart(5, '0')}`
  await expect(card.getByText(`The next case: ${number}`)).toBeVisible()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The settings are saved')).toBeVisible()
  const { shelf } = await furnish(page)
  const made = await call<{ number: string }>(page, 'POST', '/cases', {
    name: fresh('Trunk'),
    contentsKind: 'PER_JOB',
    locationId: shelf.id,
  })
  expect(made.number).toBe(number)
})
