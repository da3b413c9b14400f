import { expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { call, fresh } from './shelf-fixtures'

test('a client accepts by a link: the event is made, its stock held, the deal won', async ({ signedIn: page, browser }) => {
  const me = await call<{ id: string }>(page, 'GET', '/me')
  const hall = await call<{ id: string }>(page, 'POST', '/locations', { kind: 'WAREHOUSE', name: fresh('Hall') })
  const product = fresh('Hazer')
  const thing = await call<{ id: string }>(page, 'POST', '/products', { kind: 'BULK', name: product })
  await call(page, 'POST', '/stock/receipts', { lines: [{ productId: thing.id, locationId: hall.id, quantity: 4 }] })
  const client = await call<{ id: string }>(page, 'POST', '/clients', { name: fresh('Nordlicht') })
  const name = fresh('Harbour night')
  const deal = await call<{ id: string }>(page, 'POST', '/deals', {
    name,
    clientId: client.id,
    ownerId: me.id,
    eventFrom: '2032-06-04',
    eventTo: '2032-06-05',
  })
  const quote = await call<{ id: string; version: number }>(page, 'POST', '/quotes', { dealId: deal.id })
  const lines = [
    { kind: 'PRODUCT', productId: thing.id, quantity: 3, listPrice: 120 },
    { kind: 'TEXT', name: 'Confetti at midnight', quantity: 1, listPrice: 90, optional: true },
  ]
  const changes = { warehouseId: hall.id, terms: 'Paid within 14 days.', groups: [{ name: 'Effects', lines }] }
  await call(page, 'PATCH', `/quotes/${quote.id}`, changes, quote.version)

  await page.goto(`/quotes/${quote.id}?tab=client`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Mark as sent' }).click()
  await page.getByRole('textbox', { name: 'For whom' }).fill('Jo Client')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue()
  await expectAccessible(page)

  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const phone = await stranger.newPage()
  await phone.goto(new URL(new URL(address).pathname, page.url()).href)
  await expect(phone.getByRole('heading', { name })).toBeVisible()
  const sums = phone.getByTestId('sums')
  const before = await sums.innerText()
  await phone.getByRole('checkbox', { name: 'Take Confetti at midnight' }).click()
  await expect(sums).not.toHaveText(before)
  await expectAccessibleEverywhere(phone, 'offer')
  await phone.getByRole('region', { name: 'Accept the offer' }).getByRole('textbox', { name: 'Your name' }).fill('Jo Client')
  await phone.getByRole('switch', { name: /^I accept offer/ }).click()
  await phone.getByRole('button', { name: /^Accept for/ }).click()
  await expect(phone.getByText('Accepted', { exact: true })).toBeVisible()
  await stranger.close()

  await page.reload()
  const answer = page.getByRole('region', { name: "The client's answer" })
  await expect(answer.getByText('Confirmed', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: 'The event' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('Confirmed').first()).toBeVisible()
  const won = await call<{ state: string }>(page, 'GET', `/deals/${deal.id}`)
  expect(won.state).toBe('WON')
})
