import { expect, expectAccessible, expectAccessibleEverywhere, shoot, test } from './fixtures'
import { call, colleague, fresh } from './shelf-fixtures'

const desk = { width: 1440, height: 900 }
type Deal = { id: string; version: number; state: string; stage: { name: string } }

test('enquiry to event: asked in public, quoted from the catalogue, accepted by a link, stock reserved', async ({
  signedIn: page,
  browser,
  baseURL,
}) => {
  const hall = await call<{ id: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Hall') })
  const product = fresh('Hazer')
  const thing = await call<{ id: string }>(page, 'POST', '/products', {
    kind: 'BULK',
    name: product,
    hirePrice: { amountMinor: 12_000, currency: 'EUR' },
  })
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: thing.id, locationId: hall.id, quantity: 4 }] })
  const venue = await call<{ id: string }>(page, 'POST', '/venues', { name: fresh('Harbour hall'), timeZone: 'Europe/Berlin' })
  const planner = await colleague(page, browser)

  // Somebody without an account asks by the public form.
  const form = await call(page, 'GET', '/lead-form')
  await call(page, 'PATCH', '/lead-form', { open: true }, form.version)
  const stranger = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const phone = await stranger.newPage()
  await phone.goto('/enquiry')
  await expect(phone.getByRole('heading', { name: 'Ask for an offer' })).toBeVisible()
  await expectAccessibleEverywhere(phone, 'enquiry')
  const person = fresh('Ida <b>Holm</b>')
  const company = fresh('Holm Festivals')
  await phone.getByLabel('Your name').fill(person)
  await phone.getByLabel('Company').fill(company)
  await phone.getByLabel('E-mail').fill('ida@holm.example')
  await phone.getByLabel('What do you need?').fill('Two stages with haze.')
  await phone.getByRole('button', { name: 'Send enquiry' }).click()
  await expect(phone.getByText('Thank you, your enquiry has arrived.')).toBeVisible()

  // The lead becomes a deal, which is qualified, and gets its days and venue.
  await page.goto('/leads')
  await page.getByText(company).first().click()
  await expect(page.getByRole('heading', { name: company })).toBeVisible()
  await page.getByRole('button', { name: 'Make a deal' }).click()
  const name = `${company} 2032`
  await page.getByRole('dialog').getByLabel('Name of the deal').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Make a deal' }).click()
  await expect(page).toHaveURL(/\/deals\//)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText(person).first()).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const begun = await call<Deal>(page, 'GET', `/deals/${id}`)
  const { items: pipelines } = await call<{ items: { stages: { id: string; name: string }[] }[] }>(page, 'GET', '/pipelines')
  const qualified = pipelines[0]!.stages.find((one) => one.name === 'Qualified')!
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const days = { eventFrom: '2032-06-04', eventTo: '2032-06-05', venueId: venue.id, ownerId: me.id }
  const dated = await call<Deal>(page, 'PATCH', `/deals/${id}`, days, begun.version)
  await call(page, 'POST', `/deals/${id}/stage`, { stageId: qualified.id }, dated.version)

  // Quoted from the catalogue, with what is free beside it.
  await page.getByRole('tab', { name: 'Quotes' }).click()
  await page.getByRole('button', { name: 'New quote' }).click()
  await page.getByRole('button', { name: 'Create quote' }).click()
  await expect(page).toHaveURL(/\/quotes\//)
  const quoteId = new URL(page.url()).pathname.split('/').at(-1)!
  const empty = await call(page, 'GET', `/quotes/${quoteId}`)
  const confetti = { kind: 'TEXT', name: 'Confetti at midnight', quantity: 1, listPrice: 90, optional: true }
  const groups = [{ name: 'Effects', lines: [confetti] }]
  await call(page, 'PATCH', `/quotes/${quoteId}`, { warehouseId: hall.id, terms: 'Paid within 14 days.', groups }, empty.version)
  await page.reload()
  const add = page.getByRole('combobox', { name: 'Add to Effects' })
  await add.fill(`3 ${product}`)
  const offered = page.getByRole('option', { name: product }).first()
  await expect(offered).toHaveAttribute('aria-selected', 'true')
  await expect(offered).toContainText('4 free, worst 4')
  await add.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(`^${product}: €`) })).toBeVisible()
  await expectAccessibleEverywhere(page, 'enquiry-quote')
  await page.setViewportSize(desk)

  // Sent by e-mail, it counts as sent, and the deal goes where such deals stand.
  await page.getByRole('button', { name: 'Send by e-mail' }).click()
  const letter = page.getByRole('dialog')
  await expect(letter.getByLabel('Subject')).toHaveValue(/our quote Q-/)
  await expect(letter.getByText('ida@holm.example')).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'enquiry-letter')
  await page.setViewportSize(desk)
  await letter.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible()
  expect((await call<Deal>(page, 'GET', `/deals/${id}`)).stage.name).toBe('Proposal sent')

  // By a link the client asks something, and is answered.
  await page.getByRole('tab', { name: 'Client' }).click()
  await page.getByRole('textbox', { name: 'For whom' }).fill('Ida Holm')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue()
  await phone.goto(new URL(new URL(address).pathname, page.url()).href)
  await expect(phone.getByRole('heading', { name })).toBeVisible()
  const talk = phone.getByRole('region', { name: 'Questions and answers' })
  await talk.getByRole('textbox', { name: 'Your name' }).fill('Ida Holm')
  await talk.getByRole('textbox', { name: 'Your question or remark' }).fill('Is the haze free of oil?')
  await talk.getByRole('button', { name: 'Send' }).click()
  await expect(talk.getByText('Is the haze free of oil?')).toBeVisible()
  await page.reload()
  const ours = page.getByRole('region', { name: 'Questions and answers' })
  await expect(ours.getByText('Is the haze free of oil?')).toBeVisible()
  await ours.getByRole('textbox', { name: 'Your reply, for the client to read' }).fill('Yes, on water alone.')
  await ours.getByRole('button', { name: 'Reply' }).click()
  await expect(ours.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)

  // The client takes the option and says yes.
  await phone.reload()
  await expect(talk.getByText('Yes, on water alone.')).toBeVisible()
  const sums = phone.getByTestId('sums')
  const before = await sums.innerText()
  await phone.getByRole('checkbox', { name: 'Take Confetti at midnight' }).click()
  await expect(sums).not.toHaveText(before)
  await expectAccessibleEverywhere(phone, 'offer')
  await phone.getByRole('region', { name: 'Accept the offer' }).getByRole('textbox', { name: 'Your name' }).fill('Ida Holm')
  await phone.getByRole('switch', { name: /^I accept offer/ }).click()
  await phone.getByRole('button', { name: /^Accept for/ }).click()
  await expect(phone.getByText('Accepted', { exact: true })).toBeVisible()
  await stranger.close()

  // Won: the event stands with its pull list, and the stock is not free any more.
  await page.reload()
  const answer = page.getByRole('region', { name: "The client's answer" })
  await expect(answer.getByText('Confirmed', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'The event' }).click()
  await expect(page.getByRole('tab', { name: 'Checklists' })).toBeVisible() // the quote has the same heading
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('Confirmed').first()).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'enquiry-event')
  await page.setViewportSize(desk)
  expect((await call<Deal>(page, 'GET', `/deals/${id}`)).state).toBe('WON')
  const event = new URL(page.url()).pathname.split('/').at(-1)!
  const lists = await call<{ items: { id: string }[] }>(page, 'GET', `/events/${event}/pull-lists`)
  type Pulled = { items: { productId: string | null; quantity: number }[] }
  const pulled = await call<Pulled>(page, 'GET', `/pull-lists/${lists.items[0]!.id}/lines`)
  expect(pulled.items.find((one) => one.productId === thing.id)?.quantity).toBe(3)
  const free = async () => {
    const times = 'from=2032-06-04T10:00:00Z&to=2032-06-05T10:00:00Z'
    const asked = `/availability/products?warehouse=${hall.id}&${times}&product=${thing.id}`
    return (await call<{ items: { firm: number }[] }>(page, 'GET', asked)).items[0]!.firm
  }
  expect(await free()).toBe(1)

  // Planning is told, and goes from there to the list of what is to be pulled.
  const { theirs } = planner
  await theirs.goto(`/notifications`)
  await expect(theirs.getByRole('listitem').filter({ hasText: name }).first()).toContainText('was accepted')
  await theirs.goto(`/events?q=${encodeURIComponent(name)}`)
  await theirs.getByRole('link', { name: new RegExp(name) }).click()
  await theirs.getByRole('tab', { name: 'Pull lists' }).click()
  await theirs.getByRole('link', { name: 'Main', exact: true }).click()
  await expect(theirs.getByRole('row').filter({ hasText: product })).toContainText('3')
  await planner.leave()

  // Called off after all: what that means for the money is shown first, then the stock is free again.
  await page.goto(`/events/${event}?tab=money`)
  await page.getByRole('button', { name: 'Cancel the event' }).click()
  const calling = page.getByRole('dialog')
  await expect(calling.getByText('No fee was agreed for this day.')).toBeVisible()
  await calling.getByLabel('Reason').fill('The town said no')
  await calling.getByRole('button', { name: 'Cancel the event' }).click()
  await expect(page.getByText(/^Cancelled on .*The town said no/)).toBeVisible()
  expect(await free()).toBe(4)
})
