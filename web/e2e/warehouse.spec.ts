import { DemoCompany } from './demo-fixtures'
import { expect, expectAccessible, shoot, test } from './fixtures'
import {
  codeOf,
  each,
  inDays,
  jobOf,
  Ledger,
  phoneWith,
  ScanStation,
  statusesOf,
  today,
  walk,
  whereabouts,
} from './scan-fixtures'
import { call, picture } from './shelf-fixtures'

const ean = '4049371002103'

test('execution by scanning: pulled, tested, packed, loaded, out, back, one mended, all on their shelves; each movement once', async ({
  signedIn: page,
  playwright,
}, info) => {
  const demo = new DemoCompany(page)
  const { hall, shelves, goodsIn, workshop } = await demo.berlin()
  const [cables, boxes, power] = shelves
  const di = await demo.product('SERIALISED', 'Radial J48', {
    manufacturer: 'Radial',
    model: 'J48',
    numberPrefix: 'J48',
    weightGrams: 650,
  })
  const bulk = await demo.product('BULK', 'Sommer Cable XLR 3-pin 10 m', {
    manufacturer: 'Sommer Cable',
    model: 'XLR 3-pin 10 m',
    weightGrams: 600,
  })
  const cable = await demo.withBarcode(bulk, ean)
  const distro = await demo.product('SERIALISED', 'Stage distro 32 A', {
    numberPrefix: 'SD32',
    weightGrams: 14_000,
    widthMillimetres: 430,
    heightMillimetres: 300,
    depthMillimetres: 500,
  })
  const pat = await demo.tested(distro, 'PAT of stage distros')
  type Item = { id: string; number: string }
  const register = (productId: string, locationId: string) => call<Item>(page, 'POST', '/assets', { productId, locationId })
  const dis = [await register(di.id, boxes.id), await register(di.id, boxes.id), await register(di.id, boxes.id)] as const
  const [broken, second, third] = dis
  const numbers = dis.map((one) => one.number)
  const panel = await register(distro.id, power.id)
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: cable.id, locationId: cables.id, quantity: 10 }] })
  const box = await call<Item>(page, 'POST', '/cases', {
    name: 'Stage box trunk',
    locationId: cables.id,
    contentsKind: 'PER_JOB',
    tareWeightGrams: 18_000,
    lengthMillimetres: 800,
    widthMillimetres: 600,
    heightMillimetres: 600,
  })
  const lying = async () => {
    const stock = await call<{ items: { quantity: number }[] }>(page, 'GET', `/stock?product=${cable.id}&location=${cables.id}`)
    return stock.items[0]?.quantity ?? 0
  }
  /** How many of each could be promised to a job after this one. */
  const free = () =>
    Promise.all(
      [di, cable, distro].map(async ({ id }) => {
        const query = `warehouse=${hall.id}&from=${inDays(4)}&to=${inDays(5)}&product=${id}`
        const { items } = await call<{ items: { firm: number }[] }>(page, 'GET', `/availability/products?${query}`)
        return items[0]!.firm
      }),
    )
  const before = { lying: await lying(), free: await free() }
  const client = await demo.client('Nordlicht Konzerte GmbH')
  const venue = await demo.venue('City Arena')
  const wanted = [
    { productId: di.id, quantity: 3 },
    { productId: distro.id, quantity: 1 },
    { productId: cable.id, quantity: 10 },
  ]
  const of = { name: 'Harbour Lights', clientId: client.id, warehouseId: hall.id, venueId: venue.id }
  const event = await jobOf(page, of, wanted, 'CONFIRMED', 'PREP')

  const clip = info.outputPath('labels.mjpeg')
  const { browser, context } = await phoneWith(clip, page, playwright, info, { serviceWorkers: 'block' })
  const station = new ScanStation(await context.newPage(), page, clip)
  const { phone, told, total } = station
  const label = (kind: 'ASSET' | 'CASE' | 'LOCATION', one: { id: string }) => ({ kind, id: one.id })
  const ledger = new Ledger(
    page,
    [...dis, panel, cable, box].map((one) => one.id),
  )
  const things = [...dis, panel]
  /** After each step, what the server wrote down is what was scanned, once; and the things are where they were put. */
  const did = async (scans: string[], where: string[], onShelf: number) => {
    await station.sent()
    await ledger.holds(...scans)
    expect(await whereabouts(page, things)).toEqual(where)
    expect((await lying()) - before.lying).toBe(onShelf)
  }
  const at = (status: string, place: { name: string }) => `${status} ${place.name}`

  // The warehouse gets the list, along the way through its shelves.
  await phone.goto('/scan')
  await phone.getByRole('textbox', { name: 'Find a job' }).fill(event.number)
  await phone.getByRole('link', { name: new RegExp(event.number) }).click()
  await expect(total).toHaveText('0/14')
  const stops = await phone.locator('main').getByRole('heading', { level: 2 }).allInnerTexts()
  expect(stops.map((one) => one.split(' › ').at(-1))).toEqual(['Shelf 1', 'Shelf 2', 'Shelf 3'])
  await station.picture('execution-01-list')

  // Pulled: three labels pass the camera, one after the other; cables are counted.
  await station.watch(dis.map((one) => label('ASSET', one)))
  await expect(total).toHaveText('3/14')
  await station.picture('execution-02-pulled')
  await station.stop()
  await station.press(new RegExp(cable.name))
  await station.press('All 10')
  await station.picture('execution-03-how-many')
  await station.press('Take 10')
  await expect(total).toHaveText('13/14')

  // Tested: what nobody has tested stays, until somebody has.
  await station.watch(label('ASSET', panel), panel.number, 'Inspection due on')
  await station.picture('execution-04-not-tested')
  await station.stop()
  await call(page, 'POST', '/inspections', { assetId: panel.id, planId: pat.id, inspectedOn: today(), result: 'PASS' })
  await station.scan(panel.number, panel.number, 'Made ready')
  await expect(total).toHaveText('14/14')
  await station.picture('execution-05-prepared')
  await did(
    [...each('PREP picked', [...numbers, panel.number]), `PREP picked ${ean} 10`],
    [...dis.map(() => at('RESERVED', boxes)), at('RESERVED', power)],
    0,
  )

  // Packed into a case.
  await station.mode('Pack')
  await station.look(label('CASE', box), box.number)
  for (const one of dis) await station.scan(one.number, one.number, 'Packed')
  await station.scan('EK:QUANTITY:10', '10')
  await station.watch(await codeOf(ean, 'EAN-13'), 'Packed', cable.name)
  await station.picture('execution-06-packed')
  await station.stop()
  await station.press('Close case')
  await station.says(box.number, 'The case is closed')
  await expect(phone.getByRole('link', { name: 'Packing list' })).toBeVisible()
  await station.picture('execution-07-closed')
  await did(
    [...each('PACK packed', numbers), `PACK packed ${ean} 10`, ...each('PACK case-closed', [box.number])],
    [...dis.map(() => at('RESERVED', cables)), at('RESERVED', power)],
    -10,
  )

  // Out on a truck: the case by its label, with all that is in it.
  await walk(page, event.id, 'LOAD_OUT')
  await station.mode('Check out')
  await expect(total).toHaveText('0/14')
  await station.press('Vehicle')
  await phone.getByRole('textbox', { name: 'Vehicle' }).fill('Truck B-SL 1201')
  await station.press('Save')
  await station.watch(label('CASE', box), box.number)
  await expect(total).toHaveText('13/14')
  await expectAccessible(phone)
  await station.picture('execution-08-case-out')
  await station.stop()
  await station.press('Truck B-SL 1201')
  await phone.getByRole('textbox', { name: 'Vehicle' }).fill('Truck B-SL 1202')
  await station.press('Save')
  await station.scan(panel.number, panel.number)
  await expect(total).toHaveText('14/14')
  await station.picture('execution-09-complete')
  await did(
    each('CHECK_OUT checked-out', [box.number, panel.number]),
    [...dis.map(() => at('CHECKED_OUT', cables)), at('CHECKED_OUT', power)],
    -10,
  )
  await page.goto(`/events/${event.id}/loads`)
  const truck = (name: string) => page.getByRole('region', { name: `Truck ${name}`, exact: true })
  await expect(truck('B-SL 1201')).toContainText('25.95 kg') // 18 of the case, 3 × 0.65, 10 × 0.6
  await expect(truck('B-SL 1201')).toContainText('0.29 m³')
  await expect(truck('B-SL 1202')).toContainText('14 kg')
  await shoot(page, 'execution-10-on-the-truck')

  // On site, what any of them is out for is a scan away.
  await walk(page, event.id, 'ON_SITE')
  await station.mode('Look up')
  await station.scan(third.number, third.number, `for ${event.number}`)
  await station.picture('execution-11-on-site')

  // Back, one of them broken: with a picture for the workshop.
  await walk(page, event.id, 'LOAD_IN')
  await station.mode('Check in')
  await expect(total).toHaveText('0/14')
  await station.mode('Damaged')
  await station.scan(broken.number)
  await phone.getByRole('textbox', { name: 'What is broken?' }).fill('Pad switch bent, signal crackles')
  const dent = { name: 'dent.png', mimeType: 'image/png', buffer: await picture(page, 800, 600) }
  await phone.locator('input[type=file]').setInputFiles(dent)
  await expect(phone.getByRole('button', { name: 'Leave out picture 1' })).toBeVisible()
  await station.picture('execution-12-damage')
  await station.press('Take back as damaged')
  await expect(total).toHaveText('1/14')
  await station.look(label('CASE', box), box.number, 'It is back')
  await station.look(label('ASSET', panel), panel.number, 'It is back')
  await expect(total).toHaveText('14/14')
  await station.picture('execution-13-back')
  await did(
    [
      ...each('LOOK_UP looked-up', [third.number]),
      ...each('CHECK_IN damaged', [broken.number]),
      ...each('CHECK_IN checked-in', [box.number, panel.number]),
    ],
    [at('DAMAGED', cables), at('CHECKED_IN', cables), at('CHECKED_IN', cables), at('CHECKED_IN', power)],
    -10,
  )

  // Out of the case, and onto the shelf: its label first, then what goes there.
  await walk(page, event.id, 'DE_PREP')
  await station.mode('Pack')
  await station.look(label('CASE', box), box.number)
  await station.mode('Take out')
  for (const one of dis) await station.scan(one.number, one.number, 'Taken out')
  await station.scan('EK:QUANTITY:10', '10')
  await station.scan(ean, cable.name, 'Taken out')
  await station.mode('Move')
  await station.look(label('LOCATION', boxes), boxes.name)
  await station.scan(second.number, second.number, 'Moved')
  await station.watch(label('ASSET', third), third.number, 'Moved')
  await station.picture('execution-14-shelved')
  await station.stop()
  await station.look(label('LOCATION', power), power.name)
  await station.scan(panel.number, panel.number, 'Moved')
  await did(
    [
      ...each('PACK case-opened', [box.number]),
      ...each('PACK unpacked', numbers),
      `PACK unpacked ${ean} 10`,
      ...each('MOVE moved', [second.number, third.number, panel.number]),
    ],
    [at('DAMAGED', cables), at('AVAILABLE', boxes), at('AVAILABLE', boxes), at('AVAILABLE', power)],
    0,
  )

  // Mended, and scanned onto its shelf: an item, then where it goes.
  type Repair = { id: string; state: string; description: string; version: number }
  const { items } = await call<{ items: Repair[] }>(page, 'GET', `/maintenance-jobs?asset=${broken.id}`)
  expect(items.map((one) => [one.state, one.description])).toEqual([['REPORTED', 'Pad switch bent, signal crackles']])
  const repair = items[0]!.id
  const photos = await call<{ items: { role: string }[] }>(page, 'GET', `/files?subjectKind=maintenance-job&subjectId=${repair}`)
  expect(photos.items.map((one) => one.role)).toEqual(['PHOTO'])
  await page.goto(`/maintenance/${repair}`)
  await expect(page.getByText('Pad switch bent, signal crackles').first()).toBeVisible()
  await shoot(page, 'execution-15-repair')
  await call(page, 'POST', `/maintenance-jobs/${repair}/start`, { repairShopId: workshop.id })
  await call(page, 'POST', `/maintenance-jobs/${repair}/completion`, { workDone: 'New pad switch' })
  await call(page, 'POST', `/maintenance-jobs/${repair}/return`, { locationId: goodsIn.id })
  await station.mode('Look up')
  await station.mode('Move')
  await station.scan(broken.number, broken.number, 'Now scan its shelf')
  await station.look(label('LOCATION', boxes), 'Moved')
  await did(each('MOVE moved', [broken.number]), [...dis.map(() => at('AVAILABLE', boxes)), at('AVAILABLE', power)], 0)

  // All is as free as it was before the job, and what was tested with it; each thing went once and came once.
  const [dis0, cables0, tested0] = before.free
  expect(await free()).toEqual([dis0, cables0, tested0! + 1])
  const way = ['RESERVED', 'CHECKED_OUT', 'CHECKED_IN', 'AVAILABLE']
  for (const one of [second, third, panel]) {
    const became = (await statusesOf(page, one)).filter((status, step, all) => status !== '–' && status !== all[step - 1])
    expect(became, one.number).toEqual(['AVAILABLE', ...way])
  }
  await expect(told).toContainText(broken.number)
  await browser.close()
})
