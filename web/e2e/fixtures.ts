import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page, type Request } from '@playwright/test'

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
export async function show(page: Page, scheme: (typeof schemes)[number]): Promise<void> {
  await page.evaluate(async (value) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', value)
    const frame = () => new Promise(requestAnimationFrame)
    const moving = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await frame()
    for (const until = performance.now() + 2000; performance.now() < until && moving().length > 0; ) await frame()
    await frame()
  }, scheme)
}

/** What each page has asked the server for and not got yet. */
const underway = new WeakMap<Page, Set<Request>>()

function asking(page: Page): Set<Request> {
  const known = underway.get(page)
  if (known) return known
  const asked = new Set<Request>()
  underway.set(page, asked)
  page.on('request', (one) => {
    if (one.resourceType() !== 'eventsource') asked.add(one)
  })
  const over = (one: Request) => {
    asked.delete(one)
  }
  page.on('requestfinished', over).on('requestfailed', over)
  return asked
}

/** Until everything asked for has come, and a tenth of a second long nothing has changed on the page; five seconds where something always does. */
async function rest(page: Page): Promise<void> {
  const asked = asking(page)
  const until = Date.now() + 20_000
  do
    await page.evaluate(async (most) => {
      const frame = () => new Promise(requestAnimationFrame)
      const begun = performance.now()
      let changed = begun
      const watcher = new MutationObserver(() => {
        changed = performance.now()
      })
      watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      while (performance.now() < Math.min(begun + most, changed + 100)) await frame()
      watcher.disconnect()
    }, 5_000)
  while (asked.size > 0 && Date.now() < until)
}

/** Goes to an address inside the app that is there already, as its links do, on a desk; waits until all of it is shown. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.bringToFront()
  await page.setViewportSize(sizes.desk)
  asking(page)
  if (page.url() === 'about:blank') await page.goto(path)
  else await page.evaluate((to) => history.pushState(null, '', to), path)
  await page.waitForFunction(() => {
    const { __TSR_ROUTER__: router } = window as unknown as { __TSR_ROUTER__?: { state: Routed } }
    type Routed = { status: string; location: { href: string }; resolvedLocation?: { href: string } }
    return router?.state.status === 'idle' && router.state.resolvedLocation?.href === router.state.location.href
  })
  await page.getByRole('heading').first().waitFor()
  await rest(page)
}

/**
 * One call in the page itself, which has no frames, and no list of all that passed: a quarter of the time of axe's defaults. A page that has axe already
 * is not given it again.
 */
async function askAxe(page: Page, scheme: (typeof schemes)[number], only?: string[]): Promise<void> {
  const there = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  const axe = new AxeBuilder({ page, axeSource: there ? 'void 0' : undefined })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(tags).disableRules(notAsked)).analyze()
  const found = violations.map((one) => `${scheme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found).toEqual([])
}

/** Finds nothing that axe objects to: all rules in the light scheme, those about colours in the dark one too. */
export async function expectAccessible(page: Page): Promise<void> {
  await rest(page)
  await show(page, 'light')
  await askAxe(page, 'light')
  await show(page, 'dark')
  await askAxe(page, 'dark', colourRules)
}

/** Pictures are for people: where nobody looks at them they are taken when asked for. */
export const pictured = !process.env.CI || Boolean(process.env.EVENTKIT_E2E_PICTURES)

async function picture(page: Page, name: string): Promise<void> {
  if (!pictured) return
  mkdirSync('test-results/shots', { recursive: true })
  await page.screenshot({ path: `test-results/shots/${name}.png` })
}

/** Pictures of a page on a phone and on a desk, in both schemes, in test-results/shots. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!pictured) return page.setViewportSize(sizes.desk)
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
    await rest(page) // what is laid out anew
    for (const scheme of schemes) {
      await show(page, scheme)
      await askAxe(page, scheme, scheme === 'light' ? undefined : colourRules)
      await picture(page, `${name}-${device}-${scheme}`)
    }
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, 'the page scrolls sideways on a phone').toBeLessThanOrEqual(0)
}

/** Of who sits at a desk; as the configuration says, which what a worker keeps does not hear of. */
const atDesk = {
  baseURL,
  viewport: sizes.desk,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  serviceWorkers: 'block',
} satisfies BrowserContextOptions

/**
 * `test` with a page of somebody who is signed in, still empty. They sign in once for all tests of a worker, whose pages have the app's code from
 * one test to the next, but nothing else; `onLooker` is one page for all tests that only look, and keeps the app running from one address to the next.
 */
export const test = base.extend<{ signedIn: Page }, { session: BrowserContext; onLooker: Page }>({
  session: [
    async ({ browser }, use) => {
      const context = await browser.newContext(atDesk)
      const page = await context.newPage()
      await signIn(page)
      await page.close()
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  onLooker: [
    async ({ session }, use) => {
      await use(await session.newPage())
    },
    { scope: 'worker' },
  ],
  signedIn: async ({ session }, use) => {
    const before = session.pages()
    const page = await session.newPage()
    asking(page)
    await use(page)
    await page.evaluate(() => localStorage.clear()).catch(() => undefined)
    for (const one of session.pages()) if (!before.includes(one)) await one.close()
  },
})
export { expect }
