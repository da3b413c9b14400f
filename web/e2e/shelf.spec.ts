import { baseURL, email, expect, expectAccessible, password, test } from './fixtures'
import { call, fresh, furnish, kitOf, pick, picture } from './shelf-fixtures'

const phone = { width: 390, height: 844 }

test('stock is received, adjusted and taken back', async ({ signedIn: page }) => {
  const { shelf, tape } = await furnish(page)
  await page.goto('/stock')
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Receive' }).click()
  const receiving = page.getByRole('dialog', { name: 'Receive' })
  await pick(page, receiving, 'To', shelf.name)
  await pick(page, receiving, 'Product', tape.name)
  await receiving.getByLabel(`Pieces of ${tape.name}`).fill('12')
  await receiving.getByRole('button', { name: 'Receive' }).click()
  await expect(page.getByText('12 pieces received')).toBeVisible()

  await page.goto(`/stock/${tape.id}`)
  await expect(page.getByRole('heading', { name: tape.name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: `Actions at ${shelf.name}` }).click()
  await page.getByRole('menuitem', { name: 'Adjust' }).click()
  const adjusting = page.getByRole('dialog', { name: 'Adjust' })
  await adjusting.getByLabel('Pieces').fill('5')
  await adjusting.getByRole('combobox', { name: 'Reason' }).click()
  await page.getByRole('option', { name: 'Damaged' }).click()
  await adjusting.getByLabel('What happened').fill('Wet')
  await expectAccessible(page)
  await adjusting.getByRole('button', { name: 'Adjust' }).click()
  await expect(page.getByText(`${tape.name}: 7 there now`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await call<{ owned: number }>(page, 'GET', `/stock/totals/${tape.id}`)).owned).toBe(12)
})

test('a consumable below its reorder point is listed to be ordered', async ({ signedIn: page }) => {
  const { shelf, tape } = await furnish(page)
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: tape.id, locationId: shelf.id, quantity: 6 }] })
  await page.goto(`/consumables?q=${encodeURIComponent(tape.name)}`)
  await page.getByRole('button', { name: `Levels of ${tape.name}` }).click()
  const levels = page.getByRole('dialog')
  await levels.getByLabel('Par level').fill('20')
  await levels.getByLabel('Reorder point').fill('5')
  await levels.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Levels saved')).toBeVisible()
  await page.getByRole('button', { name: `Use up ${tape.name}` }).click()
  const using = page.getByRole('dialog', { name: 'Use up' })
  await pick(page, using, 'From', shelf.name)
  await using.getByLabel(`Pieces of ${tape.name}`).fill('2')
  await using.getByRole('button', { name: 'Use up' }).click()
  await expect(page.getByText('2 pieces used up')).toBeVisible()
  await page.goto(`/consumables?q=${encodeURIComponent(tape.name)}&low=true`)
  await expect(page.getByText('Low', { exact: true })).toBeVisible()
})

