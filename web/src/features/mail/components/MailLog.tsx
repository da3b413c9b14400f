import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Email, emailQuery, mailStates, mailTones, mayCancel, mayRetry } from '../api/mail'

/** All e-mail that was written, newest first, with what became of it. */
export function MailLog() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<string>()
  const columns = useMemo<Column<Email>[]>(
    () => [
      {
        id: 'subject',
        header: t('mail.subject'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.subject}</b>,
        width: 280,
        grow: true,
        card: 'title',
      },
      { id: 'to', header: t('mail.to'), cell: (one) => one.toName ?? one.toAddress, width: 220, card: 'subtitle' },
      {
        id: 'state',
        header: t('mail.state'),
        cell: (one) => <StatusBadge tone={mailTones[one.state]}>{t(`mail.states.${one.state}`)}</StatusBadge>,
        width: 150,
        card: 'badge',
      },
      { id: 'kind', header: t('mail.kind'), cell: (one) => t(`mail.kinds.${one.kind}`), width: 180, card: 'none' },
      {
        id: 'createdAt',
        header: t('mail.written'),
        cell: (one) => format.dateTime(one.createdAt),
        sort: 'createdAt',
        width: 170,
      },
      { id: 'createdBy', header: t('mail.by'), cell: (one) => one.createdByName, width: 150, card: 'none' },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'state',
        label: t('mail.state'),
        kind: 'options',
        options: mailStates.map((one) => ({ value: one, label: t(`mail.states.${one}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <DataGrid<Email>
        list="emails"
        label={t('mail.tabs.log')}
        columns={columns}
        filters={filters}
        defaultSort="-createdAt"
        rowLabel={(one) => one.subject}
        onOpen={(one) => setOpen(one.id)}
        above={190}
        empty={<EmptyState icon={IconMail} title={t('mail.none')} text={t('mail.noneText')} />}
      />
      {open && <OneEmail id={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function OneEmail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const query = useQuery(emailQuery(id))
  const refresh = useRefresh(['emails', 'mail', 'activities'])
  const act = async (what: 'retry' | 'cancel', version: number) => {
    try {
      await api.post(`/emails/${id}/${what}`, {}, { version })
      showDone(t(`mail.${what}Done`))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{query.data?.email.subject ?? '…'}</Text>}>
      <QueryState query={query} lines={6}>
        {({ email, text: body, enclosures }) => (
          <Stack gap="sm">
            <Group gap="xs">
              <StatusBadge tone={mailTones[email.state]}>{t(`mail.states.${email.state}`)}</StatusBadge>
              <Text size="sm" c="dimmed">
                {[
                  email.toAddress,
                  format.dateTime(email.sentAt ?? email.createdAt),
                  t('mail.attempts', { count: email.attempts }),
                  email.nextTry && t('mail.nextTry', { time: format.dateTime(email.nextTry) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {t(`mail.stateTexts.${email.state}`)}
            </Text>
            {email.lastError && (
              <Text size="sm" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
                {email.lastError}
              </Text>
            )}
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {body ?? t('mail.secret')}
            </Text>
            {enclosures.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('mail.enclosed', { names: enclosures.map((one) => one.name).join(', ') })}
              </Text>
            )}
            <Group justify="flex-end">
              {mayCancel(email.state) && (
                <Button variant="default" onClick={() => void act('cancel', email.version)}>
                  {t('mail.cancel')}
                </Button>
              )}
              {mayRetry(email.state) && (
                <Button onClick={() => void act('retry', email.version)}>
                  {t(email.state === 'KEPT' ? 'mail.sendNow' : 'mail.retry')}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </QueryState>
    </Modal>
  )
}
