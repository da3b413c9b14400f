import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { resetInput, resetPassword, resetQuery } from '../api/session'
import { DoorPage } from './DoorPage'
import { SpentLink } from './SetupPage'

const empty = { password: '' }

export function PasswordResetPage({ token }: { token: string }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const navigate = useNavigate()
  const query = useQuery(resetQuery(token))
  if (isProblem(query.error) && query.error.status >= 400 && query.error.status < 500)
    return <SpentLink text={text(query.error)} />
  return (
    <DoorPage title={t('start.reset.title')} text={query.data && t('start.reset.text', { email: query.data.email })}>
      <QueryState query={query}>
        {() => (
          <ResourceForm
            schema={resetInput}
            values={empty}
            inDialog
            submitLabel={t('start.reset.action')}
            save={({ password }) => resetPassword(token, password)}
            onSaved={async () => {
              showDone(t('start.reset.done'))
              await navigate({ to: '/sign-in' })
            }}
          >
            <PasswordField
              name="password"
              label={t('start.reset.password')}
              description={t('start.passwordHint')}
              required
              meter
            />
          </ResourceForm>
        )}
      </QueryState>
    </DoorPage>
  )
}
