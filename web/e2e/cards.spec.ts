import { execFileSync } from 'node:child_process'
import { baseURL, expect, expectAccessible, pictured, test } from './fixtures'
import { codeOf, each, job, Ledger, phoneOf, phoneWith, ScanStation, type Shown, send, walk } from './scan-fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

type Item = { id: string; number: string; name: string; version: number }

test('a card of commands, a case in a case that lacks something, an old sticker and a desk at the dock', async ({
  signedIn: page,
  playwright,
}, info) => {
  const { hall, shelf, microphone, register } = await furnish(page)
  const [first, second, third] = [await register(), await register(), await register()]
  const barcode = fresh('CBL').replace(' ', '-')
  const product = (kind: string, name: string, barcodes: string[] = []) =>
    call<Item>(page, 'POST', '/products', { kind, name: fresh(name), attributes: {}, barcodes, connectors: [] })
  const [cable, supply] = [await product('BULK', 'Cable', [barcode]), await product('BULK', 'Power supply')]
  const receipt = (productId: string) => ({ productId, locationId: shelf.id, quantity: 10 })
  await call(page, 'POST', '/stock/receipts', { lines: [receipt(cable.id), receipt(supply.id)] })
  const flightCase = (name: string, contentsKind: string) =>
    call<Item>(page, 'POST', '/cases', { name: fresh(name), locationId: shelf.id, contentsKind })
  const [small, trunk] = [await flightCase('Mic case', 'FIXED'), await flightCase('Trunk', 'PER_JOB')]
  const fixed = [
    { productId: microphone.id, quantity: 2 },
    { productId: supply.id, quantity: 1 },
  ]
  await call(page, 'PUT', `/cases/${small.id}/expected`, { items: fixed }, small.version)
  const event = await job(
    page,
    fresh('Parade'),
    hall.id,
    [
      { productId: microphone.id, quantity: 3 },
      { productId: cable.id, quantity: 5 },
    ],
    'CONFIRMED',
    'PREP',
  )

  const clip = info.outputPath('labels.mjpeg')
  const { browser, context } = await phoneWith(clip, page, playwright, info, { serviceWorkers: 'block' })
  const station = new ScanStation(await context.newPage(), page, clip)
  const { phone, total } = station
  const ledger = new Ledger(
    page,
    [first, second, third, cable, small, trunk].map((one) => one.id),
  )

  // The card as it is printed; each of its codes is what the camera is shown.
  await phone.goto('/scan/card')
  const card = async (code: string): Promise<Shown> => ({
    picture: (await phone.getByAltText(code, { exact: true }).getAttribute('src'))!,
  })
  const words = ['UNDO', 'QUANTITY:5', 'DAMAGED', 'CLOSE-CASE', 'NEXT-JOB'] as const
  const codes = {} as Record<(typeof words)[number], Shown>
  for (const word of words) codes[word] = await card(`EK:${word}`)
  await station.picture('cards-printed')

  // Taken back: by the card, and by the button at the last scan.
  await station.open(event, '0/8')
  await station.scan(first.number, '1/3')
  await station.look(codes.UNDO, 'Taken back')
  await expect(total).toHaveText('0/8')
  await station.scan(first.number, first.number, '1/3')
  await phone
    .getByTestId('told')
    .getByRole('button', { name: `Undo ${first.number}` })
    .click()
  await station.says(first.number, 'Taken back')
  await expect(total).toHaveText('0/8')
  await phone.getByText('Last scans').click()
  await station.picture('cards-last-scans')
  await phone.getByText('List', { exact: true }).click()

  // How many, by the card; of what, by the bars on its bag.
  await station.look(codes['QUANTITY:5'], 'The next counted pieces: 5')
  await station.look(await codeOf(barcode, 'Code128'), 'Made ready', '5/5')
  for (const [at, mic] of [first, second, third].entries()) await station.scan(mic.number, mic.number, `${at + 1}/3`)
  await expect(total).toHaveText('8/8')
  await station.sent()
  await ledger.holds(
    ...each('PREP picked', [first.number, first.number]).map((one) => `${one} taken back`),
    ...each('PREP picked', [first.number, second.number, third.number]),
    `PREP picked ${barcode} 5`,
  )

  // Packed: the case says what it lacks of its fixed contents, has its label, and goes into a trunk.
  await station.mode('Pack')
  await station.look({ kind: 'CASE', id: small.id }, small.number)
  for (const mic of [first, second]) await station.scan(mic.number, mic.number, 'Packed')
  await station.watch(codes['CLOSE-CASE'], small.number, 'The case is closed', `Lacks 1 × ${supply.name}`)
  await station.picture('cards-case-lacks')
  await station.stop()
  const print = phone.getByRole('link', { name: 'Print label' })
  expect(await print.getAttribute('href')).toContain(small.id)
  await station.look({ kind: 'CASE', id: trunk.id }, trunk.number)
  await station.look({ kind: 'CASE', id: small.id }, small.number, 'Packed')
  await station.scan(third.number, third.number, 'Packed')
  await station.scan('EK:CLOSE-CASE', trunk.number, 'The case is closed')
  await station.sent()
  await ledger.holds(
    ...each('PACK packed', [first.number, second.number, third.number, small.number]),
    ...each('PACK case-closed', [small.number, trunk.number]),
  )

  // Out, on the screen at the dock: the trunk with the case in it.
  await walk(page, event.id, 'LOAD_OUT')
  await phone.setViewportSize({ width: 1440, height: 900 })
  await station.mode('Check out')
  await station.press('Dispatch desk')
  await station.look({ kind: 'CASE', id: trunk.id }, trunk.number, 'It is out')
  await expect(total).toHaveText('3/8')
  await expectAccessible(phone)
  await station.picture('cards-dispatch-desk')
  await station.press('Usual view')
  await phone.setViewportSize({ width: 390, height: 844 })
  await station.sent()
  await ledger.holds(...each('CHECK_OUT checked-out', [trunk.number]))
  const contents = await call<{ assets: { status: string }[] }>(page, 'GET', `/cases/${small.id}/contents`)
  expect(contents.assets.map((one) => one.status)).toEqual(['CHECKED_OUT', 'CHECKED_OUT'])

  // Back: broken, says the card; and on to the next job.
  await walk(page, event.id, 'ON_SITE', 'LOAD_IN')
  await station.mode('Check in')
  await station.look(codes.DAMAGED, 'The next one is damaged')
  await station.scan(first.number)
  await phone.getByRole('textbox', { name: 'What is broken?' }).fill('Grille bent')
  await station.press('Take back as damaged')
  await station.look({ kind: 'CASE', id: trunk.id }, trunk.number, 'It is back')
  await expect(total).toHaveText('3/3')
  await station.sent()
  await ledger.holds(...each('CHECK_IN damaged', [first.number]), ...each('CHECK_IN checked-in', [trunk.number]))
  await station.watch(codes['NEXT-JOB'])
  await expect(phone).toHaveURL(/\/scan$/)

  // An old sticker stands for nothing, until it is bound to its thing; then for that, on every phone.
  const sticker = fresh('INV').replace(' ', '-')
  await phone.goto('/scan/look-up')
  await station.watch(await codeOf(sticker, 'Code128'), sticker, 'Not known here')
  await station.picture('cards-unknown')
  await station.stop()
  await station.press('Bind it to a thing')
  await expect(phone.getByText('Scan the thing that this code stands on')).toBeVisible()
  await station.look({ kind: 'ASSET', id: third.id }, third.number, 'Answers to this code from now on')
  await station.sent()
  await station.watch(await codeOf(sticker, 'Code128'))
  await expect(phone.getByRole('link', { name: 'Open its page' })).toHaveAttribute('href', `/assets/${third.id}`)
  await expect(station.told).toContainText(third.number)
  await station.picture('cards-bound')
  await station.stop()
  const { aliases } = await call<{ aliases: { code: string }[] }>(page, 'GET', `/assets/${third.id}`)
  expect(aliases.map((one) => one.code)).toContain(sticker)
  await browser.close()
})

