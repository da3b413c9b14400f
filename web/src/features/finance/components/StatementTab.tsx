import { Button, Card, Group, Stack, Table, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink, TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type StatementLine, statementQuery } from '../api/finance'
import { DownloadList } from './DownloadList'

const SendStatement = later(() => import('./SendInvoice').then((file) => file.SendStatement))

const pathOf = (line: StatementLine) =>
  line.kind === 'CARRIED'
    ? undefined
    : line.kind === 'PAYMENT' || line.kind === 'REFUND'
      ? `/payments/${line.id}`
      : `/invoices/${line.id}`

/** What a client was billed and what it paid, with the balance after each. */
export function StatementTab({ clientId }: { clientId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const query = useQuery(statementQuery(clientId))
  const [sending, setSending] = useState(false)
  return (
    <Stack>
      <Group justify="flex-end">
        <DownloadList list="statements" query={{ client: clientId }} />
        {can('INVOICE_EDIT') && (query.data?.items.length ?? 0) > 0 && (
          <Button variant="default" size="xs" leftSection={<IconMail size={14} aria-hidden />} onClick={() => setSending(true)}>
            {t('finance.sendStatement')}
          </Button>
        )}
        {can('INVOICE_EDIT') && (
          <ButtonLink size="xs" to={`/invoices/new?client=${clientId}` as '/'}>
            {t('finance.newInvoice')}
          </ButtonLink>
        )}
      </Group>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('finance.noStatement')}</Text>
          ) : (
            <Card padding={0}>
              <WideTable minWidth={300} label={t('finance.statement')}>
                <Table aria-label={t('finance.statement')} fz={{ base: 'xs', sm: 'sm' }} horizontalSpacing={8}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th visibleFrom="sm">{t('finance.date')}</Table.Th>
                      <Table.Th>{t('finance.text')}</Table.Th>
                      <Table.Th visibleFrom="sm">{t('finance.dueOn')}</Table.Th>
                      <Table.Th ta="right">{t('finance.amount')}</Table.Th>
                      <Table.Th ta="right">{t('finance.balance')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => {
                      const path = pathOf(one)
                      const name = [t(`finance.kinds.${one.kind}`), one.text].filter(Boolean).join(' ')
                      return (
                        <Table.Tr key={`${one.kind} ${one.id} ${one.amount.currency}`}>
                          <Table.Td className="num" visibleFrom="sm">
                            {format.date(one.date)}
                          </Table.Td>
                          <Table.Td>
                            <Text size="xs" c="dimmed" className="num" hiddenFrom="sm">
                              {format.date(one.date)}
                            </Text>
                            <div>
                              {path ? (
                                <TextLink to={path as '/'} inherit>
                                  {name}
                                </TextLink>
                              ) : (
                                name
                              )}
                            </div>
                            {one.dueOn && (
                              <Text size="xs" c="dimmed" hiddenFrom="sm">
                                {t('finance.dueBy', { day: format.date(one.dueOn) })}
                              </Text>
                            )}
                          </Table.Td>
                          <Table.Td className="num" visibleFrom="sm">
                            {format.date(one.dueOn)}
                          </Table.Td>
                          <Table.Td ta="right" className="num">
                            {format.money(one.amount)}
                          </Table.Td>
                          <Table.Td ta="right" className="num">
                            {format.money(one.balance)}
                          </Table.Td>
                        </Table.Tr>
                      )
                    })}
                  </Table.Tbody>
                </Table>
              </WideTable>
            </Card>
          )
        }
      </QueryState>
      {sending && <SendStatement clientId={clientId} onClose={() => setSending(false)} />}
    </Stack>
  )
}
