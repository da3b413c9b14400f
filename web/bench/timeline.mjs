// How the timeline scrolls: node timeline.mjs JOB, a JSON file with {base, cookie, quick}. Beside it, in turns, a bare page of as many rows of plain text.
// Prints a line of JSON a figure: {name, ours, unit, theirs?, most?}.
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { args, executablePath } from '../build/chromium.mjs'

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tell = (figure) => process.stdout.write(`${JSON.stringify(figure)}\n`)
const rounds = job.quick ? 1 : 3
const seconds = job.quick ? 1 : 5
/** Two frames of a screen that shows sixty a second: later, and one sees it. */
const SMOOTH_MILLIS = 33.4
const RESTED_MILLIS = 300

const desk = { size: { width: 1440, height: 900 }, slower: 1, words: 'desk' }
const phone = { size: { width: 390, height: 844 }, slower: 4, words: 'phone, processor 4 times slower' }
/** Pixels a frame: as a wheel is turned, thrown, and sideways. */
const cases = [
  { by: 'product', how: 'wheel', step: 60, on: desk },
  { by: 'asset', how: 'wheel', step: 60, on: desk },
  { by: 'asset', how: 'fling', step: 600, on: desk },
  { by: 'asset', how: 'sideways', step: 25, on: desk },
  { by: 'product', how: 'wheel', step: 40, on: phone },
  { by: 'asset', how: 'wheel', step: 40, on: phone },
  { by: 'asset', how: 'fling', step: 300, on: phone },
]

const browser = await chromium.launch({ executablePath, args })
const context = await browser.newContext({ baseURL: job.base, locale: 'en-GB', serviceWorkers: 'block' })
const cut = job.cookie.indexOf('=')
await context.addCookies([{ name: job.cookie.slice(0, cut), value: job.cookie.slice(cut + 1), url: job.base }])
const page = await context.newPage()
const devtools = await context.newCDPSession(page)

async function timeline(by) {
  await page.goto(`/timeline?by=${by}`)
  await page.getByRole('grid').getByRole('rowheader').first().waitFor()
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
}

async function bare(rows) {
  await page.goto('about:blank')
  await page.setContent('<div role="grid" style="height: calc(100vh - 272px); overflow: auto; font: 14px sans-serif"></div>')
  await page.getByRole('grid').evaluate((box, count) => {
    const line = (i) => `<div style="height: 40px; width: 24000px">Lamp number ${i + 1}, somewhere on a shelf</div>`
    box.innerHTML = Array.from({ length: count }, (_, i) => line(i)).join('')
  }, rows)
}

/** How long each frame took, and how many rows in sight have no name a moment after. */
const scroll = (step, across) =>
  page.getByRole('grid').evaluate(
    async (box, { step, across, seconds, rested }) => {
      const frames = []
      let last = await new Promise(requestAnimationFrame)
      for (const end = last + seconds * 1000; last < end; ) {
        if (across) box.scrollLeft += step
        else box.scrollTop += step
        const now = await new Promise(requestAnimationFrame)
        frames.push(now - last)
        last = now
      }
      await new Promise((resolve) => setTimeout(resolve, rested))
      const { top, bottom } = box.getBoundingClientRect()
      const inSight = [...box.querySelectorAll('[role=row][data-index]')].filter((row) => {
        const at = row.getBoundingClientRect()
        return at.bottom > top && at.top < bottom
      })
      return { frames, blank: inSight.filter((row) => !row.querySelector('a')).length }
    },
    { step, across, seconds, rested: RESTED_MILLIS },
  )

async function turn({ step, how, on }, open) {
  await page.setViewportSize(on.size)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const rows = await open()
  await page.waitForTimeout(job.quick ? 500 : 2_500)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: on.slower })
  return { rows, ...(await scroll(step, how === 'sideways')) }
}

for (const one of cases) {
  const ours = { frames: [], blank: 0 }
  const theirs = { frames: [] }
  let rows = 0
  for (let round = 0; round < rounds; round++) {
    const found = await turn(one, () => timeline(one.by))
    rows = found.rows
    ours.frames.push(...found.frames)
    ours.blank = Math.max(ours.blank, found.blank)
    theirs.frames.push(...(await turn(one, () => bare(rows))).frames)
  }
  const rate = ({ frames }) => (1_000 * frames.length) / frames.reduce((sum, millis) => sum + millis, 0)
  // The clock of frames is no finer.
  const p95 = ({ frames }) => Math.round(10 * [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]) / 10
  const name = `timeline, ${rows} ${one.by}s, ${one.how}, ${one.on.words}`
  // A fling is faster than anybody reads: what counts is that it ends on rows with names.
  const smooth = one.how === 'fling' ? {} : { most: SMOOTH_MILLIS }
  tell({ name: `${name}: frames a second`, ours: rate(ours), theirs: rate(theirs), unit: '' })
  tell({ name: `${name}: p95 of a frame`, ours: p95(ours), theirs: p95(theirs), unit: ' ms', ...smooth })
  if (one.how === 'fling')
    tell({ name: `${name}: rows without a name ${RESTED_MILLIS} ms after`, ours: ours.blank, unit: '', most: 0 })
}
await browser.close()
