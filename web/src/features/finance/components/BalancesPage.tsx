import { Card, Group, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { balancesQuery } from '../api/finance'
import { DownloadList } from './DownloadList'
import { BookTabs } from './FinanceTabs'

/** What the lines of each account add up to; each sum opens its lines. */
export function BalancesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const query = useQuery(balancesQuery({ from, to }))
  const days = new URLSearchParams({ ...(from && { from }), ...(to && { to }) }).toString()
  return (
    <BookTabs
      tab="/ledger/balances"
      actions={<DownloadList list="ledger-balances" query={{ from: from || undefined, to: to || undefined }} />}
    >
      <Group mb="md">
        <TextInput type="date" label={t('finance.from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="date" label={t('finance.to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </Group>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('finance.noLinesPosted')}</Text>
          ) : (
            <Card padding={0}>
              <WideTable minWidth={300} label={t('finance.balances')}>
                <Table aria-label={t('finance.balances')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('finance.account')}</Table.Th>
                      <Table.Th visibleFrom="sm">{t('finance.class')}</Table.Th>
                      <Table.Th ta="right" visibleFrom="sm">
                        {t('finance.debit')}
                      </Table.Th>
                      <Table.Th ta="right" visibleFrom="sm">
                        {t('finance.creditSide')}
                      </Table.Th>
                      <Table.Th ta="right">{t('finance.balance')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.accountId}>
                        <Table.Td>
                          <TextLink to={`/ledger?account=${one.accountId}${days && `&${days}`}` as '/'} inherit>
                            {one.code} {one.name}
                          </TextLink>
                          <Text size="xs" c="dimmed" hiddenFrom="sm">
                            {t('finance.debit')} {format.money(one.debit)}
                            <br />
                            {t('finance.creditSide')} {format.money(one.credit)}
                          </Text>
                        </Table.Td>
                        <Table.Td visibleFrom="sm">{t(`finance.classes.${one.accountClass}`)}</Table.Td>
                        <Table.Td ta="right" className="num" visibleFrom="sm">
                          {format.money(one.debit)}
                        </Table.Td>
                        <Table.Td ta="right" className="num" visibleFrom="sm">
                          {format.money(one.credit)}
                        </Table.Td>
                        <Table.Td ta="right" className="num" fw={600}>
                          {format.money(one.own)}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
            </Card>
          )
        }
      </QueryState>
    </BookTabs>
  )
}
