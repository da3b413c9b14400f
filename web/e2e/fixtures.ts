import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export const baseURL = process.env.EVENTKIT_E2E_URL ?? 'http://127.0.0.1:8080'
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

const schemes = ['light', 'dark'] as const
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Mantine renders dialogs and notices outside the landmarks, each dialog with a header element of its own. */
const notAsked = ['region', 'landmark-no-duplicate-banner', 'landmark-unique']
/** All that looks at colours, and so all that may differ between the schemes; the structure is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Shows the page in this scheme, and waits until what fades or moves has come to rest. */
async function show(page: Page, scheme: (typeof schemes)[number]): Promise<void> {
  await page.evaluate(async (value) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', value)
    const frame = () => new Promise(requestAnimationFrame)
    const moving = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await frame()
    for (const until = performance.now() + 2000; performance.now() < until && moving().length > 0; ) await frame()
    await frame()
  }, scheme)
}

/** One call in the page itself, which has no frames, and no list of all that passed: a quarter of the time of axe's defaults. */
async function askAxe(page: Page, scheme: (typeof schemes)[number], only?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(tags).disableRules(notAsked)).analyze()
  const found = violations.map((one) => `${scheme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found).toEqual([])
}

/** Finds nothing that axe objects to: all rules in the light scheme, those about colours in the dark one too. */
export async function expectAccessible(page: Page): Promise<void> {
  await show(page, 'light')
  await askAxe(page, 'light')
  await show(page, 'dark')
  await askAxe(page, 'dark', colourRules)
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('test-results/shots', { recursive: true })
  await page.screenshot({ path: `test-results/shots/${name}.png` })
}

/** Pictures of a page on a phone and on a desk, in both schemes, in test-results/shots. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const device of ['phone', 'desk'] as const) {
    await page.setViewportSize(sizes[device])
    for (const scheme of schemes) {
      await show(page, scheme)
      await picture(page, `${name}-${device}-${scheme}`)
    }
  }
}

/** Axe objects to nothing at either width, nothing scrolls sideways on a phone; pictures as `shoot` makes them on the way. */
export async function expectAccessibleEverywhere(page: Page, name: string): Promise<void> {
  for (const device of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[device])
    await page.waitForTimeout(300) // what is laid out anew
    for (const scheme of schemes) {
      await show(page, scheme)
      await askAxe(page, scheme, scheme === 'light' ? undefined : colourRules)
      await picture(page, `${name}-${device}-${scheme}`)
    }
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, 'the page scrolls sideways on a phone').toBeLessThanOrEqual(0)
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/**
 * `test` with a page of somebody who is signed in, still empty. They sign in once for all tests of a worker; `onLooker` is one page for all of them,
 * which keeps the app's code from one address to the next, for tests that only look.
 */
export const test = base.extend<{ signedIn: Page }, { session: Cookies; onLooker: Page }>({
  session: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL })
      await signIn(await context.newPage())
      const cookies = await context.cookies()
      await context.close()
      await use(cookies)
    },
    { scope: 'worker' },
  ],
  onLooker: [
    async ({ browser, session }, use) => {
      const context = await browser.newContext({ baseURL })
      await context.addCookies(session)
      await use(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
  signedIn: async ({ context, page, session }, use) => {
    await context.addCookies(session)
    await use(page)
  },
})
export { expect }
