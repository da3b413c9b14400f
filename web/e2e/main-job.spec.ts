import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, signIn, test } from './fixtures'

const catalogue = fileURLToPath(new URL('../../server/src/main/resources/demo/lighting-catalogue/products.csv', import.meta.url))
const product = 'American DJ 12P Hex IP'
const pieces = 30

/** What an independent decoder reads on the pages of a PDF, each code once. */
function codesOn(pdf: Buffer, dpi: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'))
  try {
    writeFileSync(join(folder, 'labels.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', join(folder, 'labels.pdf'), join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'))
    const read = execFileSync('zbarimg', ['--nodbus', '--quiet', '--raw', ...pages.map((name) => join(folder, name))])
    return [...new Set(read.toString().split('\n').filter(Boolean))].sort()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the main job: a real catalogue in, assets registered, labels printed, read and opened', async ({ page, browser }) => {
  await signIn(page)

  // 1. The 627 lighting products, through the import's screens.
  await page.goto('/imports')
  await page.getByText('Products', { exact: true }).filter({ visible: true }).last().click()
  await page.getByLabel('Choose a CSV file').setInputFiles(catalogue)
  await expect(page.getByRole('heading', { name: 'products.csv' })).toBeVisible()
  await expect(page.getByText(/627 rows/)).toBeVisible()
  await page.getByRole('button', { name: 'Preview' }).click()
  const counted = (label: string) => page.getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]')
  await expect(counted('Bad rows')).toHaveText('0', { timeout: 120_000 })
  // Whoever runs this again, on a company that has them already, imports nothing twice.
  const fresh = Number(await counted('Would be created').textContent())
  expect(fresh + Number(await counted('Already there').textContent())).toBe(627)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(counted('Created')).toHaveText(String(fresh), { timeout: 120_000 })

  // 2. Thirty pieces of one of them.
  await page.goto(`/products?q=${encodeURIComponent(product)}`)
  await page.getByRole('link', { name: product, exact: true }).click()
  await expect(page.getByRole('heading', { name: product })).toBeVisible()
  await page.getByRole('button', { name: 'Register assets' }).click()
  const dialog = page.getByRole('dialog', { name: 'Register assets' })
  await dialog.getByLabel('How many').fill(String(pieces))
  await dialog.getByRole('button', { name: 'Register assets' }).click()
  await expect(dialog.getByRole('status')).toContainText(`Registered ${pieces} assets`)
  const first = /: (\S+)/.exec((await dialog.getByRole('status').textContent())!)![1]!
  await dialog.getByRole('button', { name: 'Print their labels' }).click()

  // 3. Their labels as a PDF, read back by a decoder that is not ours.
  await expect(page.getByText(`${pieces} things`)).toBeVisible()
  await expectAccessible(page)
  const sheet = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/labels') && answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Open PDF' }).click()
  const answer = await sheet
  expect(answer.ok(), await answer.text().catch(() => '')).toBe(true)
  const { items } = answer.request().postDataJSON() as { items: { kind: string; id: string }[] }
  expect(items).toHaveLength(pieces)
  // The page opened the PDF itself; the same request once more gives its bytes to the test.
  const pdf = await page.request.post('/api/v1/labels', {
    headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: new URL(page.url()).origin },
    data: answer.request().postDataJSON(),
  })
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  const bytes = await pdf.body()
  const read = codesOn(bytes, 300)
  expect(read.map((url) => new URL(url).pathname.split('/').at(-1))).toEqual(items.map((item) => item.id).sort())
  // A coarse print too: at 3 pixels a module the decoder itself misses 3 codes in 1,000, whatever they say. None may be misread.
  const coarse = codesOn(bytes, 150)
  expect(coarse.filter((url) => !read.includes(url))).toEqual([])
  expect(coarse.length).toBeGreaterThanOrEqual(pieces - 2)

  // 4. A stranger's phone opens the code, then somebody of the company.
  const path = new URL(read.find((url) => url.endsWith(items[0]!.id))!).pathname
  expect(path).toBe(`/asset/${items[0]!.id}`)
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const theirs = await phone.newPage()
  const asked: string[] = []
  theirs.on('request', (request) => request.url().includes('/api/') && asked.push(new URL(request.url()).pathname))
  const base = new URL(page.url()).origin
  await theirs.goto(base + path)
  await expect(theirs.getByRole('heading', { name: 'Stagelight' })).toBeVisible()
  await expect(theirs.getByText(first)).toHaveCount(0)
  await expect(theirs.getByText(product)).toHaveCount(0)
  expect(asked.filter((one) => one.startsWith('/api/v1/assets'))).toEqual([])
  await expectAccessible(theirs)

  await signIn(theirs)
  await theirs.goto(base + path)
  await expect(theirs.getByRole('heading', { name: first })).toBeVisible()
  await expect(theirs.getByText(product)).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByRole('link', { name: 'Report damage' }).click()
  const damage = theirs.getByRole('dialog', { name: 'Report damage' })
  await damage.getByLabel('Reason').fill('Lens cracked on arrival')
  await damage.getByRole('button', { name: 'Report damage' }).click()
  await expect(damage).toHaveCount(0)
  await expect(theirs.getByText('This asset should not go on a job')).toBeVisible()
  await expect(theirs.getByText('Damaged').first()).toBeVisible()
  expect(new URL(theirs.url()).search).toBe('')
  await phone.close()
})
