import type { Browser, Page } from '@playwright/test'
import { baseURL, expect, password } from './fixtures'

/** Calls the API as the person signed in on this page. */
export async function call<T = { id: string; version: number }>(
  page: Page,
  method: string,
  path: string,
  data?: object,
  version?: number,
): Promise<T> {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: {
      'Idempotency-Key': crypto.randomUUID(),
      Origin: new URL(page.url().startsWith('http') ? page.url() : baseURL).origin,
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
  })
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as T
}

let running = 0
/** A name that no other run on the same company has, nor another worker of this one. */
export const fresh = (word: string) =>
  `${word} ${Date.now().toString(36).toUpperCase()}${process.env.TEST_WORKER_INDEX ?? ''}${running++}`

/** A planner, or who has another role, in a browser of their own. */
export async function colleague(page: Page, browser: Browser, role = 'PLANNER') {
  const name = fresh('Lea')
  const { items } = await call<{ items: { id: string; builtIn: string | null }[] }>(page, 'GET', '/roles')
  const { link } = await call<{ link: string }>(page, 'POST', '/invitations', {
    name,
    email: `${name.toLowerCase().replace(' ', '-')}@example.org`,
    roleIds: items.filter((one) => one.builtIn === role).map((one) => one.id),
  })
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const theirs = await context.newPage()
  const token = new URL(link).pathname.split('/').at(-1)
  await call(theirs, 'POST', `/invitations/by-token/${token}`, { name, password: `${password} too` })
  return { theirs, name, leave: () => context.close() }
}

/** A hall with a shelf, tape that is counted, and microphones that are numbered. */
export async function furnish(page: Page) {
  const hall = await call<{ id: string; name: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Hall') })
  const shelf = await call<{ id: string; name: string }>(page, 'POST', '/locations', {
    kind: 'SHELF',
    name: fresh('Shelf'),
    parentId: hall.id,
  })
  const product = (kind: string, name: string) =>
    call<{ id: string; name: string }>(page, 'POST', '/products', {
      kind,
      name,
      attributes: {},
      barcodes: [],
      connectors: [],
    })
  const tape = await product('CONSUMABLE', fresh('Tape'))
  const microphone = await product('SERIALISED', fresh('Mic'))
  const register = () =>
    call<{ id: string; number: string }>(page, 'POST', '/assets', { productId: microphone.id, locationId: shelf.id })
  return { hall, shelf, tape, microphone, register }
}

/** A kit of one piece. */
export const kitOf = async (page: Page, productId: string) =>
  call<{ id: string; code: string; name: string }>(page, 'POST', '/kits', {
    code: fresh('K').replaceAll(' ', ''),
    name: fresh('Kit'),
    mode: 'ALL_OR_NOTHING',
    components: [{ productId, quantity: 1, optional: false }],
  })

/** Chooses in a field that searches the server. */
export async function pick(page: Page, within: ReturnType<Page['getByRole']>, label: string, words: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

/** A picture such as a phone or a designer gives, drawn by the browser itself. */
export async function picture(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w!
      canvas.height = h!
      const pen = canvas.getContext('2d')!
      pen.fillStyle = '#0e7a75'
      pen.fillRect(0, 0, w! / 2, h!)
      pen.fillStyle = '#e8890c'
      pen.fillRect(w! / 2, 0, w! / 2, h!)
      return canvas.toDataURL('image/png').split(',')[1]!
    },
    [width, height],
  )
  return Buffer.from(base64, 'base64')
}
