import type { Page, Route } from '@playwright/test'
import { expect, password, test } from './fixtures'
import { OwnServer } from './own-server'
import { flap, job, phoneOf, type, typeAll } from './scan-fixtures'
import { call, furnish } from './shelf-fixtures'

test('two phones, one truck, a network that flaps and a server that is killed: nothing lost, nothing twice', async ({
  browser,
}) => {
  const server = await OwnServer.start()
  const options = { baseURL: server.url }
  const office = await browser.newContext(options)
  try {
    const page = await office.newPage()
    await page.goto('/setup')
    await call(page, 'POST', '/setup', {
      companyName: 'Stagelight',
      ownerName: 'Ana Ruiz',
      email: 'owner@example.org',
      password,
      currency: 'EUR',
      locale: 'en',
      timeZone: 'Europe/Berlin',
    })
    const { hall, shelf, microphone, register } = await furnish(page)
    const mics = await Promise.all(Array.from({ length: 22 }, register))
    const loose = mics.slice(2)
    const cable = await call(page, 'POST', '/products', {
      kind: 'BULK',
      name: 'XLR 10 m',
      attributes: {},
      barcodes: ['XLR'],
      connectors: [],
    })
    await call(page, 'POST', '/stock/receipts', { lines: [{ productId: cable.id, locationId: shelf.id, quantity: 40 }] })
    const box = await call<{ id: string; number: string }>(page, 'POST', '/cases', {
      name: 'Mic case',
      locationId: shelf.id,
      contentsKind: 'PER_JOB',
    })
    await call(page, 'POST', `/cases/${box.id}/contents`, { items: mics.slice(0, 2).map(({ id }) => ({ assetId: id })) })
    const wanted = [
      { productId: microphone.id, quantity: 22 },
      { productId: cable.id, quantity: 30 },
    ]
    const event = await job(page, 'Harbour Night', hall.id, wanted, 'CONFIRMED', 'PREP', 'LOAD_OUT')

    const one = await phoneOf(browser, page, options)
    const other = await phoneOf(browser, page, options)
    const [first, second] = [await one.newPage(), await other.newPage()]
    const total = (phone: Page) => phone.getByTestId('total')
    const waiting = (phone: Page) => phone.getByTestId('waiting')
    for (const phone of [first, second]) {
      await phone.goto(`/scan/${event.id}`)
      await expect(total(phone)).toHaveText('0/52') // the first time, the whole app comes over
    }

    // In reach, one sees what the other does.
    await type(first, loose[0]!.number)
    await expect(total(second)).toHaveText('1/52')

    // Out of reach, both load the same case and some of the same things; one of them all there is.
    await one.setOffline(true)
    await other.setOffline(true)
    const numbers = loose.slice(1).map((mic) => mic.number)
    const pieces = Array.from({ length: 30 }, () => ['EK:QUANTITY:1', 'XLR']).flat()
    await typeAll(first, [box.number, ...numbers, ...pieces, ...numbers.slice(0, 5)])
    await typeAll(second, [box.number, ...numbers.slice(0, 4)])
    await expect(total(first)).toHaveText('52/52')
    await expect(waiting(first)).toHaveAttribute('data-count', '55')
    await expect(total(second)).toHaveText('7/52')
    await expect(waiting(second)).toHaveAttribute('data-count', '5')

    // Back in reach, the first batch is counted; with the second on its way the server is killed.
    let next: 'counts' | 'dies' | 'is gone' | 'loses' | 'answers' = 'counts'
    let killed = () => {}
    const died = new Promise<void>((resolve) => {
      killed = resolve
    })
    const breaks = async (route: Route) => {
      const now = next
      if (now === 'counts') {
        next = 'dies'
        await route.continue()
      } else if (now === 'dies') {
        next = 'is gone'
        const lost = route.fetch().catch(() => undefined)
        await server.kill()
        await lost
        await route.abort('connectionreset')
        killed()
      } else if (now === 'is gone') {
        await route.abort('connectionrefused')
      } else if (now === 'loses') {
        // Counted, and nobody heard of it.
        next = 'answers'
        await route.fetch()
        await route.abort('connectionreset')
      } else await route.continue()
    }
    await one.route('**/api/v1/scans', breaks)
    await one.setOffline(false)
    await died
    await expect(waiting(first)).toHaveAttribute('data-count', '5')
    await server.start()
    next = 'loses'
    await Promise.all([flap(one), flap(other)])
    await expect(async () => {
      await flap(one)
      await expect(waiting(first)).toBeHidden({ timeout: 2_000 })
    }).toPass({ timeout: 120_000 })
    await expect(waiting(second)).toBeHidden()

    // Both show the same, and it is what was scanned: once.
    for (const phone of [first, second]) await expect(total(phone)).toHaveText('52/52')
    const journal = await call<{ total: number; items: { result: string }[] }>(
      page,
      'GET',
      `/scans?eventId=${event.id}&limit=500`,
    )
    const results = journal.items.map((scan) => scan.result)
    const count = (result: string) => results.filter((each) => each === result).length
    expect({ accepted: count('ACCEPTED'), refused: count('REFUSED') }).toEqual({ accepted: 51, refused: 10 })
    const { needs } = await call<{ needs: { picked: number; out: number }[] }>(page, 'GET', `/scanning/jobs/${event.id}`)
    expect(needs.map((need) => [need.picked, need.out])).toEqual([
      [0, 22],
      [0, 30],
    ])
    const lying = await call<{ items: { quantity: number }[] }>(page, 'GET', `/stock?product=${cable.id}&location=${shelf.id}`)
    expect(lying.items.map((each) => each.quantity)).toEqual([10])
    for (const context of [one, other]) await context.close()
  } finally {
    await office.close()
    await server.remove()
  }
})
