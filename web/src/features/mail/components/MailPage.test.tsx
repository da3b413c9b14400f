import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { renderRoute } from '@/testing/render-route'

const server = {
  host: 'smtp.example.com',
  port: 587,
  security: 'STARTTLS',
  username: 'kit',
  passwordSet: true,
  senderName: null,
  senderAddress: 'kit@example.com',
  replyTo: null,
  setByOperator: false,
  version: 3,
}
const standing = { ready: true, waiting: 0, kept: 0, stuck: 0 }

it('tries the mail server and says what is wrong in its own words', async () => {
  fakeServer()
    .on('GET /mail-server', server)
    .on('GET /mail-standing', { ...standing, ready: false, kept: 2 })
    .on('POST /mail-server/test', () => {
      throw refuse(409, 'mail-server-refused', { facts: { step: 'SIGN_IN', answer: '535 no' } })
    })
  const { user } = renderRoute('/settings/mail')
  expect(await screen.findByText(/2 e-mails are kept/)).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Send test e-mail' }))
  const alert = await screen.findByText('The mail server did not accept user and password.')
  expect(alert).toBeInTheDocument()
  expect(screen.getByText('535 no')).toBeInTheDocument()
})

it('changes words and shows a preview that runs nothing', async () => {
  const words = { kind: 'THANKS', subject: 'Thanks', body: 'Hi', own: false, toClients: true, facts: ['client'], version: 0 }
  const fake = fakeServer()
    .on('GET /mail-standing', standing)
    .on('GET /mail-templates', {
      items: [
        { ...words, locale: 'en' },
        { ...words, locale: 'de' },
      ],
      total: 2,
      next: null,
    })
    .on('POST /mail-templates/:kind/:locale/preview', { subject: 'Thanks', text: 'Hi', html: '<p>Hi</p>' })
    .on('PUT /mail-templates/:kind/:locale', { ...words, locale: 'de', own: true, version: 1 })
  const { user } = renderRoute('/settings/mail?tab=words')
  await user.click(await screen.findByRole('button', { name: 'Change Thanks after a job, Deutsch' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(await within(dialog).findByRole('textbox', { name: 'Text' }), ' you')
  await user.click(within(dialog).getByRole('button', { name: 'Preview' }))
  expect(await within(dialog).findByTitle('Preview')).toHaveAttribute('sandbox', '')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(fake.last('PUT', '/mail-templates/THANKS/de')?.body).toEqual({ subject: 'Thanks', body: 'Hi you' })
})
