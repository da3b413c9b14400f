import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PasswordField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { meQuery } from '@/lib/session'
import { type SignInInput, signIn, signInInput } from '../api/session'
import { setupQuery } from '../api/setup-state'
import { DoorPage } from './DoorPage'

const empty: SignInInput = { email: '', password: '' }

export function SignInPage({ next }: { next?: string }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const setup = useQuery(setupQuery)
  if (setup.data?.needed) return <Navigate to="/setup" />
  return (
    <DoorPage title={t('start.signIn.title')}>
      <ResourceForm
        schema={signInInput}
        values={empty}
        inDialog
        submitLabel={t('start.signIn.action')}
        save={(input) => signIn(input)}
        onSaved={async (me) => {
          queryClient.clear()
          queryClient.setQueryData(meQuery.queryKey, me)
          if (next) await navigate({ href: next })
          else await navigate({ to: '/' })
        }}
      >
        <TextField name="email" type="email" label={t('start.email')} required autoComplete="username" autoFocus />
        <PasswordField name="password" label={t('start.password')} required />
        <TextLink to="/forgot-password" size="sm">
          {t('start.signIn.forgot')}
        </TextLink>
      </ResourceForm>
    </DoorPage>
  )
}
