import { expect, expectAccessible, test } from './fixtures'
import { film, journalOf, phoneSize, phoneWith, type } from './scan-fixtures'
import { call, colleague, fresh, furnish } from './shelf-fixtures'

test('a shelf is counted, put right, moved and sent to another warehouse by phone, also out of reach', async ({
  signedIn: page,
  playwright,
  browser: other,
}, info) => {
  const { hall, shelf, microphone, register } = await furnish(page)
  const [here, near, gone] = [await register(), await register(), await register()]
  const bench = await call<{ id: string; name: string }>(page, 'POST', '/locations', {
    kind: 'SHELF',
    name: fresh('Bench'),
    parentId: hall.id,
  })
  const stray = await call<{ id: string; number: string }>(page, 'POST', '/assets', {
    productId: microphone.id,
    locationId: bench.id,
  })
  const depot = await call<{ id: string; name: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Depot') })
  const count = await call<{ id: string; number: string }>(page, 'POST', '/stocktakes', {
    locationId: shelf.id,
    below: true,
    secondPerson: true,
    note: null,
  })
  const clip = await film(page, info.outputPath('label.mjpeg'), { kind: 'ASSET', id: here.id })
  const { browser, context } = await phoneWith(clip, page, playwright, info)
  const phone = await context.newPage()
  const told = phone.getByTestId('told')
  const total = phone.getByTestId('total')
  const waiting = phone.getByTestId('waiting')
  const placeOf = async (id: string) =>
    (await call<{ location: { id: string } | null }>(page, 'GET', `/assets/${id}`)).location?.id

  // Counted: the shelf, one by the camera, one by a scanner; out of reach one that belongs elsewhere. One is not there.
  await phone.goto('/scan')
  await phone.evaluate(() => navigator.serviceWorker.ready)
  await phone.getByRole('link', { name: new RegExp(count.number) }).click()
  await expect(total).toHaveText('0/3')
  await type(phone, new URL(`/location/${shelf.id}`, phone.url()).href)
  await expect(phone.getByText(`At ${shelf.name}`)).toBeVisible()
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told).toContainText(here.number)
  await expect(total).toHaveText('1/3')
  await expectAccessible(phone)
  await phone.screenshot({ path: 'test-results/shots/stocktake-camera.png' })
  await phone.getByRole('button', { name: 'Stop camera' }).click()
  await context.setOffline(true)
  await type(phone, near.number)
  await expect(total).toHaveText('2/3')
  await type(phone, near.number)
  await expect(told).toContainText('Scanned already.')
  await type(phone, stray.number)
  await expect(told).toContainText(stray.number)
  await expect(waiting).toHaveAttribute('data-count', '3')
  await expect(phone.getByRole('button', { name: 'Finish counting' })).toBeDisabled()
  await context.setOffline(false)
  await expect(waiting).toBeHidden()
  await phone.getByRole('button', { name: 'Finish counting' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Finish counting' }).click()
  await expect(phone.getByText('You counted here yourself.')).toBeVisible()
  await expect(phone.getByText('2 of 3, 1 unexpected')).toBeVisible()
  await phone.screenshot({ path: 'test-results/shots/stocktake-result.png' })

  // Somebody who did not count confirms; what is corrected is one reviewed change.
  const { theirs, leave } = await colleague(page, other, 'WAREHOUSE')
  await theirs.goto(`/stocktakes/${count.id}`)
  await theirs.getByRole('button', { name: 'Confirm', exact: true }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(theirs.getByText('Applied', { exact: true }).first()).toBeVisible()
  await leave()
  expect(await placeOf(stray.id)).toBe(shelf.id)
  expect((await call<{ status: string }>(page, 'GET', `/assets/${gone.id}`)).status).toBe('LOST')

  // Moved: an item and then its shelf; then a shelf and many items, out of reach.
  await phone.goto('/scan/look-up')
  await phone.getByRole('radio', { name: 'Move', exact: true }).click()
  await type(phone, stray.number)
  await expect(told).toContainText('Now scan its shelf.')
  await type(phone, new URL(`/location/${bench.id}`, phone.url()).href)
  await expect(told).toContainText('Moved.')
  await expect.poll(() => placeOf(stray.id)).toBe(bench.id)

  // Sent to another warehouse: scanned onto the transfer, and what arrives there.
  const transfer = await call<{ id: string; number: string }>(page, 'POST', '/transfers', {
    fromId: hall.id,
    toId: depot.id,
  })
  await phone.goto(`/scan/transfer/${transfer.id}`)
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told).toContainText('On the transfer.')
  await phone.getByRole('button', { name: 'Stop camera' }).click()
  await type(phone, near.number)
  await expect(total).toHaveText('2')
  await expect(waiting).toBeHidden()
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(total).toHaveText('0/2')
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told).toContainText('Arrived.')
  await phone.getByRole('button', { name: 'Stop camera' }).click()
  await type(phone, near.number)
  await expect(total).toHaveText('2/2')
  await expectAccessible(phone)
  await phone.screenshot({ path: 'test-results/shots/transfer-arrives.png' })
  await phone.getByRole('button', { name: 'Book what arrived' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Book what arrived' }).click()
  await expect(phone.getByText('Received', { exact: true }).first()).toBeVisible()
  for (const one of [here, near]) expect(await placeOf(one.id)).toBe(depot.id)

  // The journal holds what was scanned, once.
  const seen = (await journalOf(page, [here.id, near.id, stray.id])).filter((one) => one.result === 'ACCEPTED')
  const made = seen.map((one) => `${one.kind} ${one.thingLabel}`).sort()
  expect(made).toEqual(
    [
      ...[here, near].flatMap((one) => ['COUNT', 'LOAD', 'RECEIVE'].map((kind) => `${kind} ${one.number}`)),
      `COUNT ${stray.number}`,
      `MOVE ${stray.number}`,
    ].sort(),
  )
  expect(phone.viewportSize()).toEqual(phoneSize)
  await browser.close()
})
