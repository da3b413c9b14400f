import { Button, Center, Loader, SimpleGrid, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { LoadProblem } from '@/components/QueryState'
import { languageOf } from '@/lib/i18n'
import { meQuery } from '@/lib/session'
import { currencies, ownTimeZone, timeZones } from '@/lib/zones'
import { type SetupInput, setUp, setupInput } from '../api/setup'
import { setupQuery } from '../api/setup-state'
import { DoorPage } from './DoorPage'

/** The first visit: makes the company and its owner, once. */
export function SetupPage() {
  const { t, i18n } = useTranslation()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const setup = useQuery(setupQuery)
  const values = useMemo<SetupInput>(
    () => ({
      companyName: '',
      ownerName: '',
      email: '',
      password: '',
      locale: languageOf(i18n.language),
      timeZone: ownTimeZone(),
      currency: 'EUR',
    }),
    [i18n.language],
  )
  if (setup.data && !setup.data.needed && !queryClient.getQueryData(meQuery.queryKey)) return <Navigate to="/sign-in" />
  return (
    <DoorPage title={t('start.setup.title')} text={t('start.setup.text')}>
      {setup.isError ? (
        <LoadProblem error={setup.error} retry={() => void setup.refetch()} />
      ) : setup.data ? (
        <ResourceForm
          schema={setupInput}
          values={values}
          inDialog
          submitLabel={t('start.setup.action')}
          save={(input) => setUp({ ...input, locale: languageOf(i18n.language) })}
          onSaved={async (me) => {
            queryClient.setQueryData(meQuery.queryKey, me)
            queryClient.setQueryData(setupQuery.queryKey, { needed: false, companyName: me.company.name })
            await navigate({ to: '/' })
          }}
        >
          <TextField name="companyName" label={t('start.setup.company')} required autoComplete="organization" />
          <TextField name="ownerName" label={t('start.yourName')} required autoComplete="name" />
          <TextField name="email" type="email" label={t('start.email')} required autoComplete="username" />
          <PasswordField name="password" label={t('start.password')} description={t('start.passwordHint')} required meter />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <SelectField name="timeZone" label={t('start.setup.timeZone')} data={timeZones()} searchable required />
            <SelectField name="currency" label={t('start.setup.currency')} data={currencies} searchable required />
          </SimpleGrid>
        </ResourceForm>
      ) : (
        <Center p="lg">
          <Loader aria-label={t('common.loading')} />
        </Center>
      )}
    </DoorPage>
  )
}

/** A link that leads nowhere any more. */
export function SpentLink({ text }: { text: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <DoorPage title={t('start.spent.title')} text={text}>
      <Stack>
        <Button onClick={() => navigate({ to: '/sign-in' })}>{t('start.toSignIn')}</Button>
      </Stack>
    </DoorPage>
  )
}
