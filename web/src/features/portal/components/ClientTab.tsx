import { Alert, Badge, Button, Card, Group, Modal, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { DateField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useThingChanged } from '@/lib/event-stream'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import {
  type Acceptance,
  acceptancesQuery,
  attempt,
  type Link,
  type LinkInput,
  linkInput,
  linksQuery,
  makeLink,
  type ReplyInput,
  remarksQuery,
  reply,
  replyInput,
  revokeLink,
  withdraw,
  withdrawInput,
} from '../api/portal'
import { ByHandDialog } from './ByHandDialog'
import { Remarks } from './Remarks'

const tones: Record<Acceptance['state'], Tone> = { KEPT: 'info', WAITING: 'warn', CONFIRMED: 'ok', WITHDRAWN: 'gray' }

/** What goes to the client and comes back: links, questions, the answer and what became of it. */
export function ClientTab(props: {
  quoteId: string
  contact?: string
  sent: boolean
  open: boolean
  /** Why the client said no. */
  declined: string | null
  onChanged: () => void
}) {
  const { quoteId } = props
  const queryClient = useQueryClient()
  // The client may read, ask and answer while somebody looks at this.
  useThingChanged('quote', quoteId, () => {
    for (const { queryKey } of [acceptancesQuery(quoteId), linksQuery(quoteId), remarksQuery(quoteId)])
      void queryClient.invalidateQueries({ queryKey })
  })
  return (
    <Stack gap="md">
      <Answers {...props} />
      {props.sent && <Links quoteId={props.quoteId} contact={props.contact} />}
      <Talk quoteId={props.quoteId} />
    </Stack>
  )
}

type Answering = { quoteId: string; sent: boolean; open: boolean; declined: string | null; onChanged: () => void }

function Answers({ quoteId, sent, open, declined, onChanged }: Answering) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(acceptancesQuery(quoteId))
  const [asking, setAsking] = useState(false)
  const changed = async () => {
    setAsking(false)
    await queryClient.invalidateQueries({ queryKey: acceptancesQuery(quoteId).queryKey })
    onChanged()
  }
  return (
    <Card padding="md" component="section" aria-label={t('portal.answer')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('portal.answer')}
        </Title>
        {open && can('QUOTE_EDIT') && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('portal.byHand')}
          </Button>
        )}
      </Group>
      <QueryState query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c={declined ? undefined : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
              {declined ? t('portal.saidNo', { reason: declined }) : t(sent ? 'portal.noAnswer' : 'portal.notSent')}
            </Text>
          ) : (
            <Stack gap="md">
              {items.map((one) => (
                <Yes key={one.id} yes={one} onChanged={changed} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      {asking && <ByHandDialog quoteId={quoteId} onClose={() => setAsking(false)} onSaved={() => void changed()} />}
    </Card>
  )
}

function Yes({ yes, onChanged }: { yes: Acceptance; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const settled = yes.state === 'CONFIRMED' || yes.state === 'WITHDRAWN'
  const again = async () => {
    setBusy(true)
    try {
      const now = await attempt(yes.id)
      if (now.state === 'CONFIRMED') showDone(t('portal.confirmedNow'))
      else showProblem(t('portal.waitsStill'))
      await onChanged()
    } catch (error) {
      showProblem(text(error))
    }
    setBusy(false)
  }
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <StatusBadge tone={tones[yes.state]}>{t(`portal.states.${yes.state}`)}</StatusBadge>
        <Text size="sm" fw={600}>
          {format.money(yes.gross)}
        </Text>
        {yes.eventId && (
          <TextLink to={`/events/${yes.eventId}` as '/'} size="sm">
            {t('portal.event')}
          </TextLink>
        )}
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('portal.saidYes', { name: yes.name, when: format.dateTime(yes.at) })}
        {yes.note && ` · ${yes.note}`}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {yes.witnessName
          ? t('portal.witness', { name: yes.witnessName })
          : [yes.contact && t('portal.signedInAs', yes.contact), yes.ip, yes.program].filter(Boolean).join(' · ')}
      </Text>
      {yes.hindrance && (
        <Alert color="warn" title={t('portal.waitsTitle')}>
          <Text size="sm">{t('portal.waitsText')}</Text>
          {yes.hindrance.shortages.length > 0 ? (
            <ul style={{ margin: '6px 0', paddingInlineStart: 20 }}>
              {yes.hindrance.shortages.map((short, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one thing may lack at several times
                <li key={index}>{t('portal.lacks', { count: short.quantity, item: short.item })}</li>
              ))}
            </ul>
          ) : (
            <Text size="sm" mt={4}>
              {yes.hindrance.message}
            </Text>
          )}
          {yes.triedAt && (
            <Text size="xs" c="dimmed">
              {t('portal.tried', { when: format.relative(yes.triedAt) })}
            </Text>
          )}
        </Alert>
      )}
      {yes.withdrawnReason && <Text size="sm">{t('portal.withdrawn', { reason: yes.withdrawnReason })}</Text>}
      {!settled && can('QUOTE_EDIT') && (
        <Group gap="xs">
          <Button size="xs" loading={busy} onClick={() => void again()}>
            {t('portal.again')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('portal.withdraw')}
          </Button>
        </Group>
      )}
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={<Text fw={650}>{t('portal.withdraw')}</Text>}>
          <ResourceForm<{ reason: string }, unknown>
            schema={withdrawInput}
            values={{ reason: '' }}
            inDialog
            submitLabel={t('portal.withdraw')}
            onCancel={() => setAsking(false)}
            save={(values) => withdraw(yes.id, values)}
            onSaved={async () => {
              setAsking(false)
              await onChanged()
            }}
          >
            <TextAreaField name="reason" label={t('portal.why')} rows={3} required maxLength={1_000} />
          </ResourceForm>
        </Modal>
      )}
    </Stack>
  )
}

