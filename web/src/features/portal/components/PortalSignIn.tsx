import { Alert, Button, Card, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone, showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import {
  type Asked,
  askCode,
  type CodeInput,
  codeInput,
  type EmailInput,
  emailInput,
  enter,
  type Front,
  frontQuery,
  type Guest,
  remember,
  remembered,
} from '../api/visit'

/** The code that a link from the letter brings along; it is taken out of the address, which browsers keep. */
function brought(): string {
  const code = /^#code=(\d{8})$/.exec(window.location.hash)?.[1]
  if (!code) return ''
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** First the address, then the code that was sent there. */
export function PortalSignIn({ front }: { front: Front }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(remembered)
  const [code] = useState(brought)
  const { company } = front
  useEffect(() => {
    document.title = `${t('portal.door.title')} · ${company.name}`
  }, [t, company.name])
  const take = (now: Asked | null) => {
    remember(now)
    setAsked(now)
  }
  return (
    <Card padding="xl" maw={480} w="100%" mx="auto" my={{ base: 'md', sm: 'xl' }} component="section">
      <Title order={1} size="h3">
        {t('portal.door.title')}
      </Title>
      {!front.open ? (
        <Alert color="warn" mt="lg">
          {t('portal.door.closed', { company: company.name })}
        </Alert>
      ) : asked ? (
        <CodeForm key={asked.ticket} asked={asked} code={code} onAsked={take} />
      ) : (
        <AddressForm company={company.name} lost={code !== ''} onAsked={take} />
      )}
    </Card>
  )
}

function AddressForm(props: { company: string; lost: boolean; onAsked: (asked: Asked) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <Text size="sm" c="dimmed" mt={4} mb="lg">
        {t('portal.door.text', { company: props.company })}
      </Text>
      {props.lost && (
        <Alert color="warn" mb="md" role="status">
          {t('portal.door.otherBrowser')}
        </Alert>
      )}
      <ResourceForm<EmailInput, Asked>
        schema={emailInput}
        values={{ email: '' }}
        inDialog
        submitLabel={t('portal.door.send')}
        save={({ email }) => askCode(email.trim(), i18n.language)}
        onSaved={props.onAsked}
      >
        <TextField
          name="email"
          type="email"
          label={t('portal.door.email')}
          required
          autoComplete="email"
          autoFocus
          maxLength={254}
        />
      </ResourceForm>
    </>
  )
}

function CodeForm(props: { asked: Asked; code: string; onAsked: (asked: Asked | null) => void }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { asked } = props
  const field = useRef<HTMLDivElement>(null)
  // What had the focus is gone.
  useEffect(() => field.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  const again = async () => {
    setBusy(true)
    try {
      props.onAsked(await askCode(asked.email, i18n.language))
      showDone(t('portal.door.sentAgain'))
    } catch (error) {
      showProblem(text(error))
      setBusy(false)
    }
  }
  return (
    <div ref={field}>
      <Text size="sm" c="dimmed" mt={4} mb="lg" role="status" style={{ overflowWrap: 'anywhere' }}>
        {t('portal.door.sent', { email: asked.email, time: format.time(asked.expiresAt) })}
      </Text>
      <ResourceForm<CodeInput, Guest>
        schema={codeInput}
        values={{ code: props.code }}
        inDialog
        submitLabel={t('portal.door.enter')}
        onCancel={() => props.onAsked(null)}
        save={({ code }) => enter(asked.ticket, code)}
        onSaved={() => {
          remember(null)
          void queryClient.invalidateQueries({ queryKey: frontQuery.queryKey })
        }}
      >
        <TextField
          name="code"
          label={t('portal.door.code')}
          description={t('portal.door.codeHint')}
          required
          type="tel"
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
        />
      </ResourceForm>
      <Button variant="subtle" size="xs" mt="md" loading={busy} onClick={() => void again()}>
        {t('portal.door.again')}
      </Button>
    </div>
  )
}
