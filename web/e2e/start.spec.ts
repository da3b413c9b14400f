import { expect, expectAccessible, shoot, signIn, test } from './fixtures'

test('an instance is set up, left and entered again', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page)
  await shoot(page, page.url().endsWith('/setup') ? 'setup' : 'sign-in')
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'sign-in')
})
