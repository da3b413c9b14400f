import { baseURL, expect, expectAccessible, password, test } from './fixtures'

test('a wrong password is refused beside the form', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('nobody@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong')
})

test('an invited person chooses a password and sees what the role allows', async ({ signedIn: page, browser }) => {
  const invited = `crew-${Date.now()}@example.org`
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Tom Keller')
  await dialog.getByLabel('E-mail').fill(invited)
  await dialog.getByRole('combobox', { name: 'Roles' }).click()
  await page.getByRole('option', { name: 'Crew' }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Create invitation link' }).click()
  const link = new URL(await dialog.getByLabel('Invitation link').inputValue())

  const other = await browser.newContext()
  const theirs = await other.newPage()
  await theirs.goto(new URL(link.pathname, baseURL).href)
  await expect(theirs.getByRole('heading', { name: 'Welcome to EventKit' })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByRole('textbox', { name: 'Password' }).fill(`${password} too`)
  await theirs.getByRole('button', { name: 'Join' }).click()
  const menu = theirs.getByRole('navigation', { name: 'Main' })
  await expect(menu.getByText('Home')).toBeVisible()
  await expect(menu.getByText('Users & roles')).toHaveCount(0)
  await other.close()
})
