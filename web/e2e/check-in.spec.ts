import { expect, expectAccessible, test } from './fixtures'
import { each, flap, job, Ledger, loseAnswer, phoneWith, ScanStation, send, walk, whereabouts } from './scan-fixtures'
import { call, colleague, fresh, furnish, picture } from './shelf-fixtures'

test('what comes back: early, in part, for another job, broken, not at all, brought by somebody else; on a network that flaps', async ({
  signedIn: page,
  playwright,
  browser: other,
}, info) => {
  const { hall, shelf, microphone, register } = await furnish(page)
  const mics = [
    await register(),
    await register(),
    await register(),
    await register(),
    await register(),
    await register(),
  ] as const
  const [early, broken, lost, theirs, first, second] = mics
  const stray = await register()
  const code = fresh('XLR').replace(' ', '-')
  const cable = await call<{ id: string; name: string }>(page, 'POST', '/products', {
    kind: 'BULK',
    name: fresh('Cable'),
    attributes: {},
    barcodes: [code],
    connectors: [],
  })
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: cable.id, locationId: shelf.id, quantity: 20 }] })
  const wanted = [
    { productId: microphone.id, quantity: mics.length },
    { productId: cable.id, quantity: 20 },
  ]
  const event = await job(page, fresh('Harbour'), hall.id, wanted, 'CONFIRMED', 'PREP', 'LOAD_OUT')
  const night = await job(
    page,
    fresh('Night'),
    hall.id,
    [{ productId: microphone.id, quantity: 1 }],
    'CONFIRMED',
    'PREP',
    'LOAD_OUT',
  )
  const out = (eventId: string) => (one: { number: string }) => ({ kind: 'CHECK_OUT', code: one.number, eventId })
  await send(page, ...mics.map(out(event.id)), { kind: 'CHECK_OUT', code, quantity: 20, eventId: event.id }, out(night.id)(stray))
  await walk(page, event.id, 'ON_SITE')
  await walk(page, night.id, 'ON_SITE')
  const helper = await colleague(page, other, 'INVENTORY_MANAGER')

  const clip = info.outputPath('labels.mjpeg')
  const { browser, context } = await phoneWith(clip, page, playwright, info, { serviceWorkers: 'block' })
  const station = new ScanStation(await context.newPage(), page, clip)
  const { phone, told, total } = station
  const ledger = new Ledger(
    page,
    [...mics, stray, cable].map((one) => one.id),
  )
  await station.open(event, '26/26')

  // Early: the show still runs when the first one is brought.
  await station.mode('Check in')
  await station.look({ kind: 'ASSET', id: early.id }, early.number, 'It is back')
  await expect(total).toHaveText('1/26')

  // In part: twelve of twenty cables are on the first truck.
  await walk(page, event.id, 'LOAD_IN')
  await type12()
  await expect(total).toHaveText('13/26')

  // Of another job: it comes back all the same, and the screen says to which it belongs.
  await station.scan(stray.number, stray.number, `It is back, but it was out for ${night.number}, not for this job.`)
  await expect(total).toHaveText('13/26')
  await station.picture('check-in-another-job')
  await station.sent()
  await ledger.holds(...each('CHECK_IN checked-in', [early.number, stray.number]), `CHECK_IN checked-in ${code} 12`)

  // Brought by somebody else: seen at once, and who it was.
  await send(helper.theirs, { kind: 'CHECK_IN', code: theirs.number, eventId: event.id })
  await expect(total).toHaveText('14/26')
  await station.scan(theirs.number, theirs.number, 'It is not out', helper.name)
  await station.picture('check-in-somebody-else')

  // The dock is a dead spot: one is broken, with a picture; two come back; what they scanned meanwhile nobody here knows.
  await context.setOffline(true)
  await station.scan('EK:DAMAGED', 'The next one is damaged')
  await station.scan(broken.number)
  await phone.getByRole('textbox', { name: 'What is broken?' }).fill('Grille bent')
  const dent = { name: 'dent.png', mimeType: 'image/png', buffer: await picture(page, 640, 480) }
  await phone.locator('input[type=file]').setInputFiles(dent)
  await expect(phone.getByRole('button', { name: 'Leave out picture 1' })).toBeVisible()
  await station.picture('check-in-damage')
  await station.press('Take back as damaged')
  await station.says(broken.number, 'Back, damaged')
  await expect(phone.getByText('1 picture of damage is on this device')).toBeVisible()
  await station.scan(first.number, first.number, 'It is back')
  await station.scan(second.number, second.number, 'It is back')
  await expect(total).toHaveText('17/26')
  await expect(station.waiting).toHaveAttribute('data-count', '3')
  await send(helper.theirs, { kind: 'CHECK_IN', code: second.number, eventId: event.id })

  // Back in reach for moments only, and the first answer is lost: all is sent again, and counts once.
  await loseAnswer(context)
  for (let times = 0; times < 3; times++) await flap(context)
  await station.sent()
  await expect(total).toHaveText('17/26')
  await expect(phone.getByText('1 picture of damage')).toBeHidden()

  // Two people brought one microphone: who scanned second is asked, and nothing is counted twice.
  await expect(phone.getByText('1 scan was refused')).toBeVisible()
  await station.picture('check-in-refused')
  await phone.getByRole('link', { name: 'Look and decide' }).click()
  const refused = phone.getByRole('article')
  await expect(refused).toContainText(second.number)
  await expect(refused).toContainText(helper.name)
  await expectAccessible(phone)
  await station.picture('check-in-decide')
  await refused.getByRole('button', { name: 'Put back, done' }).click()
  await expect(phone.getByText('Nothing to decide')).toBeVisible()

  // Not back at all: what can not be scanned is tapped.
  await station.open(event, '17/26')
  await station.mode('Missing')
  await station.press(new RegExp(microphone.name))
  const drawer = phone.getByRole('dialog')
  await expect(drawer.getByText('Tap the one that did not come back.')).toBeVisible()
  await station.picture('check-in-missing')
  await drawer.getByRole('button', { name: new RegExp(lost.number) }).click()
  await station.says(lost.number, 'Reported missing')
  await station.mode('Missing')
  await station.press(new RegExp(cable.name))
  await station.press('All 8')
  await station.press('Take 8')
  await expect(total).toHaveText('26/26')
  await expect(phone.getByText('accounted for, 9 missing')).toBeVisible()
  await station.picture('check-in-complete')
  await station.sent()

  // Everything was counted once: in the journal, in the registers, on the shelf.
  await ledger.holds(
    ...each('CHECK_IN checked-in', [theirs.number, first.number, second.number]),
    ...each('CHECK_IN damaged', [broken.number]),
    ...each('CHECK_IN missing', [lost.number]),
    `CHECK_IN missing ${code} 8`,
  )
  const here = (status: string) => `${status} ${shelf.name}`
  expect(await whereabouts(page, [...mics, stray])).toEqual(
    ['CHECKED_IN', 'DAMAGED', 'LOST', 'CHECKED_IN', 'CHECKED_IN', 'CHECKED_IN', 'CHECKED_IN'].map(here),
  )
  const { needs } = await call<{ needs: { out: number; back: number; missing: number }[] }>(
    page,
    'GET',
    `/scanning/jobs/${event.id}`,
  )
  expect(needs.map((one) => [one.out, one.back, one.missing])).toEqual([
    [0, 5, 1],
    [0, 12, 8],
  ])
  const stock = await call<{ items: { quantity: number }[] }>(page, 'GET', `/stock?product=${cable.id}`)
  expect(stock.items.map((one) => one.quantity).filter((quantity) => quantity > 0)).toEqual([12])

  // The workshop has the repair with its picture; whoever runs the stores was told.
  const repairs = await call<{ items: { id: string; number: string; description: string }[] }>(
    page,
    'GET',
    `/maintenance-jobs?asset=${broken.id}`,
  )
  expect(repairs.items.map((one) => one.description)).toEqual(['Grille bent'])
  const files = `/files?subjectKind=maintenance-job&subjectId=${repairs.items[0]!.id}`
  expect((await call<{ items: { role: string }[] }>(page, 'GET', files)).items.map((one) => one.role)).toEqual(['PHOTO'])
  type Notification = { subject: { label: string } }
  const toldOf = async () =>
    (await call<{ items: Notification[] }>(helper.theirs, 'GET', '/notifications?type=REPAIR_REPORTED')).items
  await expect.poll(async () => (await toldOf()).map((one) => one.subject.label)).toContain(repairs.items[0]!.number)
  await expect(told).toBeVisible()
  await helper.leave()
  await browser.close()

  async function type12(): Promise<void> {
    await station.scan(code)
    for (const digit of ['1', '2']) await phone.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click()
    await station.press('Take 12')
    await station.says(code)
  }
})
