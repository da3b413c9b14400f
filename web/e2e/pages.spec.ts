import { expect, expectAccessible, shoot, test } from './fixtures'

const pages = {
  '/': 'home',
  '/activity': 'activity',
  '/users': 'users',
  '/users/invitations': 'invitations',
  '/users/roles': 'roles',
  '/audit': 'audit',
  '/jobs': 'jobs',
  '/settings': 'settings',
  '/account': 'account',
}

for (const [path, name] of Object.entries(pages)) {
  test(`${name} has nothing axe objects to, on a phone and on a desk`, async ({ signedIn: page }) => {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('load')
    await page.waitForTimeout(600) // the lists' first page
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForTimeout(300)
    await expectAccessible(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider, 'the page scrolls sideways on a phone').toBeLessThanOrEqual(0)
    await shoot(page, name)
  })
}

test('the search opens with the keyboard and runs a command', async ({ signedIn: page }) => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Search products/ })
  await field.fill('settings')
  await expect(page.getByRole('option', { name: 'Settings' })).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'search')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})

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
  await page.getByLabel('Phone').fill(phone)
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this' })
  await expect(dialog).toContainText(street)
  await expectAccessible(page)
  await shoot(page, 'conflict')
  await dialog.getByRole('button', { name: 'Put my changes on top' }).click()
  const form = page.locator('form').filter({ has: page.getByLabel('Phone') })
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The settings are saved')).toBeVisible()
  const after = await (await page.request.get('/api/v1/company')).json()
  expect(after).toMatchObject({ phone, addressLines: [street] })
})
