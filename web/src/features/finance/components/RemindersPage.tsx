import { Button, Card, Checkbox, Group, Table, Text } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type ReminderDue, remindersQuery, touched } from '../api/finance'
import { BillTabs } from './FinanceTabs'

const RemindDialog = later(() => import('./RemindDialog').then((file) => file.RemindDialog))

/** Invoices of which it is time to remind: all of them or some, by e-mail or on paper. */
export function RemindersPage() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const query = useQuery(remindersQuery)
  const [chosen, setChosen] = useState<string[]>([])
  const [sending, setSending] = useState<ReminderDue[]>()
  const due = query.data?.items ?? []
  const wanted = chosen.length === 0 ? due : due.filter((one) => chosen.includes(one.invoiceId))
  const enter = async () => {
    try {
      await api.post('/reminders', { ids: chosen })
      showDone(t('finance.reminded', { count: chosen.length }))
      setChosen([])
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  return (
    <BillTabs
      tab="/invoices/reminders"
      actions={
        can('INVOICE_EDIT') &&
        due.length > 0 && (
          <Group gap="xs">
            {chosen.length > 0 && (
              <Button variant="default" onClick={() => void enter()}>
                {t('finance.remindN', { n: chosen.length })}
              </Button>
            )}
            <Button leftSection={<IconMailCheck size={16} aria-hidden />} onClick={() => setSending(wanted)}>
              {chosen.length === 0 ? t('finance.remind.all', { n: due.length }) : t('finance.remind.some', { n: wanted.length })}
            </Button>
          </Group>
        )
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconMailCheck} title={t('finance.noReminders')} text={t('finance.noRemindersText')} />
          ) : (
            <Due items={items} chosen={chosen} setChosen={setChosen} />
          )
        }
      </QueryState>
      {sending && (
        <RemindDialog
          items={sending}
          onClose={() => {
            setSending(undefined)
            setChosen([])
          }}
        />
      )}
    </BillTabs>
  )
}

function Due({ items, chosen, setChosen }: { items: ReminderDue[]; chosen: string[]; setChosen: (ids: string[]) => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const choosing = can('INVOICE_EDIT')
  const all = items.every((one) => chosen.includes(one.invoiceId))
  return (
    <Card padding={0}>
      <WideTable minWidth={340} label={t('finance.reminders')}>
        <Table aria-label={t('finance.reminders')}>
          <Table.Thead>
            <Table.Tr>
              {choosing && (
                <Table.Th w={44}>
                  <Checkbox
                    aria-label={t('finance.remind.chooseAll')}
                    checked={all}
                    indeterminate={!all && chosen.length > 0}
                    onChange={() => setChosen(all ? [] : items.map((one) => one.invoiceId))}
                  />
                </Table.Th>
              )}
              <Table.Th>{t('finance.number')}</Table.Th>
              <Table.Th miw={150} visibleFrom="sm">
                {t('finance.client')}
              </Table.Th>
              <Table.Th visibleFrom="md">{t('finance.dueOn')}</Table.Th>
              <Table.Th ta="right" visibleFrom="sm">
                {t('finance.daysLate')}
              </Table.Th>
              <Table.Th ta="right">{t('finance.open')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('finance.nextStep')}</Table.Th>
              <Table.Th visibleFrom="md">{t('finance.remind.to')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((one) => (
              <DueRow
                key={one.invoiceId}
                due={one}
                chosen={chosen.includes(one.invoiceId)}
                choose={
                  choosing
                    ? (on) => setChosen(on ? [...chosen, one.invoiceId] : chosen.filter((id) => id !== one.invoiceId))
                    : undefined
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Card>
  )
}

function DueRow({ due, chosen, choose }: { due: ReminderDue; chosen: boolean; choose?: (on: boolean) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  return (
    <Table.Tr>
      {choose && (
        <Table.Td>
          <Checkbox aria-label={due.number} checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />
        </Table.Td>
      )}
      <Table.Td>
        <div className="num">
          <TextLink to={`/invoices/${due.invoiceId}` as '/'}>{due.number}</TextLink>
        </div>
        <Text size="xs" hiddenFrom="sm">
          {due.client.name}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {due.title} · {t('finance.remind.late', { count: due.daysLate })}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{due.client.name}</Table.Td>
      <Table.Td className="num" visibleFrom="md">
        {format.date(due.dueOn)}
      </Table.Td>
      <Table.Td ta="right" className="num" visibleFrom="sm">
        {format.number(due.daysLate)}
      </Table.Td>
      <Table.Td ta="right" className="num">
        {format.money(due.open)}
      </Table.Td>
      <Table.Td visibleFrom="sm">{due.title}</Table.Td>
      <Table.Td visibleFrom="md">
        {due.to ??
          (can('CLIENT_READ') ? (
            <TextLink to={`/clients/${due.client.id}` as '/'} inherit>
              {t('finance.remind.none')}
            </TextLink>
          ) : (
            t('finance.remind.none')
          ))}
      </Table.Td>
    </Table.Tr>
  )
}
