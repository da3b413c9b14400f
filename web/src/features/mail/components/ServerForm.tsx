import { Alert, Button, Card, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField, PasswordField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { Problem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { useMe } from '@/lib/session'
import {
  changeServer,
  type MailServer,
  type ServerInput,
  securities,
  serverInput,
  serverInputOf,
  serverQuery,
  testServer,
} from '../api/mail'

/** The mail server, the name e-mail comes in, and a button that tries it. */
export function ServerForm() {
  const query = useQuery(serverQuery)
  return (
    <QueryState query={query} lines={8}>
      {(server) => (
        <Stack gap="md">
          <Settings server={server} />
          {server.host && <Trial />}
        </Stack>
      )}
    </QueryState>
  )
}

function Settings({ server }: { server: MailServer }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return (
    <Card>
      <Title order={2} size="h5">
        {t('mail.server')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t(server.setByOperator ? 'mail.byOperator' : 'mail.serverText')}
      </Text>
      <ResourceForm<ServerInput, MailServer>
        schema={serverInput}
        values={serverInputOf(server)}
        version={server.version}
        disabled={server.setByOperator}
        save={(values, { version }) => changeServer(values, version)}
        reload={async () => {
          const fresh = await queryClient.fetchQuery({ ...serverQuery, staleTime: 0 })
          return { values: serverInputOf(fresh), version: fresh.version }
        }}
        onSaved={async (saved) => {
          queryClient.setQueryData(serverQuery.queryKey, saved)
          await queryClient.invalidateQueries({ queryKey: ['mail'] })
          showDone(t('mail.saved'))
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField name="host" label={t('mail.host')} placeholder="smtp.example.com" />
          <NumberField name="port" label={t('mail.port')} min={1} max={65_535} required />
          <SelectField
            name="security"
            label={t('mail.security')}
            data={securities.map((one) => ({ value: one, label: t(`mail.securities.${one}`) }))}
            required
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField name="username" label={t('mail.username')} />
          <PasswordField
            name="password"
            label={t('mail.password')}
            description={server.passwordSet ? t('mail.passwordSet') : undefined}
          />
          <TextField name="senderName" label={t('mail.senderName')} />
          <TextField name="senderAddress" type="email" label={t('mail.senderAddress')} />
          <TextField name="replyTo" type="email" label={t('mail.replyTo')} description={t('mail.replyToHint')} />
        </SimpleGrid>
      </ResourceForm>
    </Card>
  )
}

/** Sends one e-mail now and says how it went, in the server's own words. */
function Trial() {
  const { t } = useTranslation()
  const me = useMe()
  const text = useProblemText()
  const [to, setTo] = useState(me.email)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<{ good: boolean; title: string; answer?: string }>()
  const run = async () => {
    setBusy(true)
    setResult(undefined)
    try {
      const tried = await testServer(to.trim())
      setResult({ good: true, title: t('mail.testDone', { to: tried.to }), answer: tried.answer })
    } catch (error) {
      const facts = error instanceof Problem ? (error.facts as { step?: string; answer?: string } | undefined) : undefined
      setResult(
        facts?.step
          ? { good: false, title: t(`mail.steps.${facts.step}`), answer: facts.answer }
          : { good: false, title: text(error) },
      )
    }
    setBusy(false)
  }
  return (
    <Card>
      <Title order={2} size="h5">
        {t('mail.test')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('mail.testText')}
      </Text>
      <Group align="flex-end">
        <TextInput
          type="email"
          label={t('mail.testTo')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          style={{ flex: 1, minWidth: 200 }}
        />
        <Button variant="default" loading={busy} onClick={() => void run()}>
          {t('mail.testRun')}
        </Button>
      </Group>
      {result && (
        <Alert color={result.good ? 'ok' : 'bad'} role={result.good ? 'status' : 'alert'} mt="md" title={result.title}>
          {result.answer && (
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {result.answer}
            </Text>
          )}
        </Alert>
      )}
    </Card>
  )
}
