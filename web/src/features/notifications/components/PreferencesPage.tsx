import { Alert, Box, Button, Card, Group, NativeSelect, Switch, Table, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { changePreferences, type MailWay, mailWays, type Preferences, preferencesQuery } from '../api/notifications'

/** What a person wants to be told, and how: one switch for each kind of notification and each way it can come. */
export function PreferencesPage() {
  const { t } = useTranslation()
  const query = useQuery(preferencesQuery)
  return (
    <Box maw={760}>
      <TextLink to={'/account' as '/'} size="sm">
        {t('nav.account')}
      </TextLink>
      <PageHeader title={t('notifications.preferences')} text={t('notifications.preferencesText')} />
      <QueryState query={query}>{(preferences) => <Choices preferences={preferences} />}</QueryState>
    </Box>
  )
}

function Choices({ preferences }: { preferences: Preferences }) {
  const { t, i18n } = useTranslation()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [refusal, setRefusal] = useState<string>()
  const [saved, setSaved] = useState(false)
  const name = (type: string) =>
    i18n.exists(`notifications.names.${type}`)
      ? t(`notifications.names.${type}`)
      : type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' ')
  const hint = (type: string) => (i18n.exists(`notifications.hints.${type}`) ? t(`notifications.hints.${type}`) : null)

  /** Saved at once; what another window has changed meanwhile is read and kept. */
  const set = async (items: Preferences['items']) => {
    setRefusal(undefined)
    const changed = new Map(items.map((item) => [item.type, item]))
    queryClient.setQueryData(preferencesQuery.queryKey, {
      ...preferences,
      items: preferences.items.map((item) => ({ ...item, ...changed.get(item.type) })),
    })
    try {
      const after = await changePreferences(items, preferences.version).catch(async (error) => {
        if (!isProblem(error, 412)) throw error
        const fresh = await queryClient.fetchQuery({ ...preferencesQuery, staleTime: 0 })
        return changePreferences(items, fresh.version)
      })
      queryClient.setQueryData(preferencesQuery.queryKey, after)
      setSaved(true)
    } catch (error) {
      setSaved(false)
      setRefusal(text(error))
      await queryClient.invalidateQueries({ queryKey: preferencesQuery.queryKey })
    }
  }
  if (preferences.items.length === 0) {
    return (
      <Card>
        <EmptyState icon={IconBell} title={t('notifications.noPreferences')} text={t('notifications.noPreferencesText')} />
      </Card>
    )
  }
  const all = preferences.items.every((item) => item.inApp)
  return (
    <>
      <Card padding={0}>
        <Table horizontalSpacing="sm" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('notifications.about')}</Table.Th>
              <Table.Th w={{ base: 76, sm: 110 }} ta="right">
                {t('notifications.inApp')}
              </Table.Th>
              <Table.Th w={{ base: 108, sm: 150 }}>{t('notifications.byMail')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preferences.items.map((item) => (
              <Table.Tr key={item.type}>
                <Table.Td>
                  <Text size="sm" fw={550}>
                    {name(item.type)}
                  </Text>
                  {hint(item.type) && (
                    <Text size="xs" c="dimmed">
                      {hint(item.type)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    <Switch
                      aria-label={t('notifications.tellInApp', { name: name(item.type) })}
                      checked={item.inApp}
                      onChange={(event) => void set([{ type: item.type, inApp: event.currentTarget.checked }])}
                    />
                  </Group>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('notifications.tellByMail', { name: name(item.type) })}
                    value={item.mail ?? 'OFF'}
                    onChange={(event) => void set([{ ...item, mail: event.currentTarget.value as MailWay }])}
                    data={mailWays.map((way) => ({ value: way, label: t(`notifications.ways.${way}`) }))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      {preferences.mailReady === false && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('notifications.noMail')}
        </Text>
      )}
      {refusal && (
        <Alert color="bad" role="alert" mt="md">
          {refusal}
        </Alert>
      )}
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed" role="status">
          {saved && t('notifications.saved')}
        </Text>
        <Button variant="default" onClick={() => void set(preferences.items.map((item) => ({ ...item, inApp: !all })))}>
          {t(all ? 'notifications.noneOfThem' : 'notifications.allOfThem')}
        </Button>
      </Group>
    </>
  )
}
