import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { meQuery, useMe } from '@/lib/session'
import { signIn, signInInput } from '../api/session'

export default function SignedOutForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queryClient = useQueryClient()
  const values = useMemo(() => ({ email: me.email, password: '' }), [me.email])
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={<Text fw={650}>{t('start.signedOut.title')}</Text>}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('start.signedOut.text')}
      </Text>
      <ResourceForm
        schema={signInInput}
        values={values}
        inDialog
        submitLabel={t('start.signIn.action')}
        save={(input) => signIn(input)}
        onSaved={async (again) => {
          // Somebody else at this browser must not see what the first one had open.
          if (again.id !== me.id) return window.location.assign('/')
          queryClient.setQueryData(meQuery.queryKey, again)
          onSignedIn()
          await queryClient.invalidateQueries()
        }}
      >
        <TextField name="email" type="email" label={t('start.email')} required autoComplete="username" />
        <PasswordField name="password" label={t('start.password')} required />
      </ResourceForm>
    </Modal>
  )
}
