import { expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { call, colleague, fresh, furnish } from './shelf-fixtures'

test('a pull list is planned by keyboard, pasted into, and compared with what it was', async ({ signedIn: page, browser }) => {
  const { hall, microphone, tape, register } = await furnish(page)
  await Promise.all([register(), register(), register()])
  const types = await call<{ items: { id: string }[] }>(page, 'GET', '/event-types')
  const event = await call<{ id: string }>(page, 'POST', '/events', {
    name: fresh('Stage'),
    typeId: types.items[0]!.id,
    warehouseId: hall.id,
    timeZone: 'Europe/Berlin',
    from: '2031-06-01T08:00:00Z',
    to: '2031-06-02T22:00:00Z',
    occupancy: { prepMinutes: 60, transitBeforeMinutes: 0, transitAfterMinutes: 0, turnaroundMinutes: 60 },
    blocks: [],
    tags: [],
    custom: {},
  })
  const lists = await call<{ items: { id: string; name: string }[] }>(page, 'GET', `/events/${event.id}/pull-lists`)
  const list = lists.items[0]!
  await page.goto(`/events/${event.id}/lists/${list.id}`)
  await expect(page.getByRole('heading', { name: 'Nothing on the list yet' })).toBeVisible()
  const grid = page.getByRole('grid', { name: list.name })
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name })

  // A group, and three lines in it without a hand on the mouse.
  await grid.focus()
  await page.keyboard.press('g')
  await page.getByRole('textbox', { name: 'Name' }).fill('Audio')
  await page.keyboard.press('Enter')
  await expect(row('Audio').first()).toBeVisible()
  await page.getByRole('button', { name: 'Add equipment' }).click()
  const field = page.getByRole('combobox', { name: 'Add to Audio' })
  await field.fill(`2 ${microphone.name}`)
  await expect(page.getByRole('option', { name: new RegExp(`^${microphone.name}.*Product.*3 free`) })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(row(microphone.name).first()).toBeVisible()
  await field.fill('3 ladders of the house')
  await page.keyboard.press('Enter')
  await expect(row('ladders of the house')).toContainText('3')
  await field.fill(`4 ${tape.name}`)
  await page.keyboard.press('Enter')
  await expect(row(tape.name)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(grid).toBeFocused()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Versions and history' }).click()
  await page.getByRole('button', { name: 'Make a version' }).click()
  await expect(page.getByText('Nothing has changed.')).toBeVisible()
  await page.keyboard.press('Escape')

  // Edited, moved, removed and brought back.
  await expect(grid).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: `Quantity of ${microphone.name}` }).fill('6')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('textbox', { name: `Quantity of ${microphone.name}` })).toHaveValue('6')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(grid.getByRole('row').nth(3)).toContainText(microphone.name)
  await expect(page.getByText('3 lines', { exact: true })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('2 lines', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('3 lines', { exact: true })).toBeVisible()
  await expect(row(microphone.name)).toContainText('6')

  // Six of the three that there are.
  await row(microphone.name)
    .getByRole('button', { name: /^3 short/ })
    .click()
  const why = page.getByRole('dialog', { name: `What is free of ${microphone.name}` })
  await expect(why.getByRole('button', { name: 'Owned · 3 entries' })).toBeVisible()
  await page.keyboard.press('Escape')

  // Rows of a spreadsheet, of which one means nothing.
  await grid.focus()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Paste from a spreadsheet' }).click()
  await page.getByRole('textbox', { name: 'Rows' }).fill(`Item;Qty\n"${tape.name}";7,00\nunheard-of thing;`)
  await page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(page.getByText('1 row is not clear')).toBeVisible()
  await page.getByRole('combobox', { name: 'What “unheard-of thing” means' }).click()
  await page.getByRole('option', { name: 'As free text' }).click()
  await page.getByRole('button', { name: 'Add 2 rows' }).click()
  await expect(row('unheard-of thing')).toBeVisible()
  await expect(page.getByText('5 lines', { exact: true })).toBeVisible()

  // One of the three ladders on a line of its own, and back.
  await row('ladders of the house').getByRole('button', { name: 'Actions for ladders of the house' }).click()
  await page.getByRole('menuitem', { name: 'Split line' }).click()
  const split = page.getByRole('dialog', { name: 'Split 3 × ladders of the house' })
  await expect(split.getByRole('textbox', { name: 'Onto a line of their own' })).toHaveValue('1')
  await expectAccessible(page)
  await split.getByRole('button', { name: 'Split' }).click()
  await expect(page.getByText('6 lines', { exact: true })).toBeVisible()
  await expect(row('ladders of the house').first()).toContainText('2')
  // What was done before can be taken back as well, for some seconds.
  await page
    .getByText(/ on a line of their own$/)
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(page.getByText('5 lines', { exact: true })).toBeVisible()
  await expect(row('ladders of the house')).toContainText('3')

  // Who else looks at it is seen, and what they do; what changes meanwhile is not overwritten unseen.
  const { theirs, name, leave } = await colleague(page, browser)
  await theirs.goto(page.url())
  await expect(page.getByText(`${name} is here too`)).toBeVisible()
  const now = await call<{ version: number }>(theirs, 'GET', `/pull-lists/${list.id}`)
  const text = { lines: [{ kind: 'TEXT', text: 'From the other desk' }] }
  await call(theirs, 'POST', `/pull-lists/${list.id}/lines`, text, now.version)
  await expect(row('From the other desk')).toBeVisible()
  const theirRow = theirs.getByRole('row').filter({ hasText: 'From the other desk' })
  await theirRow.getByText('1', { exact: true }).click()
  await theirs.route('**/api/v1/pull-lists/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  await row('From the other desk').getByText('1', { exact: true }).click()
  const quantity = { name: 'Quantity of From the other desk' }
  await page.getByRole('textbox', quantity).fill('7')
  await page.keyboard.press('Enter')
  await expect(row('From the other desk')).toContainText('7')
  await theirs.getByRole('textbox', quantity).fill('9')
  await theirs.keyboard.press('Enter')
  const stale = theirs.getByRole('dialog', { name: 'Somebody else changed this' })
  await expect(stale.getByRole('row', { name: 'From the other desk: Pieces 1 7 9' })).toBeVisible()
  await leave()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Versions and history' }).click()
  await expect(page.getByText(/added · .*removed/)).toBeVisible()
  await expect(page.getByText('From the other desk').last()).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAccessibleEverywhere(page, 'pull-list')
})
