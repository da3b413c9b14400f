import { expect, test } from './fixtures'

// The rows are made up here; a service worker would ask the server behind the test's back.

const total = 10_000
const name = (i: number) => `Lamp ${String(i + 1).padStart(5, '0')}`
const id = (i: number) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`
const line = (i: number) => ({ id: id(i), name: name(i), sub: null, group: `Type ${Math.floor(i / 250) + 1}`, depth: 0 })
const instant = (day: string, hour: string) => `2031-06-${day}T${hour}:00:00Z`

/** Two jobs one after the other; on every third row a third one beside them, so that rows are not all of one height. */
const content = (row: string) => {
  const i = Number(row.split('-').at(-1))
  const bar = (label: string, from: string, to: string) => ({
    reason: null,
    eventId: null,
    label,
    standing: 'CONFIRMED',
    quantity: 1,
    from,
    to,
    onSiteFrom: null,
    onSiteTo: null,
    out: false,
    late: false,
    lacking: 0,
  })
  const bars = [
    bar(`First of ${i + 1}`, instant('05', '08'), instant('07', '20')),
    bar(`Second of ${i + 1}`, instant('08', '08'), instant('10', '20')),
  ]
  if (i % 3 === 0) bars.push(bar(`Third of ${i + 1}`, instant('06', '08'), instant('09', '20')))
  return { id: row, bars, more: false, load: [{ from: instant('01', '00'), stock: 4, wanted: 1, optioned: 0, lacking: 0 }] }
}

for (const by of ['product', 'asset'] as const)
  test(`a timeline of 10,000 rows by ${by} scrolls and jumps with few rows drawn and few pages asked`, async ({
    signedIn: page,
  }) => {
    const pages: number[] = []
    const contents: string[][] = []
    await page.route(/\/api\/v1\/timeline\/rows\?/, async (route) => {
      const ask = new URL(route.request().url()).searchParams
      const from = Number(ask.get('offset') ?? 0)
      pages.push(from)
      const items = Array.from({ length: Math.min(Number(ask.get('limit')), total - from) }, (_, i) => line(from + i))
      await route.fulfill({ json: { items, total, next: null } })
    })
    await page.route(/\/api\/v1\/timeline\/contents\?/, async (route) => {
      const ids = new URL(route.request().url()).searchParams.getAll('id')
      contents.push(ids)
      await route.fulfill({ json: { rows: ids.map(content), events: [], asOf: instant('01', '00') } })
    })
    await page.goto(`/timeline?by=${by}&from=2031-06-04T00:00`)
    const grid = page.getByRole('grid')
    const head = (i: number) => grid.getByRole('rowheader', { name: name(i) })
    const bar = (i: number) => grid.getByRole('gridcell', { name: `First of ${i + 1},` })
    await expect(head(0)).toBeVisible()
    await expect(bar(0)).toBeVisible()
    await expect(grid).toHaveAttribute('aria-rowcount', String(total + 1))
    const drawn = () => grid.getByRole('row').count()
    expect(await drawn()).toBeLessThan(60)

    // To the end and back by the keyboard: a page or two each, not a hundred, and what is on the rows there.
    for (const list of [pages, contents]) list.length = 0
    await grid.focus()
    await page.keyboard.press('End')
    await expect(head(total - 1)).toBeInViewport()
    await expect(bar(total - 1)).toBeVisible()
    expect(await drawn()).toBeLessThan(60)
    expect(pages.length).toBeLessThanOrEqual(3)
    expect(contents.length).toBeLessThanOrEqual(8)
    await page.keyboard.press('Home')
    await expect(head(0)).toBeInViewport()

    // To the end while what is on the first rows still comes: rows that grow behind the jump do not hold it up.
    await page.reload()
    await expect(head(0)).toBeVisible()
    await grid.focus()
    await page.keyboard.press('End')
    await expect(head(total - 1)).toBeInViewport()
    await expect(bar(total - 1)).toBeVisible()
    await expect(head(total - 1)).toBeInViewport()
    await page.keyboard.press('Home')
    await expect(head(0)).toBeInViewport()
    await expect(bar(0)).toBeVisible()

    // The scroll bar dragged through everything asks only for where it comes to rest.
    for (const list of [pages, contents]) list.length = 0
    await grid.evaluate(async (box) => {
      for (let step = 1; step <= 30; step++) {
        box.scrollTop = (box.scrollHeight * step) / 60
        await new Promise(requestAnimationFrame)
      }
    })
    const seen = () =>
      grid.evaluate((box) => {
        const { top, height } = box.getBoundingClientRect()
        const row = document.elementFromPoint(box.getBoundingClientRect().left + 20, top + height / 2)?.closest('[data-index]')
        return Number(row?.getAttribute('data-index') ?? -1)
      })
    await expect.poll(seen).toBeGreaterThan(total / 3)
    const middle = await seen()
    await expect(head(middle)).toBeVisible()
    await expect(bar(middle)).toBeVisible()
    expect(await drawn()).toBeLessThan(60)
    expect(pages.length, 'of the 50 pages passed').toBeLessThanOrEqual(45) // a slow machine rests at every step
    expect(contents.flat().length, 'of the 5,000 rows passed').toBeLessThan(3_000)

    // At rest they stand in the document in their order, whichever elements they used again.
    const order = () =>
      grid.getByRole('row').evaluateAll((rows) => rows.flatMap((row) => Number(row.getAttribute('data-index') ?? Number.NaN)))
    await expect
      .poll(async () => (await order()).slice(1).every((index, i, all) => i === 0 || index === all[i - 1]! + 1))
      .toBe(true)

    // Rows of different heights neither cover each other nor leave gaps.
    const edges = await grid.getByRole('row').evaluateAll((rows) =>
      rows
        .filter((row) => row.hasAttribute('data-index'))
        .map((row) => ({ index: Number(row.getAttribute('data-index')), box: row.getBoundingClientRect() }))
        .sort((a, b) => a.index - b.index)
        .map(({ box }) => [box.top, box.bottom] as const),
    )
    for (let i = 1; i < edges.length; i++) expect(Math.abs(edges[i]![0] - edges[i - 1]![1])).toBeLessThan(1)

    // Thrown, it ends on rows that have names: those ahead came on the way.
    await grid.evaluate(async (box) => {
      box.scrollTop = 0
      for (let frame = 0; frame < 60; frame++) {
        box.scrollTop += 600
        await new Promise(requestAnimationFrame)
      }
    })
    await expect.poll(seen).toBeGreaterThan(400)
    await expect(head(await seen())).toBeVisible()
    expect(await drawn()).toBeLessThan(60)

    // Down by the key, one row after the other.
    await page.keyboard.press('Home')
    await expect(head(0)).toBeInViewport()
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowDown')
    await expect(head(40)).toBeInViewport()
    await expect(grid).toHaveAttribute('aria-activedescendant', `tl-${id(40)}`)
  })