test('a phone is let in by a code, decides what was refused, and is locked out again with its scans kept', async ({
  signedIn: page,
  browser: other,
}, info) => {
  const { hall, microphone, register } = await furnish(page)
  const [mine, taken, gone, last] = [await register(), await register(), await register(), await register()]
  const event = await job(page, fresh('Regatta'), hall.id, [{ productId: microphone.id, quantity: 2 }], 'CONFIRMED', 'PREP')
  const rival = await job(page, fresh('Rival'), hall.id, [{ productId: microphone.id, quantity: 1 }], 'CONFIRMED', 'PREP')
  const ledger = new Ledger(
    page,
    [mine, taken, gone, last].map((one) => one.id),
  )

  // On the screen of who is signed in stands a code; whoever's camera reads it is let in.
  const name = fresh('Dock phone')
  const letIn = async (phone: ScanStation['phone'], called: string) => {
    await page.goto('/scan/settings')
    await page.getByLabel('Name of the phone').fill(called)
    await page.getByRole('button', { name: 'Show code' }).click()
    const code = page.getByAltText('Code to let in a phone')
    await expect(code).toBeVisible()
    const picture = info.outputPath('enrol.png')
    await code.screenshot({ path: picture })
    if (pictured) await page.screenshot({ path: 'test-results/shots/enrol-code.png' })
    const read = execFileSync('zbarimg', ['--nodbus', '--quiet', '--raw', picture]).toString().trim()
    await phone.goto(new URL(read).pathname)
    await phone.getByRole('button', { name: 'Start scanning here' }).click()
    await expect(phone.getByRole('heading', { name: 'Scan', exact: true })).toBeVisible()
  }
  const nobody = await other.newContext()
  const context = await phoneOf(other, await nobody.newPage(), { baseURL, serviceWorkers: 'block' })
  const phone = await context.newPage()
  await letIn(phone, name)
  const station = new ScanStation(phone, page, '')
  await station.open(event, '0/2')

  // Out of reach it takes two for the job; meanwhile somebody else takes one for another job, and fills this one.
  await context.setOffline(true)
  for (const one of [mine, taken]) await station.scan(one.number, one.number, 'Made ready')
  await expect(station.total).toHaveText('2/2')
  await send(page, { kind: 'PREP', code: gone.number, eventId: event.id }, { kind: 'PREP', code: last.number, eventId: event.id })
  await send(page, { kind: 'PREP', code: taken.number, eventId: rival.id })
  await context.setOffline(false)
  await station.sent()
  await expect(phone.getByText('2 scans were refused')).toBeVisible()
  await expect(station.total).toHaveText('2/2')
  await phone.getByRole('link', { name: 'Look and decide' }).click()
  const about = (one: { number: string }) => phone.getByRole('article').filter({ hasText: one.number })
  await expect(about(mine)).toContainText('Too many')
  await expect(about(taken)).toContainText(`Reserved for ${rival.number}`)
  await station.picture('conflicts')

  // Each has its choices, and none is dropped: one goes along all the same, one is scanned again once the other job has let it go.
  await about(mine).getByRole('button', { name: 'Add to the list' }).click()
  await expect(about(mine)).toBeHidden()
  await send(page, { kind: 'PREP', code: taken.number, eventId: rival.id, back: true })
  await send(page, { kind: 'PREP', code: last.number, eventId: event.id, back: true })
  await about(taken).getByRole('button', { name: 'Scan again' }).click()
  await expect(phone.getByText('Nothing to decide')).toBeVisible()
  await station.sent()
  await ledger.holds(
    ...each('PREP picked', [gone.number, last.number, taken.number, mine.number, taken.number]),
    ...each('PREP unpicked', [taken.number, last.number]),
  )

  // Locked out, the phone keeps what it scans, and sends it once it is let in again.
  await station.open(event, '2/2')
  await station.mode('Look up')
  await page.goto('/scan/settings')
  await page.getByRole('button', { name: `End ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click()
  await expect(page.getByRole('button', { name: `End ${name}` })).toBeHidden()
  await station.scan(gone.number)
  await expect(station.waiting).toHaveAttribute('data-count', '1')
  await station.picture('locked-out')
  await letIn(phone, name)
  await station.sent()
  await ledger.holds(...each('LOOK_UP looked-up', [gone.number]))
  await context.close()
  await nobody.close()
})
