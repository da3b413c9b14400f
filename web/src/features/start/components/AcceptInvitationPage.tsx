import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PasswordField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { meQuery } from '@/lib/session'
import { invitationQuery, join, joinInput } from '../api/session'
import { DoorPage } from './DoorPage'
import { SpentLink } from './SetupPage'

export function AcceptInvitationPage({ token }: { token: string }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const query = useQuery(invitationQuery(token))
  if (isProblem(query.error) && query.error.status >= 400 && query.error.status < 500)
    return <SpentLink text={text(query.error)} />
  return (
    <DoorPage
      title={t('start.join.title')}
      text={query.data && t('start.join.text', { company: query.data.companyName, email: query.data.email })}
    >
      <QueryState query={query}>
        {(invitation) => (
          <ResourceForm
            schema={joinInput}
            values={{ name: invitation.name, password: '' }}
            inDialog
            submitLabel={t('start.join.action')}
            save={(input) => join(token, input)}
            onSaved={async (me) => {
              queryClient.clear()
              queryClient.setQueryData(meQuery.queryKey, me)
              await navigate({ to: '/' })
            }}
          >
            <TextField name="name" label={t('start.yourName')} required autoComplete="name" />
            <PasswordField name="password" label={t('start.password')} description={t('start.passwordHint')} required meter />
          </ResourceForm>
        )}
      </QueryState>
    </DoorPage>
  )
}
