import { Anchor } from '@mantine/core'

// How somebody is reached, as links that the device knows what to do with.

export const PhoneLink = ({ phone }: { phone: string }) => (
  <Anchor inherit href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
    {phone}
  </Anchor>
)
export const MailLink = ({ email }: { email: string }) => (
  <Anchor inherit href={`mailto:${email}`}>
    {email}
  </Anchor>
)
export const WebLink = ({ web }: { web: string }) => (
  <Anchor inherit href={web} target="_blank" rel="noreferrer">
    {web.replace(/^https?:\/\/|\/$/g, '')}
  </Anchor>
)
