import { expect, expectAccessible, test } from './fixtures'
import { film, job, loseAnswer, phoneWith, type } from './scan-fixtures'
import { call, fresh, furnish } from './shelf-fixtures'

test('a truck is loaded by phone: camera, scanner, dead network, lost answer; each thing once', async ({
  signedIn: page,
  playwright,
}, info) => {
  const { hall, microphone, register } = await furnish(page)
  const [first, second, third] = [await register(), await register(), await register()]
  const name = fresh('Loading')
  const event = await job(page, name, hall.id, [{ productId: microphone.id, quantity: 3 }], 'CONFIRMED', 'PREP', 'LOAD_OUT')
  const clip = await film(page, info.outputPath('label.mjpeg'), { kind: 'ASSET', id: first.id })
  const { browser, context } = await phoneWith(clip, page, playwright, info)
  let phone = await context.newPage()
  const told = () => phone.getByTestId('told')
  const waiting = () => phone.getByTestId('waiting')

  await phone.goto('/scan')
  await phone.evaluate(() => navigator.serviceWorker.ready)
  await phone.getByRole('textbox', { name: 'Find a job' }).fill(name)
  await phone.getByRole('button', { name: `Hold ${event.number} on this device` }).click()
  await expect(phone.getByRole('button', { name: `Take ${event.number} off this device` })).toBeVisible()
  await phone.getByRole('link', { name: new RegExp(name) }).click()
  await expect(phone.getByRole('radio', { name: 'Check out' })).toHaveAttribute('aria-checked', 'true')

  // The camera reads the label of the first one, once, however long it looks.
  await phone.getByRole('button', { name: 'Camera' }).click()
  await expect(told()).toContainText(first.number)
  await expect(told()).toContainText('1/3')
  await expectAccessible(phone)
  await phone.screenshot({ path: 'test-results/scan-camera.png' })
  await phone.getByRole('button', { name: 'Stop camera' }).click()

  // The truck is a dead spot. Scans are judged all the same; the app is killed, and opens again without a network.
  await context.setOffline(true)
  await type(phone, second.number)
  await expect(told()).toContainText('2/3')
  await type(phone, second.number)
  await expect(told()).toContainText('Out already')
  await expect(waiting()).toHaveAttribute('data-count', '2')
  await phone.close()
  phone = await context.newPage()
  await phone.goto(`/scan/${event.id}`)
  await expect(phone.getByTestId('total')).toHaveText('2/3')
  await type(phone, third.number)
  await expect(told()).toContainText('3/3')
  await expect(waiting()).toHaveAttribute('data-count', '3')
  await phone.screenshot({ path: 'test-results/scan-offline.png' })

  // Back in reach the first answer is lost: all is sent again, and counted once.
  await loseAnswer(context)
  await context.setOffline(false)
  await expect(waiting()).toBeHidden()
  await expect(phone.getByTestId('total')).toHaveText('3/3')
  const journal = await call<{ items: { result: string; code: string }[] }>(page, 'GET', `/scans?eventId=${event.id}&limit=100`)
  const results = journal.items.map((one) => `${one.result} ${one.code.split('/').at(-1)}`).sort()
  const taken = [first.id, second.number, third.number].map((code) => `ACCEPTED ${code}`)
  expect(results).toEqual([...taken, `REFUSED ${second.number}`].sort())
  await browser.close()
})
