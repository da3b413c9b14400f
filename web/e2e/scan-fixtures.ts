import { writeFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Page, PlaywrightWorkerArgs, TestInfo } from '@playwright/test'
import { baseURL } from './fixtures'
import { call, fresh } from './shelf-fixtures'

export const phoneSize = { width: 390, height: 844 }

/** A film of the label of this thing, as the instance prints it, held before a camera by a hand that is not quite still. */
export async function film(page: Page, kind: 'ASSET' | 'CASE', id: string, path: string): Promise<string> {
  const formats = await call<{ items: { id: string }[] }>(page, 'GET', '/label-formats')
  const label = await call<{ code: { modules: number; codePath: string } }>(
    page,
    'GET',
    `/label-formats/${formats.items[0]!.id}/preview?kind=${kind}&item=${id}`,
  )
  const frames = await page.evaluate(({ modules, codePath }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const pen = canvas.getContext('2d')!
    return Array.from({ length: 8 }, (_, frame) => {
      pen.resetTransform()
      pen.fillStyle = '#7d7468'
      pen.fillRect(0, 0, 640, 480)
      pen.translate(320 + frame * 2, 240 - frame)
      pen.rotate(0.2 + frame / 100)
      pen.fillStyle = '#f4f2ec'
      pen.fillRect(-140, -140, 280, 280)
      pen.scale(200 / modules, 200 / modules)
      pen.translate(-modules / 2, -modules / 2)
      pen.fillStyle = '#1b1b1f'
      pen.fill(new Path2D(codePath), 'evenodd')
      return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!
    })
  }, label.code)
  writeFileSync(path, Buffer.concat(frames.map((one) => Buffer.from(one, 'base64'))))
  return path
}

/** A phone whose camera sees this film, in the hands of whoever is signed in on this page; what it kept survives its page. */
export async function phoneWith(
  clip: string,
  page: Page,
  playwright: PlaywrightWorkerArgs['playwright'],
  info: TestInfo,
): Promise<{ browser: Browser; context: BrowserContext }> {
  const { launchOptions } = info.project.use
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${clip}`,
    ],
  })
  return { browser, context: await phoneOf(browser, page, { baseURL, permissions: ['camera'] }) }
}

export async function phoneOf(browser: Browser, page: Page, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phoneSize,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'allow',
    ...options,
  })
  await context.addCookies(await page.context().cookies())
  return context
}

/** What a Bluetooth scanner does: no field, no click, only keys. */
export async function type(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 })
  await page.keyboard.press('Enter')
}

/** The same without waiting for the browser between two keys, for many codes. */
export const typeAll = (page: Page, codes: string[]): Promise<void> =>
  page.evaluate((all) => {
    for (const code of all)
      for (const key of [...code, 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }, codes)

/** The next answer to a batch of scans is lost on its way back: the server has counted it, the phone does not know. */
export async function loseAnswer(context: BrowserContext): Promise<void> {
  await context.route(
    '**/api/v1/scans',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}

export type Wanted = { productId: string; quantity: number }

/** An event of tomorrow that wants these products of this hall, walked through the phases. */
export async function job(page: Page, name: string, hallId: string, wanted: Wanted[], ...phases: string[]) {
  const client = await call<{ id: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
  const event = await call<{ id: string; number: string }>(page, 'POST', '/events', {
    name,
    clientId: client.id,
    plannerId: me.id,
    warehouseId: hallId,
    from: days(1),
    to: days(2),
  })
  const lists = await call<{ items: { id: string; version: number }[] }>(page, 'GET', `/events/${event.id}/pull-lists`)
  const lines = wanted.map((one) => ({ kind: 'PRODUCT', ...one }))
  await call(page, 'POST', `/pull-lists/${lists.items[0]!.id}/lines`, { lines }, lists.items[0]!.version)
  await walk(page, event.id, ...phases)
  return event
}

export async function walk(page: Page, eventId: string, ...phases: string[]): Promise<void> {
  for (const phase of phases) await call(page, 'POST', `/events/${eventId}/phase`, { phase, despite: 'The truck is here' })
}

export type Scanned = {
  id: string
  kind: string
  result: string
  code: string | null
  thingId: string | null
  thingLabel: string | null
  quantity: number
  outcome: string
}

/** The journal of these things, as it was written. */
export async function journalOf(page: Page, things: string[]): Promise<Scanned[]> {
  const all: Scanned[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const query: string = next ? `&cursor=${encodeURIComponent(next)}` : ''
    const answer: { items: Scanned[]; next: string | null } = await call(page, 'GET', `/scans?limit=500${query}`)
    all.push(...answer.items)
    next = answer.next
  }
  return all.filter((one) => one.thingId && things.includes(one.thingId))
}
