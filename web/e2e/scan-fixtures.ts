import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Page, PlaywrightWorkerArgs, TestInfo } from '@playwright/test'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { baseURL, expect, pictured, show } from './fixtures'
import { call, fresh } from './shelf-fixtures'

export const phoneSize = { width: 390, height: 844 }
const writer = new URL('../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm', import.meta.url)

/** What is held before a camera: the label of a thing as the instance prints it, or any other picture of a code. */
export type Shown = { kind: 'ASSET' | 'CASE' | 'LOCATION' | 'KIT'; id: string } | { picture: string }

type Label = {
  widthMillimetres: number
  heightMillimetres: number
  code: { xMillimetres: number; yMillimetres: number; moduleMillimetres: number; codePath: string }
  lines: { text: string; xMillimetres: number; baselineMillimetres: number; sizeMillimetres: number; bold: boolean }[]
}

async function labelOf(page: Page, shown: Shown): Promise<Label | { picture: string }> {
  if ('picture' in shown) return shown
  const formats = await call<{ items: { id: string }[] }>(page, 'GET', '/label-formats')
  return call<Label>(page, 'GET', `/label-formats/${formats.items[0]!.id}/preview?kind=${shown.kind}&item=${shown.id}`)
}

/** A code as others print it: on old stickers, on cartons, on the cases of other companies. */
export async function codeOf(text: string, format: 'QRCode' | 'Code128' | 'EAN-13'): Promise<Shown> {
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(writer).buffer as ArrayBuffer } })
  const { svg, error } = await writeBarcode(text, { format, scale: 8, addQuietZones: true })
  expect(error).toBe('')
  return { picture: `data:image/svg+xml,${encodeURIComponent(svg)}` }
}

/** Thirty frames are a second: so long each label is held, and so long there is none between two, and after the last. */
const HELD = 40
const BETWEEN = 24
const AFTER = 300

/** A film of these labels, one after the other, held before a camera by a hand that is not quite still; of one alone, without an end. */
export async function film(page: Page, path: string, ...shown: Shown[]): Promise<string> {
  const labels = await Promise.all(shown.map((one) => labelOf(page, one)))
  const takes = await page.evaluate(async (all) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const pen = canvas.getContext('2d')!
    const frame = () => canvas.toDataURL('image/jpeg', 0.85).split(',')[1]!
    const lid = () => {
      pen.resetTransform()
      const light = pen.createLinearGradient(0, 0, 640, 480)
      light.addColorStop(0, '#5b6470')
      light.addColorStop(1, '#2b3138')
      pen.fillStyle = light
      pen.fillRect(0, 0, 640, 480)
      pen.fillStyle = '#aeb6bf'
      pen.fillRect(0, 0, 640, 34)
      pen.fillRect(0, 446, 640, 34)
    }
    const paper = (width: number, height: number) => {
      pen.fillStyle = '#f7f5ef'
      pen.beginPath()
      pen.roundRect(-width / 2, -height / 2, width, height, 10)
      pen.fill()
    }
    const taken: string[][] = []
    for (const one of all) {
      const picture = 'picture' in one ? await createImage(one.picture) : undefined
      taken.push(
        Array.from({ length: 8 }, (_, at) => {
          lid()
          pen.translate(320 + at, 240 - at / 2)
          pen.rotate(0.06 + at / 200)
          if (picture) {
            const scale = Math.min(540 / picture.width, 260 / picture.height)
            const [width, height] = [picture.width * scale, picture.height * scale]
            paper(width + 30, height + 30)
            pen.drawImage(picture, -width / 2, -height / 2, width, height)
          } else if (!('picture' in one)) {
            const scale = Math.min(520 / one.widthMillimetres, 330 / one.heightMillimetres)
            paper(one.widthMillimetres * scale, one.heightMillimetres * scale)
            pen.translate((-one.widthMillimetres * scale) / 2, (-one.heightMillimetres * scale) / 2)
            pen.fillStyle = '#1b1b1f'
            for (const { text, xMillimetres, baselineMillimetres, sizeMillimetres, bold } of one.lines) {
              pen.font = `${bold ? 'bold ' : ''}${sizeMillimetres * scale}px sans-serif`
              pen.fillText(
                text,
                xMillimetres * scale,
                baselineMillimetres * scale,
                (one.widthMillimetres - xMillimetres - 1) * scale,
              )
            }
            pen.translate(one.code.xMillimetres * scale, one.code.yMillimetres * scale)
            pen.scale(one.code.moduleMillimetres * scale, one.code.moduleMillimetres * scale)
            pen.fill(new Path2D(one.code.codePath), 'evenodd')
          }
          return frame()
        }),
      )
    }
    lid()
    return { taken, none: frame() }

    function createImage(source: string): Promise<HTMLImageElement> {
      return new Promise((resolve, reject) => {
        const image = new Image()
        image.onload = () => resolve(image)
        image.onerror = () => reject(new Error(`no picture: ${source.slice(0, 80)}`))
        image.src = source
      })
    }
  }, labels)
  const frames = (base64: string[], times: number) =>
    Array.from({ length: times }, (_, at) => Buffer.from(base64[at % base64.length]!, 'base64'))
  const alone = takes.taken.length === 1
  const reel = takes.taken.flatMap((take, at) => [
    ...(at > 0 ? frames([takes.none], BETWEEN) : []),
    ...frames(take, alone ? take.length : HELD),
  ])
  // Another file, because the camera may still have the one before in its hands.
  writeFileSync(`${path}.new`, Buffer.concat([...reel, ...(alone ? [] : frames([takes.none], AFTER))]))
  renameSync(`${path}.new`, path)
  return path
}

