import { expect, test } from './fixtures'
import { codeOf, each, film, job, Ledger, phoneWith, ScanStation, send, today, walk } from './scan-fixtures'
import { call, colleague, fresh, furnish } from './shelf-fixtures'

test('what must not go is refused with its reason; what may stand in is offered, what nobody asked for is added', async ({
  signedIn: page,
  playwright,
}, info) => {
  type Item = { id: string; number: string; name: string; version: number }
  const { hall, shelf: far, microphone, register } = await furnish(page)
  const near = await call<Item>(page, 'POST', '/locations', {
    kind: 'SHELF',
    name: fresh('Near'),
    parentId: hall.id,
    walkingOrder: 1,
  })
  const product = (name: string) =>
    call<Item>(page, 'POST', '/products', {
      kind: 'SERIALISED',
      name: fresh(name),
      attributes: {},
      barcodes: [],
      connectors: [],
    })
  const [wedge, monitor, distro, lamp] = [
    await product('Wedge'),
    await product('Monitor'),
    await product('Distro'),
    await product('Lamp'),
  ]
  const one = (of: { id: string }) => call<Item>(page, 'POST', '/assets', { productId: of.id, locationId: near.id })
  const plan = await call(page, 'POST', '/inspection-plans', {
    kind: 'PAT',
    name: fresh('PAT'),
    productId: distro.id,
    intervalMonths: 12,
    firstDue: 'AFTER_INTERVAL',
    blocksDispatch: true,
  })
  await call(page, 'PUT', `/products/${wedge.id}/alternatives`, { items: [{ productId: monitor.id }] }, wedge.version)
  const [good, best, spare, broken, aside, promised, tools] = [
    await register(),
    await register(),
    await register(),
    await register(),
    await register(),
    await register(),
    await one(lamp),
  ]
  const [panel, instead] = [await one(distro), await one(monitor)]
  const inspection = { assetId: panel.id, planId: plan.id, inspectedOn: today(), validUntil: today(), result: 'PASS' }
  await call(page, 'POST', '/inspections', inspection)
  await call(page, 'POST', `/assets/${broken.id}/damage`, { reason: 'Capsule loose' })
  await call(page, 'POST', `/assets/${aside.id}/quarantine`, { reason: 'Hums, to be measured' })
  const rival = await job(page, fresh('Rival'), hall.id, [{ productId: microphone.id, quantity: 1 }], 'CONFIRMED', 'PREP')
  await send(page, { kind: 'PREP', code: promised.number, eventId: rival.id })
  const wanted = [
    { productId: microphone.id, quantity: 2 },
    { productId: wedge.id, quantity: 1 },
    { productId: distro.id, quantity: 1 },
  ]
  const event = await job(page, fresh('Gala'), hall.id, wanted, 'CONFIRMED', 'PREP')

  const clip = info.outputPath('labels.mjpeg')
  const { browser, context } = await phoneWith(clip, page, playwright, info, { serviceWorkers: 'block' })
  const station = new ScanStation(await context.newPage(), page, clip)
  const { phone, total } = station
  const ledger = new Ledger(
    page,
    [good, best, spare, broken, aside, promised, tools, panel, instead].map((asset) => asset.id),
  )
  await station.open(event, '0/4')

  // Along the way through the warehouse: the near shelf first, though it is the last of the list.
  const stops = (await phone.locator('main').getByRole('heading', { level: 2 }).allInnerTexts()).map((stop) =>
    stop.split(' › ').at(-1),
  )
  expect(stops.slice(0, 2)).toEqual([near.name, far.name])

  // What must not go stays, each with its reason; nothing is counted.
  await station.look({ kind: 'ASSET', id: aside.id }, aside.number, 'Put aside: Hums, to be measured')
  await station.scan(broken.number, broken.number, 'Damaged')
  await station.scan(promised.number, promised.number, `Reserved for ${rival.number}`)
  await station.picture('prep-refused-reserved')
  await station.scan(panel.number, panel.number, 'Inspection due on', 'before the job ends')
  await station.picture('prep-refused-inspection')
  await station.scan('OLD-0815', 'OLD-0815', 'Not known here')
  await expect(total).toHaveText('0/4')

  // The label of another company names its host, which nobody asks for anything.
  const asked: string[] = []
  phone.on('request', (request) => asked.push(new URL(request.url()).host))
  const foreign = `https://rental.elsewhere.example/asset/${crypto.randomUUID()}`
  await station.watch(await codeOf(foreign, 'QRCode'), 'A label of rental.elsewhere.example, not ours')
  await station.picture('prep-foreign')
  await station.stop()
  await station.sent()
  expect(asked.filter((host) => host.includes('elsewhere'))).toEqual([])

  // What may stand in for what is lacking is offered, and taken by one tap; what nobody asked for, by whoever may.
  await station.scan(instead.number, instead.number, 'Not on the list')
  await station.picture('prep-instead')
  await station.press(`Take it instead of ${wedge.name}`)
  await station.says(instead.number, 'Made ready')
  await expect(total).toHaveText('1/4')
  for (const mic of [good, best]) await station.scan(mic.number, mic.number, 'Made ready')
  await station.scan(spare.number, spare.number, 'Too many: 2 wanted, room for 0')
  await station.scan(tools.number, tools.number, 'Not on the list')
  await station.press('Add to the list')
  await station.says(tools.number, 'Made ready')
  await expect(total).toHaveText('3/4')
  await station.picture('prep-extra')
  await station.sent()
  await ledger.holds(...each('PREP picked', [instead.number, good.number, best.number, tools.number]))
  await browser.close()
})

