import { expect, expectAccessible, expectAccessibleEverywhere, shoot, test } from './fixtures'
import { today, walk } from './scan-fixtures'
import { call, fresh, furnish, pick } from './shelf-fixtures'

type Items<T> = { items: T[] }
const desk = { width: 1440, height: 900 }

test('close-out: back and inspected, closed, counted, billed and paid, with its profit in the report', async ({
  signedIn: page,
}) => {
  const settings = await call<{ version: number; seller: { vatNumber: string | null } }>(page, 'GET', '/finance-settings')
  const seller = { street: 'Hafenstraße 12', postcode: '10245', city: 'Berlin', vatNumber: 'DE136695976' }
  if (!settings.seller.vatNumber) await call(page, 'PATCH', '/finance-settings', { seller }, settings.version)

  // A quote that the client said yes to becomes the event.
  const { hall, microphone, register } = await furnish(page)
  const worth = await call(page, 'GET', `/products/${microphone.id}`)
  const replacementValue = { amountMinor: 60_000, currency: 'EUR' }
  await call(page, 'PATCH', `/products/${microphone.id}`, { replacementValue }, worth.version)
  const [first, second] = [await register(), await register()]
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const client = await call<{ id: string; name: string }>(page, 'POST', '/clients', {
    name: fresh('Harbour Nights'),
    country: 'DE',
    addressLines: ['Ufer 1', '20095 Hamburg'],
  })
  const name = fresh('Pier concert')
  const deal = await call(page, 'POST', '/deals', { name, clientId: client.id, ownerId: me.id })
  const quote = await call(page, 'POST', '/quotes', { dealId: deal.id })
  const lines = [
    { kind: 'PRODUCT', productId: microphone.id, quantity: 2, listPrice: 90 },
    { kind: 'CREW', name: 'Sound engineer', quantity: 10, listPrice: 48 },
    { kind: 'TRANSPORT', name: 'Van', quantity: 1, listPrice: 160 },
  ]
  const changes = {
    warehouseId: hall.id,
    hireFrom: today(),
    hireTo: today(),
    depositPercent: null,
    groups: [{ name: '', lines }],
  }
  await call(page, 'PATCH', `/quotes/${quote.id}`, changes, quote.version)
  const draft = await call(page, 'GET', `/quotes/${quote.id}`)
  await call(page, 'POST', `/quotes/${quote.id}/send`, {}, draft.version)
  await call(page, 'POST', `/quotes/${quote.id}/acceptances`, { name: 'Jo Harbour', chosen: [] })
  const become = () => call<{ event: { id: string } | null }>(page, 'GET', `/quotes/${quote.id}`)
  await expect.poll(async () => (await become()).event?.id).toBeTruthy()
  const event = (await become()).event!.id
  await expect.poll(async () => (await call<{ phase: string }>(page, 'GET', `/events/${event}`)).phase).toBe('CONFIRMED')

  // Out, on site and back; one of them broken.
  const scan = (kind: string, id: string, more: object = {}) => ({
    id: crypto.randomUUID(),
    kind,
    at: new Date().toISOString(),
    thing: { kind: 'ASSET', id },
    ...more,
  })
  const send = async (...scans: object[]) => {
    const { answers } = await call<{ answers: { result: string }[] }>(page, 'POST', '/scans', { scans })
    expect(answers.map((one) => one.result)).toEqual(scans.map(() => 'ACCEPTED'))
  }
  await walk(page, event, 'PREP')
  await send(scan('PREP', first.id, { eventId: event }), scan('PREP', second.id, { eventId: event }))
  await walk(page, event, 'LOAD_OUT')
  await send(scan('CHECK_OUT', first.id, { eventId: event }), scan('CHECK_OUT', second.id, { eventId: event }))
  await walk(page, event, 'ON_SITE', 'LOAD_IN')
  await send(scan('CHECK_IN', first.id), scan('CHECK_IN', second.id, { condition: 'DAMAGED', note: 'Grille bent' }))
  await walk(page, event, 'DE_PREP')
  const { items: jobs } = await call<Items<{ id: string; version: number }>>(page, 'GET', `/maintenance-jobs?asset=${second.id}`)
  const part = { kind: 'PART', description: 'Grille', quantity: 1, unitCost: { amountMinor: 3_450, currency: 'EUR' } }
  await call(page, 'PATCH', `/maintenance-jobs/${jobs[0]!.id}`, { lines: [part] }, jobs[0]!.version)

  // What it cost: what other rooms know is taken over, the crew's hours are entered.
  await page.goto(`/events/${event}?tab=money`)
  await page.getByRole('button', { name: /^Take over costs/ }).click()
  const costs = page.getByRole('table', { name: 'Costs' })
  await expect(costs.getByText('€34.50')).toBeVisible()
  await page.getByRole('button', { name: 'New cost' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Text').fill('Sound engineer, ten hours')
  await dialog.getByLabel('Quantity').fill('10')
  await dialog.getByLabel('Cost of one').fill('31')
  await dialog.getByRole('button', { name: 'Enter cost' }).click()
  await expect(costs.getByText('€310.00')).toBeVisible()
  const cost = { eventId: event, planned: false, quantity: 1 }
  await call(page, 'POST', '/costs', { ...cost, profitGroup: 'TRANSPORT', text: 'Van and fuel', unitCost: 95 })
  await call(page, 'POST', '/costs', { ...cost, profitGroup: 'SUB_HIRE', text: 'Two stands from a partner', unitCost: 25 })

  // The close-out says what is left to do; then the event is closed.
  await page.reload()
  await expect(page.getByText('Damaged (1)')).toBeVisible()
  await expect(costs.getByText('Two stands from a partner')).toBeVisible()
  await expectAccessibleEverywhere(page, 'close-out')
  await page.setViewportSize(desk)
  await page.getByRole('tab', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Move to Closed' }).click()
  await expect.poll(async () => (await call<{ phase: string }>(page, 'GET', `/events/${event}`)).phase).toBe('CLOSED')

  // The invoice of all that was accepted, and of the damage.
  await page.getByRole('tab', { name: 'Money' }).click()
  await page.getByRole('button', { name: 'Make an invoice' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: 'Final invoice' }).check()
  await expect(page.getByRole('switch', { name: /^Charge on one cost/ })).toBeChecked()
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Lines' }).getByText('Sound engineer')).toBeVisible()
  await page.getByRole('button', { name: 'Issue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue' }).click()
  await expect(page.getByRole('heading', { name: /^R-\d{4}-\d{4}$/ })).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'close-out-invoice')
  await page.setViewportSize(desk)

  // Paid.
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Enter payment' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enter payment' }).click()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()

  // Profit and loss, every group of it, and its postings.
  await page.goto(`/events/${event}?tab=money`)
  const profit = page.getByRole('table', { name: 'Profit' })
  for (const group of ['Equipment', 'Crew', 'Transport', 'Sub-hire', 'Damage'])
    await expect(profit.getByRole('row', { name: new RegExp(`^${group}`) })).toBeVisible()
  await expect(profit.getByRole('row', { name: /^Damage/ })).toContainText('€34.50')
  await expect(profit.getByRole('row', { name: /^Crew/ })).toContainText('€480.00')
  await expect(page.getByRole('table', { name: /^Invoices of/ })).toContainText('Final')
  const [revenue, , spent, earned] = await profit
    .getByRole('row', { name: /^In all/ })
    .getByRole('cell')
    .allInnerTexts()
    .then((all) => all.slice(1))
  await shoot(page, 'close-out-money')
  await page.setViewportSize(desk)
  await profit.getByRole('row', { name: /^Crew/ }).getByRole('link', { name: '€310.00' }).click()
  await expect(page.getByText('Sound engineer, ten hours').first()).toBeVisible()

  // The report of all events says the same of this one, on the screen and in the file; and it is sent every month.
  await page.goto('/reports')
  await page.getByRole('link', { name: /^Event profitability/ }).click()
  await page.getByRole('combobox', { name: 'Time' }).click()
  await page.getByRole('option', { name: 'All the time' }).click()
  await pick(page, page.getByRole('main'), 'Client', client.name)
  const report = page.getByRole('table', { name: 'Event profitability' })
  const ours = report.getByRole('row', { name: new RegExp(name) })
  for (const sum of [revenue!, spent!, earned!]) await expect(ours).toContainText(sum)
  await expect(report.getByRole('row')).toHaveCount(3)
  await expectAccessibleEverywhere(page, 'report')
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Download' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const rows = await readText(await (await coming).createReadStream())
  expect(rows.split('\n').find((row) => row.includes(name))).toContain(earned!.replace(/[^\d.-]/g, ''))
  await page.getByRole('button', { name: 'Send by e-mail' }).click()
  const title = fresh('Profit of the harbour')
  await page.getByRole('dialog').getByLabel('Name').fill(title)
  await page.getByRole('dialog').getByRole('button', { name: 'Send regularly' }).click()
  await expect(page.getByText(/^It is sent from/)).toBeVisible()
  await ours.getByRole('link', { name: new RegExp(name) }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.goto('/reports/scheduled')
  await expect(page.getByText(title)).toBeVisible()
})

async function readText(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk
  return text
}
