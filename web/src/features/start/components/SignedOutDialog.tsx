import { Modal, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onSignedOut } from '@/lib/session'

/** The parts of forms are no part of the shell: they come when they are needed. */
const SignedOutForm = lazy(() => import('./SignedOutForm'))

/** The session ended while someone was working: asks for the password over the page, so that nothing typed is lost. */
export function SignedOutDialog() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  useEffect(() => onSignedOut(() => setOpened(true)), [])
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={<Text fw={650}>{t('start.signedOut.title')}</Text>}
    >
      <Suspense>
        <SignedOutForm onSignedIn={() => setOpened(false)} />
      </Suspense>
    </Modal>
  )
}
