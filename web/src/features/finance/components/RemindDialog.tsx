import { Alert, Button, Card, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { nextReminderQuery, type ReminderDue, touched } from '../api/finance'

/** What came of one: its address, or why it was not sent. */
type Outcome = { to: string } | { why: string }

/** Reminders by e-mail: who gets what is shown first; then one goes after the other, so that one that is refused holds up no other. */
export function RemindDialog({ items, onClose }: { items: ReminderDue[]; onClose: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const refresh = useRefresh([...touched, 'activities'])
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const [sending, setSending] = useState(false)
  const stopped = useRef(false)
  const ready = useQuery({
    queryKey: ['mail', 'standing'],
    queryFn: ({ signal }) => api.get<{ ready: boolean }>('/mail-standing', { signal }),
  }).data?.ready
  const able = items.filter((one) => one.to)
  const unable = items.filter((one) => !one.to)
  const sent = able.filter((one) => outcomes[one.invoiceId] && 'to' in outcomes[one.invoiceId]!).length
  const failed = able.filter((one) => outcomes[one.invoiceId] && 'why' in outcomes[one.invoiceId]!).length
  const tried = sent + failed
  const left = able.filter((one) => !('to' in (outcomes[one.invoiceId] ?? {})))
  const send = async () => {
    setSending(true)
    stopped.current = false
    for (const one of left) {
      if (stopped.current) break
      let outcome: Outcome
      try {
        outcome = await api.post<{ to: string }>(`/invoices/${one.invoiceId}/reminder-letters`, { level: one.level })
      } catch (error) {
        outcome = { why: text(error) }
      }
      setOutcomes((before) => ({ ...before, [one.invoiceId]: outcome }))
    }
    setSending(false)
    await refresh()
  }
  const done = tried > 0 && !sending
  return (
    <Modal
      opened
      onClose={() => !sending && onClose()}
      withCloseButton={!sending}
      size="xl"
      title={<Text fw={650}>{t('finance.remind.title')}</Text>}
    >
      <Stack gap="md">
        {ready === false && <Alert color="warn">{t('letters.kept')}</Alert>}
        {tried === 0 && !sending && (
          <Text size="sm">
            {t('finance.remind.who', { count: able.length, clients: new Set(able.map((one) => one.client.id)).size })}
          </Text>
        )}
        {unable.length > 0 && (
          <Alert color="warn" title={t('finance.remind.noAddress', { count: unable.length })}>
            {unable.map((one, index) => (
              <span key={one.invoiceId}>
                {index > 0 && ', '}
                <TextLink to={`/clients/${one.client.id}` as '/'} inherit>
                  {one.client.name}
                </TextLink>{' '}
                ({one.number})
              </span>
            ))}
          </Alert>
        )}
        {(sending || tried > 0) && (
          <div role="status">
            <Progress
              value={able.length === 0 ? 0 : (100 * tried) / able.length}
              color={failed > 0 ? 'warn' : undefined}
              mb={6}
            />
            <Text size="sm">
              {t('finance.remind.progress', { sent, n: able.length })}
              {failed > 0 && ` ${t('finance.remind.failed', { count: failed })}`}
            </Text>
          </div>
        )}
        <Stack
          gap="xs"
          component="ul"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          mah="52dvh"
          styles={{ root: { overflowY: 'auto' } }}
        >
          {able.map((one) => (
            <Letter key={one.invoiceId} due={one} outcome={outcomes[one.invoiceId]} fresh={tried === 0 && !sending} />
          ))}
        </Stack>
        <Group justify="flex-end">
          {sending ? (
            <Button
              variant="default"
              onClick={() => {
                stopped.current = true
              }}
            >
              {t('finance.remind.stop')}
            </Button>
          ) : (
            <Button variant="default" onClick={onClose}>
              {t(done ? 'common.close' : 'common.cancel')}
            </Button>
          )}
          {left.length > 0 && (
            <Button loading={sending} onClick={() => void send()}>
              {done ? t('finance.remind.again', { count: left.length }) : t('finance.remind.send', { count: left.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Letter({ due, outcome, fresh }: { due: ReminderDue; outcome: Outcome | undefined; fresh: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const went = outcome !== undefined && 'to' in outcome
  const draft = useQuery({ ...nextReminderQuery(due.invoiceId), enabled: open && fresh })
  return (
    <Card component="li" padding="sm" style={{ flexShrink: 0 }}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={600}>
            {due.client.name} · {due.number} · {format.money(due.open)}
          </Text>
          <Text size="sm" c="dimmed">
            {due.title} · {t('finance.remind.late', { count: due.daysLate })} · {due.to}
          </Text>
          {outcome && 'why' in outcome && (
            <Text size="sm" c="var(--mantine-color-error)">
              {outcome.why}
            </Text>
          )}
        </div>
        {outcome ? (
          <StatusBadge tone={went ? 'ok' : 'bad'}>{t(went ? 'finance.remind.sent' : 'finance.remind.notSent')}</StatusBadge>
        ) : (
          fresh && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={open}
              aria-label={t('finance.remind.readOf', { number: due.number })}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'finance.remind.hide' : 'finance.remind.read')}
            </Button>
          )
        )}
      </Group>
      {open && fresh && (
        <QueryState query={draft} lines={4}>
          {(letter) => (
            <Stack gap={4} mt="sm">
              <Text size="sm" fw={600}>
                {letter.subject}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {letter.text}
              </Text>
              <Text size="xs" c="dimmed">
                {t('finance.remind.encloses', { number: due.number })}
              </Text>
            </Stack>
          )}
        </QueryState>
      )}
    </Card>
  )
}
