// The pictures of README.md, from a furnished company: ./eventkit demo, then `node docs/images/shoot.mjs [http://localhost:8080]`.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const { chromium } = await import(pathToFileURL(join(here, '../../web/node_modules/@playwright/test/index.mjs')).href)
const base = process.argv[2] ?? 'http://localhost:8080'
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

const picture = async (name, { width, height, dark = false }, open) => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const signedIn = await page.request.post(`${base}/api/v1/session`, {
    data: { email: 'owner@demo.example', password: 'limelight crane 42 velvet' },
  })
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`)
  await open(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: join(here, `${name}.png`) })
  await context.close()
  console.log(name)
}

const first = async (page, list, query) => {
  const answer = await page.request.get(`${base}/api/v1/${list}?${query}&limit=1`)
  return (await answer.json()).items[0].id
}

await picture('home', { width: 1160, height: 720 }, (page) => page.goto(`${base}/`))
await picture('assets', { width: 1160, height: 720 }, (page) => page.goto(`${base}/assets?status=ON_SITE&status=IN_REPAIR&status=RESERVED`))
await picture('maintenance', { width: 1160, height: 660, dark: true }, (page) => page.goto(`${base}/maintenance`))
await picture('phone', { width: 390, height: 760 }, async (page) => page.goto(`${base}/assets/${await first(page, 'assets', 'q=SM58-007')}`))
await browser.close()
