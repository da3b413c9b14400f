import { Badge, Box, Button, Card, Group, SimpleGrid, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showDone, showProblem } from '@/components/toasts'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { languageOf, setLanguage } from '@/lib/i18n'
import { useProblemText } from '@/lib/problems'
import { type Me, meQuery, useMe } from '@/lib/session'
import { timeZones } from '@/lib/zones'
import {
  changePassword,
  changeProfile,
  endOtherSessions,
  endSession,
  type ProfileInput,
  passwordInput,
  profileInput,
  sessionsQuery,
} from '../api/account'
import { deviceName } from '../model/device'

const profileOf = (me: Me): ProfileInput => ({
  name: me.name,
  locale: languageOf(me.locale),
  timeZone: me.timeZone,
  theme: me.theme,
})
const noPassword = { currentPassword: '', newPassword: '' }

export function AccountPage() {
  const { t } = useTranslation()
  const me = useMe()
  const queryClient = useQueryClient()
  const [round, setRound] = useState(0)
  return (
    <Box maw={1000}>
      <PageHeader title={t('account.title')} text={`${me.email} · ${me.roles.map((role) => role.name).join(', ')}`}>
        <ButtonLink to={'/account/notifications' as '/'} variant="default" leftSection={<IconBell size={16} aria-hidden />}>
          {t('account.notifications')}
        </ButtonLink>
      </PageHeader>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Card>
            <Title order={2} size="h5" mb="md">
              {t('account.profile')}
            </Title>
            <ResourceForm
              schema={profileInput}
              values={profileOf(me)}
              version={me.version}
              save={(_, { changed, version }) => changeProfile(changed, version)}
              reload={async () => {
                const fresh = await api.get<Me>('/me')
                queryClient.setQueryData(meQuery.queryKey, fresh)
                return { values: profileOf(fresh), version: fresh.version }
              }}
              onSaved={async (saved) => {
                queryClient.setQueryData(meQuery.queryKey, saved)
                await setLanguage(languageOf(saved.locale))
                showDone(t('account.saved'))
              }}
            >
              <TextField name="name" label={t('account.name')} required autoComplete="name" />
              <SelectField
                name="locale"
                label={t('account.language')}
                required
                data={[
                  { value: 'en', label: 'English' },
                  { value: 'de', label: 'Deutsch' },
                ]}
              />
              <SelectField
                name="timeZone"
                label={t('account.timeZone')}
                description={t('account.timeZoneHint')}
                data={timeZones()}
                searchable
                required
              />
              <SelectField
                name="theme"
                label={t('account.theme')}
                required
                data={[
                  { value: 'AUTO', label: t('account.themes.AUTO') },
                  { value: 'LIGHT', label: t('account.themes.LIGHT') },
                  { value: 'DARK', label: t('account.themes.DARK') },
                ]}
              />
            </ResourceForm>
          </Card>
          <Card>
            <Title order={2} size="h5">
              {t('account.password')}
            </Title>
            <Text size="sm" c="dimmed" mb="md">
              {t('account.passwordText')}
            </Text>
            <ResourceForm
              key={round}
              schema={passwordInput}
              values={noPassword}
              inDialog
              submitLabel={t('account.changePassword')}
              save={(input) => changePassword(input)}
              onSaved={async () => {
                setRound(round + 1)
                showDone(t('account.passwordChanged'))
                await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })
              }}
            >
              <PasswordField name="currentPassword" label={t('account.currentPassword')} required />
              <PasswordField
                name="newPassword"
                label={t('account.newPassword')}
                description={t('start.passwordHint')}
                required
                meter
              />
            </ResourceForm>
          </Card>
        </SimpleGrid>
        <Sessions />
      </Stack>
    </Box>
  )
}

function Sessions() {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const query = useQuery(sessionsQuery)
  const end = async (action: () => Promise<unknown>, done: string) => {
    try {
      await action()
      showDone(done)
    } catch (error) {
      showProblem(text(error))
    }
    await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  }
  const others = (query.data?.items ?? []).filter((session) => !session.current)
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h5">
            {t('account.sessions')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('account.sessionsText')}
          </Text>
        </div>
        {others.length > 0 && (
          <Button variant="default" onClick={() => void end(endOtherSessions, t('account.othersEnded'))}>
            {t('account.endOthers')}
          </Button>
        )}
      </Group>
      <QueryState query={query}>
        {({ items }) => (
          <WideTable minWidth={520} label={t('account.sessions')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('account.device')}</Table.Th>
                  <Table.Th>{t('account.address')}</Table.Th>
                  <Table.Th>{t('account.lastSeen')}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((session) => (
                  <Table.Tr key={session.id}>
                    <Table.Td title={session.userAgent ?? undefined}>
                      {deviceName(session.userAgent) ?? t('account.unknownDevice')}
                    </Table.Td>
                    <Table.Td className="num">{session.ip ?? '–'}</Table.Td>
                    <Table.Td>
                      {session.current ? (
                        <Badge color="ok">{t('account.thisDevice')}</Badge>
                      ) : (
                        <span title={format.dateTime(session.lastSeenAt)}>{format.relative(session.lastSeenAt)}</span>
                      )}
                    </Table.Td>
                    <Table.Td ta="right">
                      {!session.current && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          onClick={() => void end(() => endSession(session.id), t('account.ended'))}
                        >
                          {t('account.end')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        )}
      </QueryState>
    </Card>
  )
}
