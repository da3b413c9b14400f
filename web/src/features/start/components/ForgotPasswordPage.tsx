import { Alert, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink, TextLink } from '@/components/Link'
import { type ForgotInput, forgot, forgotInput } from '../api/session'
import { setupQuery } from '../api/setup-state'
import { DoorPage } from './DoorPage'

/** A link by e-mail where a mail server is set; else a person who may change users hands it out. */
export function ForgotPasswordPage() {
  const { t } = useTranslation()
  const setup = useQuery(setupQuery)
  const [sent, setSent] = useState(false)
  const byMail = setup.data?.resetByMail ?? false
  return (
    <DoorPage title={t('start.forgot.title')} text={t(byMail ? 'start.forgot.mailText' : 'start.forgot.text')}>
      {byMail && !sent ? (
        <ResourceForm<ForgotInput, void>
          schema={forgotInput}
          values={{ email: '' }}
          inDialog
          submitLabel={t('start.forgot.send')}
          save={(input) => forgot(input)}
          onSaved={() => setSent(true)}
        >
          <TextField name="email" type="email" label={t('start.email')} required autoComplete="username" autoFocus />
          <TextLink to="/sign-in" size="sm">
            {t('start.toSignIn')}
          </TextLink>
        </ResourceForm>
      ) : (
        <Stack>
          {sent && (
            <Alert color="ok" role="status">
              {t('start.forgot.sent')}
            </Alert>
          )}
          <ButtonLink to="/sign-in" fullWidth>
            {t('start.toSignIn')}
          </ButtonLink>
        </Stack>
      )}
    </DoorPage>
  )
}
