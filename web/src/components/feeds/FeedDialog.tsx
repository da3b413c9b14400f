import { Alert, Button, Group, Modal, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconCalendarShare } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import { type Feed, feedsQuery, type MadeFeed, makeFeed, ownScopes, revokeFeed, type Scope, type Subject } from './feeds'

const input = z.object({ name: z.string().trim().min(1).max(100), scope: z.string().min(1) })
type Input = { name: string; scope: Scope }

/** A calendar for another program: of one thing, or without a subject of one's own events or the company's. */
export function FeedDialog({ subject, onClose }: { subject?: Subject; onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const query = useQuery(feedsQuery)
  const [made, setMade] = useState<MadeFeed>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: feedsQuery.queryKey })
  const shown = (feeds: Feed[]) =>
    feeds.filter((feed) => (subject ? feed.scope === subject.scope && feed.subjectId === subject.id : true))
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('feeds.title')}</Text>}>
      <Stack gap="md">
        <Text size="sm">{t(subject ? 'feeds.textOf' : 'feeds.text', { name: subject?.name })}</Text>
        {made ? (
          <Address made={made} />
        ) : (
          <ResourceForm<Input, MadeFeed>
            schema={input}
            values={{ name: subject?.name ?? t('feeds.scopes.MINE'), scope: subject?.scope ?? 'MINE' }}
            inDialog
            submitLabel={t('feeds.make')}
            onCancel={onClose}
            save={({ name, scope }) => makeFeed({ name, scope, subjectId: subject?.id ?? null })}
            onSaved={async (feed) => {
              setMade(feed)
              await refresh()
            }}
          >
            {!subject && (
              <SelectField
                name="scope"
                label={t('feeds.scope')}
                required
                data={ownScopes.map((one) => ({ value: one, label: t(`feeds.scopes.${one}`) }))}
              />
            )}
            <TextField name="name" label={t('feeds.name')} description={t('feeds.nameHint')} required autoFocus maxLength={100} />
          </ResourceForm>
        )}
        <QueryState query={query} lines={2}>
          {({ items }) => <Existing feeds={shown(items)} onRevoked={refresh} />}
        </QueryState>
      </Stack>
    </Modal>
  )
}

/** The address, this once. */
function Address({ made }: { made: MadeFeed }) {
  const { t } = useTranslation()
  return (
    <Alert color="ok" icon={<IconCalendarShare aria-hidden />} title={t('feeds.made')} role="status">
      <Stack gap="sm">
        <TextInput
          label={t('feeds.address')}
          description={t('feeds.once')}
          value={made.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group gap="xs">
          <CopyButton value={made.url} label={t('feeds.copy')} />
          <Button component="a" variant="default" href={made.url.replace(/^https?:/, 'webcal:')}>
            {t('feeds.open')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

function Existing({ feeds, onRevoked }: { feeds: Feed[]; onRevoked: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (feeds.length === 0) return null
  const revoke = (feed: Feed) =>
    confirm({
      title: t('feeds.revokeTitle', { name: feed.name }),
      text: t('feeds.revokeText'),
      action: t('feeds.revoke'),
      danger: true,
      run: async () => {
        await revokeFeed(feed.id)
        await onRevoked()
      },
    })
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {t('feeds.existing')}
      </Title>
      <Table verticalSpacing={6} horizontalSpacing={0}>
        <Table.Tbody>
          {feeds.map((feed) => (
            <Table.Tr key={feed.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {feed.name}
                <Text size="xs" c="dimmed">
                  {[
                    feed.subjectName ?? t(`feeds.scopes.${feed.scope}`),
                    feed.usedAt
                      ? t('feeds.used', { when: format.relative(feed.usedAt), program: feed.usedBy ?? '–' })
                      : t('feeds.unused'),
                  ].join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  color="bad"
                  size="xs"
                  aria-label={t('feeds.revokeNamed', { name: feed.name })}
                  onClick={() => revoke(feed)}
                >
                  {t('feeds.revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
