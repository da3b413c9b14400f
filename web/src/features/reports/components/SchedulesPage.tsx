import { Button, Card, Group, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { IconCalendarRepeat } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api, type Query, searchString } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useMe } from '@/lib/session'
import { deliveriesQuery, pathOf, type Subscription, subscriptionsQuery } from '../api/reports'

const touched = ['report-subscriptions', 'report-deliveries'] as const

/** Reports that are mailed, by whom to whom, and what was. */
export function SchedulesPage() {
  const { t } = useTranslation()
  const query = useQuery(subscriptionsQuery)
  return (
    <>
      <TextLink to={'/reports' as '/'} size="sm">
        {t('reports.title')}
      </TextLink>
      <PageHeader title={t('reports.schedules.title')} text={t('reports.schedules.text')} />
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCalendarRepeat} title={t('reports.schedules.none')} text={t('reports.schedules.noneText')} />
          ) : (
            <Stack>
              {items.map((one) => (
                <Entry key={one.id} subscription={one} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </>
  )
}

function linkOf({ report, question }: Subscription) {
  const { clients, categories, products, warehouses, eventTypes, ...rest } = question
  const asked = {
    ...rest,
    client: clients,
    category: categories,
    product: products,
    warehouse: warehouses,
    eventType: eventTypes,
  }
  return pathOf(report) + searchString(asked as Query)
}

function Entry({ subscription: one }: { subscription: Subscription }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [log, setLog] = useState(false)
  const mine = one.owner.id === me.id
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' })
  const day = one.rhythm === 'WEEKLY' ? weekday.format(Date.UTC(2026, 0, 4 + one.day)) : String(one.day)
  const act = (action: string) =>
    api.post(`/report-subscriptions/${one.id}/${action}`, {}, { version: one.version }).then(refresh)
  const stop = () =>
    confirm({
      title: t('reports.schedules.stopAsk', { name: one.name }),
      text: t(mine ? 'reports.schedules.stopText' : 'reports.schedules.leaveText'),
      action: t(mine ? 'reports.schedules.stop' : 'reports.schedules.leave'),
      run: () => act('stop'),
    })
  const resume = () => act('resumption').catch((error: unknown) => showProblem(text(error)))
  const why =
    one.stoppedReason === 'ASKED'
      ? t('reports.schedules.stoppedBy', { name: one.stoppedBy })
      : one.stoppedReason === 'PERMISSION_LOST'
        ? t('reports.schedules.lost', { name: one.stoppedBy })
        : t('reports.schedules.gone', { name: one.stoppedBy })
  return (
    <Card padding="lg" component="section" aria-label={one.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {one.name}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`reports.names.${one.report}`)} · {one.format} ·{' '}
            {t(`reports.schedules.every.${one.rhythm}`, { day, hour: one.hour })}
          </Text>
          <Text size="sm" mt={4}>
            {t('reports.schedules.people')}: {one.recipients.map((to) => to.name).join(', ') || '–'}
          </Text>
          {one.nextAt ? (
            <Text size="sm">
              {t('reports.schedules.next')}: {format.dateTime(one.nextAt)}
            </Text>
          ) : (
            <StatusBadge tone="warn">{why}</StatusBadge>
          )}
        </div>
        <Group gap="xs">
          <TextLink to={linkOf(one) as '/'} size="sm">
            {t('reports.schedules.open')}
          </TextLink>
          <Button size="xs" variant="default" onClick={() => setLog(true)}>
            {t('reports.schedules.log')}
          </Button>
          {one.nextAt ? (
            <Button size="xs" variant="default" onClick={stop}>
              {t(mine ? 'reports.schedules.stop' : 'reports.schedules.leave')}
            </Button>
          ) : (
            mine && (
              <Button size="xs" onClick={() => void resume()}>
                {t('reports.schedules.resume')}
              </Button>
            )
          )}
        </Group>
      </Group>
      {log && (
        <Modal opened size="lg" onClose={() => setLog(false)} title={<Text fw={650}>{one.name}</Text>}>
          <Log id={one.id} />
        </Modal>
      )}
    </Card>
  )
}

function Log({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(deliveriesQuery(id))
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text>{t('reports.schedules.noLog')}</Text>
        ) : (
          <WideTable minWidth={420} label={t('reports.schedules.log')}>
            <Table aria-label={t('reports.schedules.log')}>
              <Table.Tbody>
                {items.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>{format.dateTime(one.madeAt)}</Table.Td>
                    <Table.Td>{one.person.name}</Table.Td>
                    <Table.Td>
                      <StatusBadge tone={one.outcome === 'MAILED' ? 'ok' : 'warn'}>
                        {t(`reports.schedules.outcome.${one.outcome}`)}
                      </StatusBadge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        )
      }
    </QueryState>
  )
}
