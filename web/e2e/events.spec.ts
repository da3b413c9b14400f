import { expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { call, fresh, pick } from './shelf-fixtures'

test('an event goes from enquiry to confirmed', async ({ signedIn: page }) => {
  const name = fresh('Harbour Lights')
  const client = await call<{ id: string; name: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  const venue = await call<{ name: string }>(page, 'POST', '/venues', { name: fresh('Foundry'), timeZone: 'America/New_York' })

  // A day of its own for each run on the same company.
  const day = `${2030 + (Date.now() % 35)}-06-15`
  await page.goto(`/events/calendar?day=${day}`)
  await page.getByRole('button', { name: / 15 June: new event$/ }).click()
  const main = page.getByRole('main')
  await main.getByRole('textbox', { name: 'Name' }).fill(name)
  await pick(page, main, 'Venue', venue.name)
  await expect(main.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/New_York')
  for (const block of ['set-up', 'show', 'strike']) await main.getByRole('button', { name: `Add ${block}` }).click()
  await main.getByRole('textbox', { name: 'Transport there' }).fill('2')
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Create event' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('19:00 – 23:00')).toBeVisible()
  await expect(page.getByRole('row', { name: /Transport there .* 2 h/ })).toBeVisible()

  await expect(page.getByText('Name the client that it is for.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move to Quoted' })).toBeDisabled()
  await expectAccessibleEverywhere(page, 'event')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Edit' }).click()
  await pick(page, main, 'Client', client.name)
  await main.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Move to Quoted' }).click()
  await expect(page.getByRole('button', { name: 'Move to Confirmed' })).toBeVisible()
  const id = /\/events\/([^/?]+)/.exec(page.url())![1]!

  await page.getByRole('tab', { name: 'Checklists' }).click()
  await page.getByRole('button', { name: 'Add checklist' }).click()
  const adding = page.getByRole('dialog', { name: 'Add checklist' })
  await adding.getByRole('textbox', { name: 'Name' }).fill('Permits')
  await adding.getByRole('textbox', { name: 'Tasks' }).fill('Fire watch\nParking')
  await adding.getByRole('button', { name: 'Add checklist' }).click()
  await page.getByRole('checkbox', { name: 'Fire watch' }).click()
  await expect(page.getByRole('checkbox', { name: 'Fire watch' })).toBeChecked()
  await expect(page.getByText('1 of 2 done')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('tab', { name: 'Pull lists' }).click()
  await expect(page.getByRole('link', { name: 'Main', exact: true })).toHaveAttribute('href', new RegExp(`^/events/${id}/lists/`))
  await expectAccessible(page)

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Copy to other dates' }).click()
  const copying = page.getByRole('dialog', { name: `Copy ${name}` })
  await copying.getByRole('textbox', { name: 'Name' }).fill(`${name} again`)
  await copying.getByRole('button', { name: 'Create event' }).click()
  await expect(page.getByRole('heading', { name: `${name} again`, level: 1 })).toBeVisible()

  await page.goto(`/events/calendar?day=${day}`)
  await expect(page.getByRole('link', { name: new RegExp(`${name} again`) })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/events?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('link', { name: new RegExp(`${name} again`) })).toBeVisible()
  // Only its client's: what is dragged must not scroll.
  await page.goto(`/events/board?client=${client.id}`)
  const quoted = page.getByRole('region', { name: 'Quoted' })
  const confirmed = page.getByRole('region', { name: 'Confirmed' })
  await quoted
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
    .dragTo(confirmed)
  await expect(confirmed.getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
})
