import { expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

test('a shortage is seen, resolved and taken back', async ({ signedIn: page }) => {
  const { hall, microphone, register } = await furnish(page)
  await register()
  const client = await call<{ id: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const depot = await call<{ id: string; name: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Depot') })
  for (let i = 0; i < 2; i++) await call(page, 'POST', '/assets', { productId: microphone.id, locationId: depot.id })
  const name = fresh('Short Show')
  const event = await call<{ id: string }>(page, 'POST', '/events', {
    name,
    clientId: client.id,
    plannerId: me.id,
    warehouseId: hall.id,
    from: '2031-06-01T08:00:00Z',
    to: '2031-06-01T20:00:00Z',
  })
  const lists = await call<{ items: { id: string; version: number }[] }>(page, 'GET', `/events/${event.id}/pull-lists`)
  const line = { kind: 'PRODUCT', productId: microphone.id, quantity: 3 }
  await call(page, 'POST', `/pull-lists/${lists.items[0]!.id}/lines`, { lines: [line] }, lists.items[0]!.version)
  await call(page, 'POST', `/events/${event.id}/phase`, { phase: 'CONFIRMED', despite: 'More is coming' })

  await page.goto('/shortages')
  const card = page.getByRole('region', { name: new RegExp(name) })
  await expect(card.getByText('−2')).toBeVisible()
  await card.getByRole('button', { name: /^Resolve / }).click()
  const drawer = page.getByRole('dialog', { name: `What can be done: ${microphone.name}` })
  const fewer = drawer.getByRole('listitem', { name: 'Do with 2 fewer' })
  await expect(fewer.getByText('covers all')).toBeVisible()
  await expectAccessibleEverywhere(page, 'resolve')
  await page.setViewportSize({ width: 1440, height: 900 })
  await fewer.getByRole('button', { name: /^Do this/ }).click()
  await expect(card).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByText('−2')).toBeVisible()

  // What another warehouse has is brought here by a transfer, which goes away with the remedy.
  await card.getByRole('button', { name: /^Resolve / }).click()
  const bring = drawer.getByRole('listitem', { name: new RegExp(`^Bring 2 here from ${depot.name}`) })
  await bring.getByRole('button', { name: /^Do this/ }).click()
  await expect(card).toBeHidden()
  const coming = () => call<{ items: { state: string }[] }>(page, 'GET', `/transfers?to=${hall.id}`)
  expect((await coming()).items.map((one) => one.state)).toEqual(['DRAFT'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(card.getByText('−2')).toBeVisible()
  expect((await coming()).items.map((one) => one.state)).toEqual(['CANCELLED'])

  await card.getByRole('button', { name: /^Resolve / }).click()
  await fewer.getByRole('button', { name: /^Do this/ }).click()
  await expect(card).toBeHidden()
  await page.goto(`/events/${event.id}`)
  const resolved = page.getByRole('region', { name: 'Resolved by' })
  await expect(resolved.getByText('Do with 2 fewer')).toBeVisible()
  await expectAccessible(page)
  await resolved.getByRole('button', { name: 'Undo' }).click()
  await expect(resolved).toBeHidden()
  await expect(page.getByRole('region', { name: 'Lacking equipment' }).getByText(/^2 ×/)).toBeVisible()
})
