import { baseURL, expect, expectAccessible, expectAccessibleEverywhere, test } from './fixtures'
import { PostOffice } from './post-office'
import { call, fresh } from './shelf-fixtures'

// The company has a mail server for as long as this takes: run alone, when all others are done.

test('a client is let in, signs in with the code from an e-mail, reads the quote and is shut out again', async ({
  signedIn: page,
  browser,
}) => {
  const office = new PostOffice()
  const port = await office.open()
  const server = { senderName: 'Stagelight', senderAddress: 'kit@stagelight.example', security: 'NONE' }
  const set = async (more: object) => {
    const { version } = await call<{ version: number }>(page, 'GET', '/mail-server')
    await call(page, 'PUT', '/mail-server', { ...server, ...more }, version)
  }
  await set({ host: '127.0.0.1', port })
  const person = fresh('Ida')
  const email = `${person.toLowerCase().replace(' ', '-')}@holm.example`
  const client = await call<{ id: string }>(page, 'POST', '/clients', {
    name: fresh('Holm Festivals'),
    contacts: [{ name: person, email, preferred: true }],
  })
  const name = fresh('Pier concert')
  const deal = await call(page, 'POST', '/deals', { name, clientId: client.id })
  const quote = await call(page, 'POST', '/quotes', { dealId: deal.id })
  const groups = [{ name: '', lines: [{ kind: 'CREW', name: 'Sound engineer', quantity: 10, listPrice: 48 }] }]
  const changed = await call(page, 'PATCH', `/quotes/${quote.id}`, { groups }, quote.version)
  await call(page, 'POST', `/quotes/${quote.id}/send`, {}, changed.version)

  const stranger = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const phone = await stranger.newPage()
  const ask = async () => {
    await phone.getByLabel('Your e-mail address').fill(email)
    await phone.getByRole('button', { name: 'Send me a code' }).click()
    await expect(phone.getByText(`If ${email} is known here`)).toBeVisible()
  }
  try {
    // Who was not let in is told the same as everybody, and gets no letter.
    await phone.goto('/portal')
    await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await ask()

    await page.goto(`/clients/${client.id}?tab=contacts`)
    const access = page.getByRole('switch', { name: 'May sign in to the portal' })
    await access.click({ force: true })
    await expect(page.getByText('has not signed in yet')).toBeVisible()
    expect(office.to(email)).toEqual([])

    await phone.getByRole('button', { name: 'Send a new code' }).click()
    await expect.poll(() => office.to(email).length).toBe(1)
    const code = /^(\d{4}) (\d{4})\r?$/m.exec(office.to(email)[0]!)!
    const field = phone.getByLabel('Code from the e-mail')
    await expectAccessible(phone)
    await field.fill('0000 0000')
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(phone.getByText(/This is not the code/).first()).toBeVisible()
    await field.fill(`${code[1]}${code[2]}`)
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(phone.getByRole('heading', { name: 'Your quotes and invoices' })).toBeVisible()
    await expect(phone.getByText('To be answered')).toBeVisible()
    await expectAccessibleEverywhere(phone, 'portal-home')
    await phone.getByRole('link', { name }).click()
    await expect(phone.getByText('Sound engineer')).toBeVisible()

    await page.reload()
    await expect(page.getByText(/last signed in/)).toBeVisible()
    await page.getByRole('switch', { name: 'May sign in to the portal' }).click({ force: true })
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
    await expect(page.getByRole('switch', { name: 'May sign in to the portal' })).not.toBeChecked()
    await phone.reload()
    await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  } finally {
    await set({ host: null, port: 25, senderAddress: null, senderName: null })
    await stranger.close()
    await office.close()
  }
})
