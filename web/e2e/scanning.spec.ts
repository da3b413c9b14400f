import { writeFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { baseURL, expect, expectAccessible, test } from './fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

/** A film of the label of this asset, as the instance prints it, held before a camera by a hand that is not quite still. */
async function film(page: Page, assetId: string, path: string): Promise<void> {
  const formats = await call<{ items: { id: string }[] }>(page, 'GET', '/label-formats')
  const label = await call<{ code: { modules: number; codePath: string } }>(
    page,
    'GET',
    `/label-formats/${formats.items[0]!.id}/preview?kind=ASSET&item=${assetId}`,
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
}

/** What a Bluetooth scanner does: no field, no click, only keys. */
async function type(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 })
  await page.keyboard.press('Enter')
}

/** The next answer to a batch of scans is lost on its way back: the server has counted it, the phone does not know. */
async function loseAnswer(context: BrowserContext): Promise<void> {
  await context.route(
    '**/api/v1/scans',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}

test('a truck is loaded by phone: camera, scanner, dead network, lost answer; each thing once', async ({
  signedIn: page,
  playwright,
}, info) => {
  const { hall, microphone, register } = await furnish(page)
  const [first, second, third] = [await register(), await register(), await register()]
  const client = await call<{ id: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
  const name = fresh('Loading')
  const event = await call<{ id: string; number: string }>(page, 'POST', '/events', {
    name,
    clientId: client.id,
    plannerId: me.id,
    warehouseId: hall.id,
    from: days(1),
    to: days(2),
  })
  const lists = await call<{ items: { id: string; version: number }[] }>(page, 'GET', `/events/${event.id}/pull-lists`)
  const line = { kind: 'PRODUCT', productId: microphone.id, quantity: 3 }
  await call(page, 'POST', `/pull-lists/${lists.items[0]!.id}/lines`, { lines: [line] }, lists.items[0]!.version)
  for (const phase of ['CONFIRMED', 'PREP', 'LOAD_OUT']) {
    await call(page, 'POST', `/events/${event.id}/phase`, { phase, despite: 'The truck is here' })
  }
  const clip = info.outputPath('label.mjpeg')
  await film(page, first.id, clip)

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
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    permissions: ['camera'],
    serviceWorkers: 'allow',
  })
  await context.addCookies(await page.context().cookies())
  let phone = await context.newPage()
  const told = () => phone.getByTestId('told')
  const waiting = () => phone.getByTestId('waiting')

  await phone.goto('/scan')
  await phone.evaluate(() => navigator.serviceWorker.ready)
  await phone.getByRole('textbox', { name: 'Find a job' }).fill(name)
  await phone.getByRole('button', { name: `Hold ${event.number} on this device` }).click()
  await expect(phone.getByRole('button', { name: `Take ${event.number} off this device` })).toBeVisible()
  await phone.getByRole('link', { name: new RegExp(name) }).click()
  await expect(phone.getByRole('radio', { name: 'Check out' })).toHaveAttribute('aria-checked', 'true')

  // The camera reads the label of the first one, once, however long it looks.
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told()).toContainText(first.number)
  await expect(told()).toContainText('1/3')
  await expectAccessible(phone)
  await phone.screenshot({ path: 'test-results/scan-camera.png' })
  await phone.getByRole('button', { name: 'Stop camera' }).click()

  // The truck is a dead spot. Scans are judged all the same; the app is killed, and opens again without a network.
  await context.setOffline(true)
  await type(phone, second.number)
  await expect(told()).toContainText('2/3')
  await type(phone, second.number)
  await expect(told()).toContainText('Out already')
  await expect(waiting()).toHaveAttribute('data-count', '2')
  await phone.close()
  phone = await context.newPage()
  await phone.goto(`/scan/${event.id}`)
  await expect(phone.getByTestId('total')).toHaveText('2/3')
  await type(phone, third.number)
  await expect(told()).toContainText('3/3')
  await expect(waiting()).toHaveAttribute('data-count', '3')
  await phone.screenshot({ path: 'test-results/scan-offline.png' })

  // Back in reach the first answer is lost: all is sent again, and counted once.
  await loseAnswer(context)
  await context.setOffline(false)
  await expect(waiting()).toBeHidden({ timeout: 20_000 })
  await expect(phone.getByTestId('total')).toHaveText('3/3')
  const journal = await call<{ items: { result: string; code: string }[] }>(page, 'GET', `/scans?eventId=${event.id}&limit=100`)
  const results = journal.items.map((one) => `${one.result} ${one.code.split('/').at(-1)}`).sort()
  const taken = [first.id, second.number, third.number].map((code) => `ACCEPTED ${code}`)
  expect(results).toEqual([...taken, `REFUSED ${second.number}`].sort())
  await browser.close()
})
