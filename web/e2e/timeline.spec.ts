import { expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

test('an event is moved on the timeline, by keys and by hand, and back', async ({ signedIn: page }) => {
  const { hall, microphone, register } = await furnish(page)
  await register()
  const name = fresh('Aurora')
  const event = await call<{ id: string; number: string; timeZone: string }>(page, 'POST', '/events', {
    name,
    warehouseId: hall.id,
    timeZone: 'UTC',
    from: '2031-06-10T08:00:00Z',
    to: '2031-06-12T08:00:00Z',
  })
  const { items } = await call<{ items: { id: string; version: number }[] }>(page, 'GET', `/events/${event.id}/pull-lists`)
  const line = { kind: 'PRODUCT', productId: microphone.id, quantity: 3 }
  await call(page, 'POST', `/pull-lists/${items[0]!.id}/lines`, { lines: [line] }, items[0]!.version)
  const times = async () => {
    const { from, to } = await call<{ from: string; to: string }>(page, 'GET', `/events/${event.id}`)
    return [from, to]
  }
  const begins = async () => (await times())[0]

  await page.goto(`/timeline?from=2031-06-05T00:00&q=${encodeURIComponent(name)}`)
  const grid = page.getByRole('grid', { name: 'Events' })
  const bar = grid.getByRole('gridcell', { name: new RegExp(name) })
  await expect(bar).toBeVisible()
  await expect(page).toHaveURL(/from=/)
  await expectAccessibleEverywhere(page, 'timeline')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(grid).toHaveAttribute('aria-busy', 'false')
  await expect(bar).toBeVisible()

  const inItsPlace = (await bar.getAttribute('aria-label'))!

  // Where paper is only looked at, the drawing is gone, and comes back to the time it was at.
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  const left = async () => (await bar.boundingBox())!.x
  const before = await left()
  for (const resized of [false, true, true, true, true]) {
    if (resized) {
      await page.setViewportSize({ width: 390, height: 844 })
      await expect.poll(() => grid.evaluate((it) => it.clientWidth)).toBeLessThan(391)
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await page.emulateMedia({ media: 'print' })
    await expect(grid).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await expect(bar).toBeVisible()
    await expect.poll(left).toBe(before)
  }
  expect(errors).toEqual([])

  // By keys: two of three are missing whenever it is, so it asks first.
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(bar).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText(`2 × ${microphone.name}`)).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move all the same' }).click()
  await expect(page.getByText(`${name} moved`)).toBeVisible()
  expect(await begins()).toBe('2031-06-10T09:00:00Z')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(begins).toBe('2031-06-10T08:00:00Z')

  // By hand, once the bar is back as well: one day is 66 pixels wide.
  await expect(bar).toHaveAccessibleName(inItsPlace)
  const box = (await bar.boundingBox())!
  await page.mouse.move(box.x + 60, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 12)
  await page.mouse.move(box.x + 126, box.y + 12)
  await expect(page.getByText(`2 × ${microphone.name}`)).toBeVisible()
  await page.mouse.up()
  await page.getByRole('button', { name: 'Move all the same' }).click()
  await expect.poll(begins).toBe('2031-06-11T08:00:00Z')

  // By its end it only becomes longer, once the bar is drawn where it was moved to.
  await expect(bar).not.toHaveAccessibleName(inItsPlace)
  await expect(grid).toHaveAttribute('aria-busy', 'false')
  const later = (await bar.boundingBox())!
  const end = later.x + later.width - 4
  await page.mouse.move(end, later.y + 12)
  await page.mouse.down()
  await page.mouse.move(end + 30, later.y + 12)
  await page.mouse.move(end + 66, later.y + 12)
  await expect(page.getByText(`2 × ${microphone.name}`)).toBeVisible()
  await page.mouse.up()
  await page.getByRole('button', { name: 'Move all the same' }).click()
  await expect.poll(times).toEqual(['2031-06-11T08:00:00Z', '2031-06-14T08:00:00Z'])

  await page.keyboard.press('-')
  await expect(page).toHaveURL(/zoom=weeks/)
  await page.goto(`/timeline?by=product&from=2031-06-05T00:00&q=${encodeURIComponent(microphone.name)}`)
  await expect(page.getByRole('rowheader', { name: microphone.name })).toContainText('1 / 1')
  await page.getByRole('button', { name: 'As a list' }).click()
  await expect(page.getByRole('row', { name: new RegExp(microphone.name) })).toContainText('1 / 1')
  await expectAccessible(page)
})