/** A phone whose camera sees this film, in the hands of whoever is signed in on this page; what it kept survives its page. */
export async function phoneWith(
  clip: string,
  page: Page,
  playwright: PlaywrightWorkerArgs['playwright'],
  info: TestInfo,
  options: BrowserContextOptions = {},
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
  return { browser, context: await phoneOf(browser, page, { baseURL, permissions: ['camera'], ...options }) }
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

/** In and out of reach, which also wakes what waits for a network. */
export async function flap(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
  await context.setOffline(false)
}

/** Scans of whoever is signed in on this page, past every screen; all are taken. */
export async function send(page: Page, ...lines: ({ kind: string; code: string } & Record<string, unknown>)[]): Promise<void> {
  const scans = lines.map((line) => ({ id: crypto.randomUUID(), at: new Date().toISOString(), ...line }))
  const { answers } = await call<{ answers: { result: string }[] }>(page, 'POST', '/scans', { scans })
  expect(answers.map((one) => one.result)).toEqual(scans.map(() => 'ACCEPTED'))
}

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

/** The day that it is for the company, which is another one than that of UTC around midnight. */
export const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
export const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

export type Wanted = { productId: string; quantity: number }

/** An event of tomorrow that wants these products of this hall, walked through the phases. */
export async function job(page: Page, name: string, hallId: string, wanted: Wanted[], ...phases: string[]) {
  const client = await call<{ id: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  return jobOf(page, { name, clientId: client.id, warehouseId: hallId }, wanted, ...phases)
}

export async function jobOf(
  page: Page,
  of: { name: string; clientId: string; warehouseId: string; venueId?: string },
  wanted: Wanted[],
  ...phases: string[]
) {
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const event = await call<{ id: string; number: string }>(page, 'POST', '/events', {
    ...of,
    plannerId: me.id,
    from: inDays(1),
    to: inDays(2),
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
  undone: boolean
}

/** The journal of these things, as it was written; since then. */
export async function journalOf(page: Page, things: string[], since?: Date): Promise<Scanned[]> {
  const all: Scanned[] = []
  const from = since ? `&from=${since.toISOString()}` : ''
  for (let next: string | null | undefined; next !== null; ) {
    const query: string = next ? `&cursor=${encodeURIComponent(next)}` : ''
    const answer: { items: Scanned[]; next: string | null } = await call(page, 'GET', `/scans?limit=500${from}${query}`)
    all.push(...answer.items)
    next = answer.next
  }
  return all.filter((one) => one.thingId && things.includes(one.thingId))
}

/** What was scanned so far, held step by step against what the server wrote down of these things: all of it, nothing else, nothing twice. */
export class Ledger {
  private readonly page: Page
  private readonly things: string[]
  /** What was scanned before does not belong to it. */
  private readonly since = new Date()
  private readonly scanned: string[] = []

  constructor(page: Page, things: string[]) {
    this.page = page
    this.things = things
  }

  /** Each as kind, outcome, label and quantity; those of one batch are of one moment, and so without an order. */
  async holds(...more: string[]): Promise<void> {
    this.scanned.push(...more)
    const written = async () =>
      (await journalOf(this.page, this.things, this.since))
        .filter((one) => one.result === 'ACCEPTED')
        .map((one) => `${one.kind} ${one.outcome} ${one.thingLabel} ${one.quantity}${one.undone ? ' taken back' : ''}`)
        .toSorted()
    // The last scan may still be on its way.
    await expect.poll(written).toEqual(this.scanned.toSorted())
  }
}

/** The same outcome of each of these. */
export const each = (outcome: string, labels: string[]) => labels.map((label) => `${outcome} ${label} 1`)

/** Where each of these assets is by the registers, and as what. */
export async function whereabouts(page: Page, assets: { id: string }[]): Promise<string[]> {
  type Asset = { status: string; location: { name: string } | null }
  const found = await Promise.all(assets.map((one) => call<Asset>(page, 'GET', `/assets/${one.id}`)))
  return found.map((one) => `${one.status} ${one.location?.name}`)
}

/** What an asset became, from its first movement on. */
export async function statusesOf(page: Page, asset: { id: string }): Promise<string[]> {
  const moves = await call<{ items: { toStatus: string | null }[] }>(page, 'GET', `/assets/${asset.id}/movements?limit=500`)
  return moves.items.map((move) => move.toStatus ?? '–').toReversed()
}

/** Somebody with a phone in the hand: what they do, and what its screen then says. */
export class ScanStation {
  readonly phone: Page
  private readonly desk: Page
  private readonly clip: string

  /** @param desk the page of who is signed in, on which labels are drawn */
  constructor(phone: Page, desk: Page, clip: string) {
    this.phone = phone
    this.desk = desk
    this.clip = clip
  }

  get told() {
    return this.phone.getByTestId('told')
  }
  get total() {
    return this.phone.getByTestId('total')
  }
  get waiting() {
    return this.phone.getByTestId('waiting')
  }

  async open(job: { id: string }, total: string): Promise<void> {
    await this.phone.goto(`/scan/${job.id}`)
    await expect(this.total).toHaveText(total) // the first time, the whole app comes over
  }

  mode = (label: string) => this.phone.getByRole('radio', { name: label, exact: true }).click()
  press = (label: string | RegExp) => this.phone.getByRole('button', { name: label }).click()

  /** With a hand scanner. */
  async scan(code: string, ...words: string[]): Promise<void> {
    await type(this.phone, code)
    await this.says(...words)
  }

  async says(...words: string[]): Promise<void> {
    for (const one of words) await expect(this.told).toContainText(one)
  }

  /** With the camera, which stays on. */
  async watch(shown: Shown | Shown[], ...words: string[]): Promise<void> {
    await film(this.desk, this.clip, ...[shown].flat())
    await this.phone.getByRole('button', { name: 'Camera', exact: true }).click()
    await this.says(...words)
  }

  stop = () => this.press('Stop camera')

  /** With the camera, until it is read. */
  async look(shown: Shown | Shown[], ...words: string[]): Promise<void> {
    await this.watch(shown, ...words)
    await this.stop()
  }

  /** The server has answered all of it. */
  sent = () => expect(this.waiting).toBeHidden()

  /** In both schemes. */
  async picture(name: string): Promise<void> {
    if (!pictured) return
    for (const scheme of ['dark', 'light'] as const) {
      await show(this.phone, scheme)
      await this.phone.screenshot({ path: `test-results/shots/${name}-${scheme}.png` })
    }
  }
}