test('nothing leaves before somebody else has looked over what was made ready', async ({
  signedIn: page,
  playwright,
  browser: other,
}, info) => {
  const { hall, microphone, register } = await furnish(page)
  const [one, two] = [await register(), await register()]
  const event = await job(page, fresh('Gala'), hall.id, [{ productId: microphone.id, quantity: 2 }], 'CONFIRMED', 'PREP')
  const clip = info.outputPath('labels.mjpeg')
  await film(page, clip, { kind: 'ASSET', id: one.id })
  const { browser, context } = await phoneWith(clip, page, playwright, info, { serviceWorkers: 'block' })
  const station = new ScanStation(await context.newPage(), page, clip)
  const { phone } = station
  await station.open(event, '0/2')
  const wish = phone.getByRole('switch', { name: 'A second person checks before it leaves' })
  await wish.click()
  await expect(wish).toBeChecked()
  await station.scan(one.number, one.number, 'Made ready')
  await station.sent()

  // Who made it ready does not check it, and nothing goes before that.
  await station.press('All of it is right')
  await phone.getByRole('dialog').getByRole('button', { name: 'All of it is right' }).click()
  await expect(phone.getByText(/You had a part in/)).toBeVisible()
  await phone.keyboard.press('Escape')
  await walk(page, event.id, 'LOAD_OUT')
  await station.mode('Check out')
  await station.scan(one.number, one.number, 'Not checked by a second person yet')
  await station.picture('prep-unchecked')

  // Somebody else does; what is made ready afterwards has to be looked over again.
  const { theirs, name, leave } = await colleague(page, other, 'WAREHOUSE')
  const check = async () => {
    await theirs.goto(`/scan/${event.id}`)
    await theirs.getByRole('button', { name: 'All of it is right' }).click()
    await theirs.getByRole('dialog').getByRole('button', { name: 'All of it is right' }).click()
    await expect(phone.getByText(`Checked by ${name}`)).toBeVisible()
  }
  await check()
  await station.mode('Prep')
  await station.scan(two.number, two.number, 'Made ready')
  await expect(phone.getByText(`Checked by ${name}`)).toBeHidden()
  await check()
  await station.picture('prep-checked')
  await station.mode('Check out')
  for (const asset of [one, two]) await station.scan(asset.number, asset.number, 'It is out')
  await station.sent()
  await leave()
  await browser.close()
})
