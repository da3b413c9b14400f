import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { film, job, journalOf, phoneWith, type, walk } from './scan-fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

/** Pictures of the phone in both schemes. */
async function picture(phone: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await phone.evaluate((value) => document.documentElement.setAttribute('data-mantine-color-scheme', value), scheme)
    await phone.screenshot({ path: `test-results/shots/warehouse-${name}-${scheme}.png` })
  }
}

test('a job from prep to the shelf by phone: packed, out, back, one broken; each movement once', async ({
  signedIn: page,
  playwright,
}, info) => {
  const { hall, shelf, microphone, register } = await furnish(page)
  const mics = [await register(), await register(), await register()]
  const [broken, second, third] = mics as [
    { id: string; number: string },
    { id: string; number: string },
    { id: string; number: string },
  ]
  const cableCode = fresh('XLR').replace(' ', '-')
  const cable = await call<{ id: string; name: string }>(page, 'POST', '/products', {
    kind: 'BULK',
    name: fresh('XLR'),
    attributes: {},
    barcodes: [cableCode],
    connectors: [],
  })
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: cable.id, locationId: shelf.id, quantity: 20 }] })
  const box = await call<{ id: string; number: string }>(page, 'POST', '/cases', {
    name: fresh('Mic case'),
    locationId: shelf.id,
    contentsKind: 'PER_JOB',
  })
  const name = fresh('Harbour')
  const wanted = [
    { productId: microphone.id, quantity: 3 },
    { productId: cable.id, quantity: 10 },
  ]
  const event = await job(page, name, hall.id, wanted, 'CONFIRMED', 'PREP')
  const clip = await film(page, 'CASE', box.id, info.outputPath('case.mjpeg'))
  const { browser, context } = await phoneWith(clip, page, playwright, info)
  const phone = await context.newPage()
  const told = phone.getByTestId('told')
  const total = phone.getByTestId('total')
  const mode = (label: string) => phone.getByRole('radio', { name: label, exact: true }).click()
  const scan = async (code: string, outcome: string | RegExp) => {
    await type(phone, code)
    await expect(told).toContainText(outcome)
  }

  // Pulled from the shelf: what has a label is scanned, cables are counted.
  await phone.goto('/scan')
  await phone.getByRole('textbox', { name: 'Find a job' }).fill(name)
  await phone.getByRole('link', { name: new RegExp(name) }).click()
  await expect(total).toHaveText('0/13')
  for (const [at, one] of mics.entries()) await scan(one.number, `${at + 1}/3`)
  await phone.getByRole('button', { name: new RegExp(cable.name) }).click()
  await picture(phone, '1-how-many')
  await phone.getByRole('button', { name: 'All 10' }).click()
  await phone.getByRole('button', { name: 'Take 10' }).click()
  await expect(total).toHaveText('13/13')
  await picture(phone, '2-prepared')

  // Packed into a case.
  await mode('Pack')
  await scan(box.number, box.number)
  for (const one of mics) await scan(one.number, 'Packed')
  await scan('EK:QUANTITY:10', '10')
  await scan(cableCode, 'Packed')
  await picture(phone, '3-packed')
  await phone.getByRole('button', { name: 'Close case' }).click()
  await expect(told).toContainText('The case is closed')

  // Onto the truck: the camera reads the label of the case, and all that is in it goes.
  await walk(page, event.id, 'LOAD_OUT')
  await mode('Check out')
  await expect(total).toHaveText('0/13')
  await phone.getByRole('button', { name: 'Vehicle' }).click()
  await phone.getByRole('textbox', { name: 'Vehicle' }).fill('Truck 1')
  await phone.getByRole('button', { name: 'Save' }).click()
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told).toContainText(box.number)
  await expect(total).toHaveText('13/13')
  await expectAccessible(phone)
  await picture(phone, '4-checked-out')
  await phone.getByRole('button', { name: 'Stop camera' }).click()

  // The show goes on without us; then it comes back, one microphone broken.
  await walk(page, event.id, 'ON_SITE', 'LOAD_IN')
  await mode('Check in')
  await expect(total).toHaveText('0/13')
  await mode('Damaged')
  await type(phone, broken.number)
  await phone.getByRole('textbox', { name: 'What is broken?' }).fill('Grille bent')
  await picture(phone, '5-damage')
  await phone.getByRole('button', { name: 'Take back as damaged' }).click()
  await expect(total).toHaveText('1/13')
  await scan(box.number, 'It is back')
  await expect(total).toHaveText('13/13')
  await picture(phone, '6-back')

  // Out of the case and onto the shelf.
  await walk(page, event.id, 'DE_PREP')
  await mode('Pack')
  await scan(box.number, box.number)
  await mode('Take out')
  for (const one of mics) await scan(one.number, 'Taken out')
  await scan('EK:QUANTITY:10', '10')
  await scan(cableCode, 'Taken out')
  await mode('Move')
  await scan(new URL(`/location/${shelf.id}`, phone.url()).href, shelf.name)
  for (const one of [second, third]) await scan(one.number, 'Moved')
  await picture(phone, '7-shelved')

  // Free again but for the broken one, which is with the workshop.
  const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const free = await call<{ items: { firm: number }[] }>(
    page,
    'GET',
    `/availability/products?warehouse=${hall.id}&from=${soon(4)}&to=${soon(5)}&product=${microphone.id}&product=${cable.id}`,
  )
  expect(free.items.map((one) => one.firm).sort()).toEqual([2, 20].sort())
  const repairs = await call<{ items: { state: string; description: string }[] }>(
    page,
    'GET',
    `/maintenance-jobs?asset=${broken.id}`,
  )
  expect(repairs.items.map((one) => [one.state, one.description])).toEqual([['REPORTED', 'Grille bent']])

  // The journal holds what was scanned, once; so do the registers.
  await expect(phone.getByTestId('waiting')).toBeHidden()
  const journal = await journalOf(page, [...mics.map((one) => one.id), cable.id, box.id])
  const seen = journal.map((one) => `${one.kind} ${one.outcome} ${one.thingLabel} ${one.quantity}`)
  const mine = (kind: string, outcome: string, labels: string[]) => labels.map((label) => `${kind} ${outcome} ${label} 1`)
  const numbers = mics.map((one) => one.number)
  // Those of one batch are of one moment.
  const expected = [
    ...mine('PREP', 'picked', numbers),
    `PREP picked ${cableCode} 10`,
    ...mine('PACK', 'packed', numbers),
    `PACK packed ${cableCode} 10`,
    ...mine('PACK', 'case-closed', [box.number]),
    ...mine('CHECK_OUT', 'checked-out', [box.number]),
    ...mine('CHECK_IN', 'damaged', [broken.number]),
    ...mine('CHECK_IN', 'checked-in', [box.number]),
    ...mine('PACK', 'case-opened', [box.number]),
    ...mine('PACK', 'unpacked', numbers),
    `PACK unpacked ${cableCode} 10`,
    ...mine('MOVE', 'moved', [second.number, third.number]),
  ]
  expect(seen.toSorted()).toEqual(expected.toSorted())
  for (const one of mics) {
    const moves = await call<{ items: { toStatus: string | null }[] }>(page, 'GET', `/assets/${one.id}/movements`)
    const statuses = moves.items.map((move) => move.toStatus)
    const times = (status: string) => statuses.filter((each) => each === status).length
    expect([times('CHECKED_OUT'), times('CHECKED_IN')], `${one.number}: ${statuses}`).toEqual([1, 1])
  }
  await browser.close()
})
