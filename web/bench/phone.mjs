// What a phone's browser takes: node phone.mjs JOB, a JSON file with {base, cookie, event, numbers, work, decoder, quick}.
// Prints a line of JSON a figure: {name, ours, unit, theirs?, most?}.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { args, executablePath } from '../build/chromium.mjs'

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'en-GB' }
const launch = { executablePath, args, ...phone }
const tell = (figure) => process.stdout.write(`${JSON.stringify(figure)}\n`)
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const ordered = (times) => [...times].sort((a, b) => a - b)
const cookies = () => {
  const cut = job.cookie.indexOf('=')
  return [{ name: job.cookie.slice(0, cut), value: job.cookie.slice(cut + 1), url: job.base }]
}

/** A phone that has been here once and holds the job: how much that took over the air. */
async function install(folder) {
  const context = await chromium.launchPersistentContext(folder, launch)
  await context.addCookies(cookies())
  const page = await context.newPage()
  const browser = await context.newCDPSession(page)
  let bytes = 0
  browser.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await browser.send('Network.enable')
  const start = performance.now()
  await page.goto(`${job.base}/scan/${job.event}`)
  await page.getByTestId('total').waitFor()
  const shown = performance.now() - start
  const before = bytes
  await page.evaluate(() => navigator.serviceWorker.ready)
  const first = await page.evaluate(async () => {
    let size = 0
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        const length = Number(answer.headers.get('content-length')) || (await answer.blob()).size
        size += length
      }
    }
    return size
  })
  tell({ name: 'phone, the scan screen for the first time, online', ours: shown, unit: ' ms' })
  tell({ name: 'phone, what that screen downloads before it stands', ours: before / 1000, unit: ' kB' })
  tell({ name: 'phone, what is kept to open without a network', ours: first / 1000, unit: ' kB' })
  await page.goto(`${job.base}/scan`)
  const hold = page.getByRole('button', { name: /^Hold / })
  if (await hold.count()) await hold.first().click()
  await page
    .getByRole('button', { name: /off this device$/ })
    .first()
    .waitFor()
  await context.close()
}

/** Each time a browser that was just started, its files in the disk's cache, without a network. */
async function offline(folder, times, slower) {
  const taken = []
  for (let i = 0; i < times; i++) {
    const context = await chromium.launchPersistentContext(folder, { ...launch, offline: true })
    const page = context.pages()[0] ?? (await context.newPage())
    if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
    const start = performance.now()
    await page.goto(`${job.base}/scan/${job.event}`)
    await page.getByTestId('total').waitFor()
    taken.push(performance.now() - start)
    await context.close()
  }
  const sorted = ordered(taken)
  const name = `phone, the scan screen offline in a browser just started${slower > 1 ? `, ${slower} times slower processor` : ''}`
  tell({ name: `${name}: median of ${times}`, ours: at(sorted, 0.5), unit: ' ms' })
  tell({ name: `${name}: slowest`, ours: sorted.at(-1), unit: ' ms' })
}

