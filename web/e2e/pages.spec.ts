import { expect, expectAccessible, expectAccessibleEverywhere, shoot, test, visit } from './fixtures'

const pages = {
  '/': 'home',
  '/activity': 'activity',
  '/users': 'users',
  '/users/invitations': 'invitations',
  '/users/roles': 'roles',
  '/audit': 'audit',
  '/jobs': 'jobs',
  '/settings': 'settings',
  '/settings/mail': 'mail',
  '/leads': 'leads',
  '/account': 'account',
  '/sub-hires': 'sub-hires',
  '/planned-stock': 'planned-stock',
}

for (const [path, name] of Object.entries(pages)) {
  test(`${name} has nothing axe objects to, on a phone and on a desk`, async ({ onLooker: page }) => {
    await visit(page, path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessibleEverywhere(page, name)
  })
}

test('the search opens with the keyboard and runs a command', async ({ signedIn: page }) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Search products/ })
  await field.fill('settings')
  await expect(page.getByRole('option', { name: 'Settings' })).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'search')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})
