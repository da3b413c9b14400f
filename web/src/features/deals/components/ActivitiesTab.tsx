import { ActionIcon, Button, Card, Group, Menu, Stack, Text } from '@mantine/core'
import {
  IconCheckbox,
  IconDots,
  IconMail,
  IconMessages,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlus,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Activity, activitiesQuery, isOpen, isOverdue } from '../api/activities'

const LetterDialog = later(() => import('./LetterDialog').then((file) => file.LetterDialog))
const ActivityDialog = later(() => import('./ActivityDialog').then((file) => file.ActivityDialog))
const signs = { CALL: IconPhone, EMAIL: IconMail, MEETING: IconUsers, TASK: IconCheckbox, NOTE: IconNote }
const touched = ['activities', 'history'] as const

/** What was said and agreed with a client, newest first, and what is still to be done; of one deal only, where one is given. */
export function ActivitiesTab({ clientId, dealId }: { clientId: string; dealId?: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touched)
  const query = useInfiniteQuery(activitiesQuery(dealId ? { deal: dealId } : { client: clientId }))
  const [open, setOpen] = useState<{ activity: Activity | null }>()
  const [writing, setWriting] = useState(false)
  const editable = can('DEAL_EDIT')
  const add = editable && (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconMail size={16} aria-hidden />} onClick={() => setWriting(true)}>
        {t('deals.activities.write')}
      </Button>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ activity: null })}>
        {t('deals.activities.add')}
      </Button>
    </Group>
  )
  return (
    <Stack gap="md">
      <QueryState query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <EmptyState icon={IconMessages} title={t('deals.activities.none')} text={t('deals.activities.noneText')}>
              {add}
            </EmptyState>
          ) : (
            <>
              <Group justify="flex-end">{add}</Group>
              <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((one) => (
                  <Line
                    key={one.id}
                    activity={one}
                    ofDeal={dealId !== undefined}
                    edit={editable ? () => setOpen({ activity: one }) : undefined}
                    refresh={refresh}
                  />
                ))}
              </Stack>
              {query.hasNextPage && (
                <Group>
                  <Button variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                    {t('deals.activities.older')}
                  </Button>
                </Group>
              )}
            </>
          )
        }}
      </QueryState>
      {writing && (
        <LetterDialog
          clientId={clientId}
          dealId={dealId}
          onClose={() => setWriting(false)}
          onSaved={async () => {
            await refresh()
            setWriting(false)
          }}
        />
      )}
      {open && (
        <ActivityDialog
          activity={open.activity}
          clientId={clientId}
          dealId={dealId}
          onClose={() => setOpen(undefined)}
          onSaved={async () => {
            await refresh()
            setOpen(undefined)
          }}
        />
      )}
    </Stack>
  )
}

function Line(props: { activity: Activity; ofDeal: boolean; edit?: () => void; refresh: () => Promise<void> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const { activity: one, edit, refresh } = props
  const Sign = signs[one.kind]
  const tick = async () => {
    try {
      await api.post(`/activities/${one.id}/${one.doneAt ? 'undone' : 'done'}`)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = () =>
    confirm({
      title: t('deals.activities.removeTitle', { subject: one.subject }),
      action: t('deals.activities.remove'),
      danger: true,
      run: async () => {
        await api.delete(`/activities/${one.id}`, { version: one.version })
        await refresh()
      },
    })
  return (
    <Card padding="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" align="flex-start" wrap="nowrap" miw={0} style={{ flex: '1 1 240px' }}>
          <Sign size={20} stroke={1.6} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Stack gap={3} miw={0}>
            <Group gap="xs">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {one.subject}
              </Text>
              {isOverdue(one) && <StatusBadge tone="bad">{t('deals.activities.overdue')}</StatusBadge>}
              {one.email && one.email.state !== 'SENT' && (
                <StatusBadge tone={one.email.state === 'QUEUED' || one.email.state === 'SENDING' ? 'info' : 'warn'}>
                  {t(`deals.activities.mailStates.${one.email.state}`)}
                </StatusBadge>
              )}
              {one.doneAt && <StatusBadge tone="ok">{t('deals.activities.done')}</StatusBadge>}
            </Group>
            <Text size="sm" c="dimmed">
              {[
                t(`deals.activities.kinds.${one.kind}`),
                format.dateTime(one.at),
                one.contact?.name,
                one.assignee?.name ?? t('deals.activities.by', { name: one.createdByName }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {!props.ofDeal && one.deal && (
              <TextLink to={`/deals/${one.deal.id}` as '/'} size="sm">
                {`${one.deal.number} ${one.deal.name}`}
              </TextLink>
            )}
            {one.text && (
              <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {one.text}
              </Text>
            )}
          </Stack>
        </Group>
        {edit && (
          <Group gap={4} wrap="nowrap">
            {isOpen(one) && (
              <Button size="xs" variant="default" onClick={() => void tick()}>
                {t('deals.activities.markDone')}
              </Button>
            )}
            <Menu width={220} position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('contacts.actionsFor', { name: one.subject })}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={edit}>
                  {t('deals.activities.edit')}
                </Menu.Item>
                {one.doneAt && (
                  <Menu.Item leftSection={<IconCheckbox size={16} aria-hidden />} onClick={() => void tick()}>
                    {t('deals.activities.markUndone')}
                  </Menu.Item>
                )}
                <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} color="var(--mantine-color-error)" onClick={remove}>
                  {t('deals.activities.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </Group>
    </Card>
  )
}