/** One phone scans, another screen shows that job: from sending the scan until the other's number has changed. */
async function seenElsewhere() {
  const browser = await chromium.launch({ executablePath, args })
  const context = await browser.newContext(phone)
  await context.addCookies(cookies())
  const page = await context.newPage()
  let told = () => {}
  await page.exposeBinding('changed', (_, text) => told(text, performance.now()))
  await page.goto(`${job.base}/scan/${job.event}`)
  await page.getByTestId('total').waitFor()
  await page.evaluate(() => {
    const total = () => document.querySelector('[data-testid=total]')?.textContent
    let last = total()
    new MutationObserver(() => {
      const now = total()
      if (now === last) return
      last = now
      window.changed(now)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.waitForTimeout(2_000) // until it listens
  const taken = []
  for (const [i, code] of job.numbers.entries()) {
    const seen = new Promise((resolve, reject) => {
      const late = setTimeout(async () => {
        const shown = await page.getByTestId('total').textContent()
        reject(new Error(`nobody saw scan ${i + 1}: the other phone shows ${shown}`))
      }, 30_000)
      told = (text, when) => {
        if (!text.startsWith(`${i + 1}/`)) return
        clearTimeout(late)
        resolve(when)
      }
    })
    const start = performance.now()
    const answer = await fetch(`${job.base}/api/v1/scans`, {
      method: 'POST',
      headers: { Cookie: job.cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        scans: [{ id: crypto.randomUUID(), kind: 'CHECK_OUT', at: new Date().toISOString(), code, eventId: job.event }],
      }),
    })
    const { answers } = await answer.json()
    if (answers[0].result !== 'ACCEPTED') throw new Error(`${code} was refused: ${answers[0].message}`)
    taken.push((await seen) - start)
    await new Promise((resolve) => setTimeout(resolve, 150 + (i % 7) * 50))
  }
  await browser.close()
  const sorted = ordered(taken.slice(10))
  tell({ name: `a scan until another phone shows it, median of ${sorted.length}`, ours: at(sorted, 0.5), unit: ' ms' })
  tell({ name: `a scan until another phone shows it, p99`, ours: at(sorted, 0.99), unit: ' ms' })
}

// From the package: by itself it would ask another host for it.
prepareZXingModule({
  overrides: { wasmBinary: readFileSync(new URL('../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm', import.meta.url)) },
})

const formats = [
  ['QRCode', 'https://eventkit.example/a/01960e2c-9a8e-7c11-b1b2-5a1f6c0f2d4e'],
  ['DataMatrix', 'LMP-000123'],
  ['Code128', 'LMP-000123'],
  ['Code39', 'LMP-000123'],
  ['EAN13', '4006381333931'],
  ['UPCA', '036000291452'],
]
const conditions = ['clean', 'blurred', 'rotated 30°', 'small', 'low light']

/** The same frames every time: what is random comes from a fixed seed. */
async function frames(page, each) {
  const folder = join(job.work, 'frames')
  mkdirSync(folder, { recursive: true })
  const all = []
  for (const [format, text] of formats) {
    const linear = !['QRCode', 'DataMatrix'].includes(format)
    const { image } = await writeBarcode(text, { format, scale: 4, addQuietZones: true, addHRT: false })
    const picture = `data:image/png;base64,${Buffer.from(await image.arrayBuffer()).toString('base64')}`
    for (const condition of conditions)
      for (let i = 0; i < each; i++) {
        const url = await page.evaluate(draw, { picture, condition, seed: i + 1, linear })
        const path = join(folder, `${format}-${conditions.indexOf(condition)}-${i}.png`)
        writeFileSync(path, Buffer.from(url.split(',')[1], 'base64'))
        all.push({ format, text, condition, path, url })
      }
  }
  return all
}

/** A label in a frame of 1280 × 720, as a camera sees it; runs in the page. */
async function draw({ picture, condition, seed, linear }) {
  let state = seed * 7919
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  const code = new Image()
  code.src = picture
  await code.decode()
  const frame = new OffscreenCanvas(1280, 720)
  const pen = frame.getContext('2d')
  pen.fillStyle = '#7d7468'
  pen.fillRect(0, 0, 1280, 720)
  const width = (linear ? 620 : 300) * (condition === 'small' ? (linear ? 0.55 : 0.3) : 1) * (0.9 + random() * 0.2)
  const scale = width / code.width
  const height = linear ? Math.max(code.height * scale, width * 0.3) : code.height * scale
  pen.translate(640 + (random() - 0.5) * 200, 360 + (random() - 0.5) * 120)
  pen.rotate(((condition === 'rotated 30°' ? 30 : 0) + (random() - 0.5) * 8) * (Math.PI / 180))
  pen.fillStyle = '#f4f2ec'
  pen.fillRect(-width * 0.56, -height * 0.62, width * 1.12, height * 1.24)
  pen.filter = condition === 'blurred' ? `blur(${linear ? 1.4 : 2}px)` : 'none'
  pen.drawImage(code, -width / 2, -height / 2, width, height)
  pen.resetTransform()
  pen.filter = 'none'
  const pixels = pen.getImageData(0, 0, 1280, 720)
  const light = condition === 'low light' ? 0.22 : 1
  const grain = condition === 'low light' ? 26 : 8
  for (let i = 0; i < pixels.data.length; i += 4) {
    const noise = (random() + random() - 1) * grain
    for (let c = 0; c < 3; c++) pixels.data[i + c] = pixels.data[i + c] * light + noise + (condition === 'low light' ? 12 : 0)
  }
  pen.putImageData(pixels, 0, 0)
  const blob = await frame.convertToBlob({ type: 'image/png' })
  const reader = new FileReader()
  return new Promise((resolve) => {
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(blob)
  })
}

/**
 * The decoder of the app, in its worker, as the camera feeds it: frame after frame, each with grain of its own and held a little differently, until the
 * app would take what it says. Bars it takes when two frames say the same.
 */
async function camera() {
  const browser = await chromium.launch({ executablePath, args })
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${job.base}/sign-in`)
  const all = await frames(page, job.quick ? 1 : 12)
  await page.evaluate(async (path) => {
    window.decoder = new Worker(path, { type: 'module' })
    const hand = new OffscreenCanvas(1280, 720)
    const pen = hand.getContext('2d')
    let state = 1
    const random = () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
    const held = (picture) => {
      pen.drawImage(picture, Math.round((random() - 0.5) * 6), Math.round((random() - 0.5) * 6))
      const pixels = pen.getImageData(0, 0, 1280, 720)
      for (let i = 0; i < pixels.data.length; i += 4) {
        const noise = (random() - 0.5) * 10
        for (let c = 0; c < 3; c++) pixels.data[i + c] += noise
      }
      pen.putImageData(pixels, 0, 0)
      return createImageBitmap(hand)
    }
    window.decode = async (url) => {
      const image = new Image() // the page may not fetch what is no address of the instance
      image.src = url
      await image.decode()
      const picture = await createImageBitmap(image)
      const times = new Map()
      let first = null
      let millis = 0
      for (let looks = 1; looks <= 8; looks++) {
        const frame = await held(picture)
        const start = performance.now()
        const seen = await new Promise((resolve) => {
          window.decoder.onmessage = ({ data }) => resolve(data.seen ?? [])
          window.decoder.postMessage(frame, [frame])
        })
        millis += performance.now() - start
        for (const { text, format } of seen) {
          first ??= text
          times.set(text, (times.get(text) ?? 0) + 1)
          if (['QRCode', 'DataMatrix'].includes(format) || times.get(text) === 2) return { text, first, millis }
        }
      }
      return { text: null, first, millis }
    }
  }, job.decoder)
  for (const one of all.slice(0, 20)) await page.evaluate((url) => window.decode(url), one.url)
  const same = (text, wanted) => text === wanted || text === `0${wanted}`
  for (const [format] of formats) {
    const mine = all.filter((one) => one.format === format)
    for (const one of mine) one.ours = await page.evaluate((url) => window.decode(url), one.url)
    const start = performance.now()
    const text = zbarimg(mine.map((one) => one.path))
    const each = (performance.now() - start) / mine.length
    for (const one of mine) {
      const part = text.split('<source ').find((source) => source.includes(one.path)) ?? ''
      one.theirs = [...part.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map((match) => match[1])
    }
    const times = ordered(mine.map((one) => one.ours.millis))
    tell({
      name: `camera, ${format}: frames until its code is taken, median; zbarimg a picture`,
      ours: at(times, 0.5),
      theirs: each,
      unit: ' ms',
    })
    for (const condition of conditions) {
      const some = mine.filter((one) => one.condition === condition)
      const share = (read) => (100 * some.filter(read).length) / some.length
      tell({
        name: `camera, ${format}, ${condition}: read`,
        ours: share((one) => same(one.ours.text, one.text)),
        theirs: share((one) => one.theirs.some((text) => same(text, one.text))),
        unit: ' %',
      })
    }
    const wrong = (read) => mine.filter((one) => read(one) !== null && !same(read(one), one.text)).length
    tell({ name: `camera, ${format}: taken though misread`, ours: wrong((one) => one.ours.text), unit: '', most: 0 })
    tell({
      name: `camera, ${format}: misread in the first frame that said anything`,
      ours: wrong((one) => one.ours.first),
      unit: '',
    })
  }
  await browser.close()
}

function zbarimg(paths) {
  try {
    const stdio = ['ignore', 'pipe', 'ignore']
    return execFileSync('zbarimg', ['--nodbus', '--quiet', '--xml', ...paths], { encoding: 'utf8', maxBuffer: 50_000_000, stdio })
  } catch (problem) {
    if (problem.code === 'ENOENT')
      throw new Error('zbarimg is missing: it is what our decoder is held against (package zbar-tools, or zbar by Homebrew)')
    return problem.stdout ?? '' // it ends with 4 where it read nothing in one of them
  }
}

const folder = join(job.work, 'phone')
await install(folder)
await offline(folder, job.quick ? 1 : 9, 1)
await offline(folder, job.quick ? 1 : 5, 4)
await seenElsewhere()
await camera()