test('a case is made, packed by scanning, nested, moved and listed', async ({ signedIn: page }) => {
  const { hall, shelf, register } = await furnish(page)
  const [first, second] = [await register(), await register()]
  await page.goto('/cases')
  await page.getByRole('button', { name: 'New case' }).first().click()
  const making = page.getByRole('dialog', { name: 'New case' })
  const name = fresh('Mic case')
  await making.getByLabel('Name').fill(name)
  await pick(page, making, 'Location', shelf.name)
  await making.getByRole('button', { name: 'Create case' }).click()
  await expect(page.getByText(`${name} · `)).toBeVisible()
  const id = /\/cases\/([^/?]+)/.exec(page.url())![1]!

  await page.setViewportSize(phone)
  const scan = page.getByRole('textbox', { name: 'Scan or type a number, then Enter' })
  await expect
    .poll(async () => (await scan.boundingBox())?.y, { message: 'the scan field is in sight on a phone' })
    .toBeLessThan(420)
  for (const code of [first.number, second.number, 'NO-SUCH-THING']) {
    await scan.fill(code)
    await scan.press('Enter')
  }
  await expect(page.getByText(`${second.number} is packed`)).toBeVisible()
  await expect(page.getByText('Nothing has the code NO-SUCH-THING.')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  const outer = await call<{ id: string; number: string }>(page, 'POST', '/cases', {
    name: fresh('Trunk'),
    contentsKind: 'PER_JOB',
    locationId: shelf.id,
  })
  const inner = await call<{ number: string }>(page, 'GET', `/cases/${id}`)
  await page.goto(`/case/${outer.id}`)
  await page.getByRole('link', { name: 'Pack', exact: true }).click()
  await expect(scan).toBeFocused()
  await scan.fill(inner.number)
  await scan.press('Enter')
  await expect(page.getByText(`${inner.number} is packed`)).toBeVisible()

  await page.goto(`/case/${outer.id}`)
  await page.getByRole('link', { name: 'Move', exact: true }).click()
  const moving = page.getByRole('dialog', { name: `Move ${outer.number}` })
  await pick(page, moving, 'To', hall.name)
  await moving.getByRole('button', { name: 'Move' }).click()
  await expect(page.getByText(`${outer.number} moved`)).toBeVisible()
  const moved = await call<{ locationId: string }>(page, 'GET', `/cases/${id}`)
  expect(moved.locationId).toBe(hall.id)

  await page.goto(`/cases/${outer.id}/packing-list`)
  await expect(page.getByText(first.number)).toBeVisible()
  await expectAccessible(page)
  const pdf = await page.request.get(`/api/v1/cases/${outer.id}/packing-list.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a photo of a case is kept with it', async ({ signedIn: page }) => {
  const { shelf } = await furnish(page)
  const made = await call(page, 'POST', '/cases', { name: fresh('Case'), contentsKind: 'PER_JOB', locationId: shelf.id })
  await page.goto(`/cases/${made.id}?tab=files`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'packed.png', mimeType: 'image/png', buffer: await picture(page, 300, 200) })
  await expect(page.getByRole('img', { name: 'packed.png' })).toBeVisible()
  await expectAccessible(page)
})

test('a blank label is bound to an asset at its first scan, on a phone', async ({ signedIn: page, browser }) => {
  const { register } = await furnish(page)
  const asset = await register()
  const formats = await call<{ items: { id: string; output: string }[] }>(page, 'GET', '/label-formats')
  const printed = await page.request.post('/api/v1/blank-labels', {
    data: { count: 1, formatId: formats.items.find((one) => one.output === 'PDF')!.id, startAt: 1 },
    headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: new URL(baseURL).origin },
  })
  expect(printed.ok()).toBe(true)
  const { items } = await call<{ items: { id: string; shortCode: string }[] }>(
    page,
    'GET',
    '/blank-labels?sort=-printedAt&limit=1&bound=false',
  )
  const label = items[0]!

  // Somebody in the hall opens it with a phone on which nobody is signed in yet.
  const pocket = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true })
  const hand = await pocket.newPage()
  await hand.goto(new URL(`/asset/${label.id}`, baseURL).href)
  await expect(hand.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(hand.getByText(label.shortCode)).toHaveCount(0)
  await expectAccessible(hand)
  await hand.getByRole('link', { name: 'Sign in' }).click()
  await hand.getByLabel('E-mail').fill(email)
  await hand.getByRole('textbox', { name: 'Password' }).fill(password)
  await hand.getByRole('button', { name: 'Sign in' }).click()
  await expect(hand.getByRole('heading', { name: label.shortCode })).toBeVisible()
  await expectAccessible(hand)
  await pick(hand, hand.getByRole('main'), 'Search', asset.number)
  await hand.getByRole('button', { name: 'Bind label' }).click()
  await expect(hand.getByRole('heading', { name: asset.number })).toBeVisible()
  await expectAccessible(hand)
  await hand.reload()
  await expect(hand.getByRole('heading', { name: asset.number })).toBeVisible()
  await hand.getByRole('link', { name: 'Open asset' }).click()
  await expect(hand).toHaveURL(new RegExp(`/assets/${asset.id}`))
  await pocket.close()
})

test('blank labels are bound to a location and to a kit', async ({ signedIn: page }) => {
  const { microphone, shelf } = await furnish(page)
  const kit = await kitOf(page, microphone.id)
  const formats = await call<{ items: { id: string; output: string }[] }>(page, 'GET', '/label-formats')
  const printed = await page.request.post('/api/v1/blank-labels', {
    data: { count: 2, formatId: formats.items.find((one) => one.output === 'PDF')!.id, startAt: 1 },
    headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: new URL(baseURL).origin },
  })
  expect(printed.ok()).toBe(true)
  const { items } = await call<{ items: { id: string; shortCode: string }[] }>(
    page,
    'GET',
    '/blank-labels?sort=-printedAt&limit=2&bound=false',
  )
  const things = [
    { kind: 'Location', id: shelf.id, name: shelf.name },
    { kind: 'Kit', id: kit.id, name: kit.name },
  ]
  for (const [index, thing] of things.entries()) {
    const label = items[index]!
    await page.goto(`/asset/${label.id}`)
    await page.getByText(thing.kind, { exact: true }).click()
    await pick(page, page.getByRole('main'), 'Search', thing.name)
    await page.getByRole('button', { name: 'Bind label' }).click()
    await expect(page.getByRole('link', { name: `Open ${thing.kind.toLowerCase()}` })).toBeVisible()
    const bound = await call<{ boundId: string }>(page, 'GET', `/blank-labels/${label.id}`)
    expect(bound.boundId).toBe(thing.id)
  }
})

test('a label format of one’s own is drawn while it is made up', async ({ signedIn: page }) => {
  await page.goto('/labels/formats')
  await page.getByRole('button', { name: 'New format' }).click()
  const name = fresh('Format')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('combobox', { name: 'Sheet or roll' }).click()
  await page.getByRole('option').first().click()
  await page.getByLabel('Label width').fill('60')
  await expect(page.locator('symbol text').first()).toHaveText(/./)
  const company = page.locator('symbol text', { hasText: 'Stagelight' })
  await expect(company.first()).toBeAttached()
  await page.getByRole('switch', { name: 'Show the company' }).click()
  await expect(company).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create format' }).click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
})

test('a role is changed, and whoever joins with it may do just that', async ({ signedIn: page, browser }) => {
  await page.goto('/users/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const role = fresh('Shelf keeper')
  await page.getByLabel('Name of the role').fill(role)
  await page.getByLabel('See locations').check()
  await page.getByRole('button', { name: 'Create role' }).click()
  await expect(page.getByRole('heading', { name: role })).toBeVisible()
  await page.getByLabel('See assets, cases and stock').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    page
      .getByText(`${role} is saved`)
      .or(page.getByText(new RegExp(`${role}.*saved`)))
      .first(),
  ).toBeVisible()

  const joining = `${role.replace(/\W/g, '').toLowerCase()}@example.org`
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Jo Keeper')
  await dialog.getByLabel('E-mail').fill(joining)
  await dialog.getByRole('combobox', { name: 'Roles' }).click()
  await page.getByRole('option', { name: role }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Create invitation link' }).click()
  const link = new URL(await dialog.getByLabel('Invitation link').inputValue())

  const other = await browser.newContext({ viewport: phone })
  const theirs = await other.newPage()
  await theirs.goto(new URL(link.pathname, baseURL).href)
  await theirs.getByRole('textbox', { name: 'Password' }).fill(`${password} too`)
  await theirs.getByRole('button', { name: 'Join' }).click()
  await theirs.getByRole('button', { name: 'Open the menu' }).click()
  const menu = theirs.getByRole('navigation', { name: 'Main' })
  await expect(menu.getByText('Cases')).toBeVisible()
  await expect(menu.getByText('Settings')).toHaveCount(0)
  await theirs.goto('/cases')
  await expect(theirs.getByRole('heading', { name: 'Cases' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'New case' })).toHaveCount(0)
  await other.close()

  // Seen once, they no longer stand in the list as never seen.
  await page.goto(`/users?q=${encodeURIComponent(joining)}`)
  const row = page.getByRole('row', { name: /Jo Keeper/ })
  await expect(row).toBeVisible()
  await expect(row.getByText('Never')).toHaveCount(0)
})

test('the search finds things of every kind and works without the mouse', async ({ signedIn: page }) => {
  const { shelf, tape, register } = await furnish(page)
  const asset = await register()
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Search products/ })
  await expect(field).toBeFocused()
  for (const [words, path] of [
    [asset.number, `/assets/${asset.id}`],
    [shelf.name, `/locations/${shelf.id}`],
    [tape.name, `/products/${tape.id}`],
  ] as const) {
    await field.fill(words)
    await expect(page.getByRole('option').filter({ hasText: words }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(path))
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
})

test('what is on the screen stays while the network is gone, and says so', async ({ signedIn: page }) => {
  const context = page.context()
  await page.goto('/cases')
  await page.getByRole('heading', { name: 'Cases' }).waitFor()
  await context.setOffline(true)
  await expect(page.getByText(/^No connection/)).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(false)
  await expect(page.getByText(/^No connection/)).toHaveCount(0)
})

test('the first Tab leads past the menu to the content', async ({ signedIn: page }) => {
  await page.goto('/cases')
  await page.getByRole('heading', { name: 'Cases' }).waitFor()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
