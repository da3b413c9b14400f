import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export const email = process.env.EVENTKIT_E2E_EMAIL ?? 'owner@example.org'
export const password = process.env.EVENTKIT_E2E_PASSWORD ?? 'correct horse battery staple'

/** Signs in through the page; on an empty instance, sets it up first. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (page.url().endsWith('/setup')) {
    await page.getByLabel('Company name').fill('Stagelight')
    await page.getByLabel('Your name').fill('Ana Ruiz')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Create company' }).click()
  } else if (page.url().includes('/sign-in')) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'attached' })
}

/** Finds nothing that axe objects to, in the light and in the dark scheme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), scheme)
    await page.waitForTimeout(250) // colours fade; axe would measure them half way
    // Mantine renders dialogs and notices outside the landmarks, each dialog with a header element of its own.
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['region', 'landmark-no-duplicate-banner', 'landmark-unique'])
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const found = violations.map((one) => `${scheme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    expect(found).toEqual([])
  }
}

/** Pictures of a page on a phone and on a desk, in both schemes, in test-results/shots. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync('test-results/shots', { recursive: true })
  const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    for (const scheme of ['light', 'dark'] as const) {
      await page.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), scheme)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `test-results/shots/${name}-${device}-${scheme}.png` })
    }
  }
}

/** `test` with a page that is signed in. */
export const test = base.extend<{ signedIn: Page }>({
  signedIn: async ({ page }, use) => {
    await signIn(page)
    await use(page)
  },
})
export { expect }