function Links({ quoteId, contact }: { quoteId: string; contact?: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(linksQuery(quoteId))
  const zone = useMe().company.timeZone || 'UTC'
  const [address, setAddress] = useState<string>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: linksQuery(quoteId).queryKey })
  return (
    <Card padding="md" component="section" aria-label={t('portal.links')}>
      <Title order={2} size="h5" mb="xs">
        {t('portal.links')}
      </Title>
      {address ? (
        <Alert color="ok" icon={<IconLink aria-hidden />} title={t('portal.linkMade')} role="status">
          <Stack gap="sm">
            <TextInput
              label={t('portal.address')}
              description={t('portal.once')}
              value={address}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <Group gap="xs">
              <CopyButton value={address} label={t('portal.copy')} />
              <Button variant="default" component="a" href={address} target="_blank" rel="noreferrer">
                {t('portal.look')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      ) : (
        can('QUOTE_EDIT') && (
          <ResourceForm<LinkInput, { address: string }>
            schema={linkInput}
            values={{ forName: contact ?? '', until: null }}
            inDialog
            submitLabel={t('portal.makeLink')}
            save={(values) => makeLink(quoteId, values, zone)}
            onSaved={async (made) => {
              setAddress(made.address)
              await refresh()
            }}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <TextField name="forName" label={t('portal.forWhom')} description={t('portal.linkHint')} required maxLength={200} />
              <DateField name="until" label={t('portal.goodUntil')} description={t('portal.goodUntilHint')} />
            </SimpleGrid>
          </ResourceForm>
        )
      )}
      <QueryState query={query} lines={1}>
        {({ items }) => <LinkTable links={items} quoteId={quoteId} onRevoked={refresh} />}
      </QueryState>
    </Card>
  )
}

type Shown = { quoteId: string; onRevoked: () => Promise<unknown> }

function LinkTable({ links, ...rest }: Shown & { links: Link[] }) {
  if (links.length === 0) return null
  const rows = links.map((link) => <LinkRow key={link.id} link={link} {...rest} />)
  return (
    <Table mt="sm" verticalSpacing={6} horizontalSpacing={0}>
      <Table.Tbody>{rows}</Table.Tbody>
    </Table>
  )
}

function LinkRow({ link, quoteId, onRevoked }: Shown & { link: Link }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const over = link.revokedAt !== null || new Date(link.expiresAt) < new Date()
  const revoke = () =>
    confirm({
      title: t('portal.revokeNamed', { name: link.forName }),
      text: t('portal.revokeText'),
      action: t('portal.revoke'),
      danger: true,
      run: async () => {
        await revokeLink(quoteId, link.id)
        await onRevoked()
      },
    })
  const facts = [
    link.openedAt ? t('portal.opened', { when: format.relative(link.openedAt) }) : t('portal.unopened'),
    link.revokedAt ? t('portal.revoked') : t('portal.until', { day: format.date(link.expiresAt) }),
  ]
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {link.forName}
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {over && (
          <Badge color="gray" variant="light">
            {t('portal.over')}
          </Badge>
        )}
        {!over && can('QUOTE_EDIT') && (
          <Button
            variant="subtle"
            color="bad"
            size="xs"
            aria-label={t('portal.revokeNamed', { name: link.forName })}
            onClick={revoke}
          >
            {t('portal.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Talk({ quoteId }: { quoteId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(remarksQuery(quoteId))
  return (
    <Card padding="md" component="section" aria-label={t('portal.remarks')}>
      <Title order={2} size="h5" mb="xs">
        {t('portal.remarks')}
      </Title>
      <QueryState query={query} lines={1}>
        {({ items }) => (
          <Stack gap="md">
            <Remarks remarks={items} />
            {can('QUOTE_EDIT') && (
              <ResourceForm<ReplyInput, unknown>
                key={items.length}
                schema={replyInput}
                values={{ text: '' }}
                inDialog
                submitLabel={t('portal.reply')}
                save={(values) => reply(quoteId, values)}
                onSaved={() => void queryClient.invalidateQueries({ queryKey: remarksQuery(quoteId).queryKey })}
              >
                <TextAreaField name="text" label={t('portal.replyText')} rows={2} required maxLength={4_000} />
              </ResourceForm>
            )}
          </Stack>
        )}
      </QueryState>
    </Card>
  )
}
