import { Card, Group, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconReceiptEuro } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { type Ageing, ageingQuery, ages } from '../api/finance'
import { DownloadList } from './DownloadList'
import { BillTabs } from './FinanceTabs'

const byAge = Object.entries(ages).map(([age, part]) => ({ age, part }))
const parts = [...byAge, { age: null, part: 'unallocated' as const }]

const statementOf = ({ client }: Ageing) => `/clients/${client.id}?tab=money`

/** What a number is made of: invoices that are so late, or payments of which something is left. */
const open = ({ client, currency }: Ageing, age: string | null) =>
  age ? `/invoices?client=${client.id}&currency=${currency}&age=${age}` : `/invoices/payments?client=${client.id}&free=true`

/** What each client owes, by how long it should have been paid. */
export function AgeingPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(ageingQuery)
  // Of eight columns two fit; what the others hold stands under the name.
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const amount = (money: Ageing['total'], to: string) =>
    money.amountMinor === 0 ? (
      '–'
    ) : (
      <TextLink to={to as '/'} inherit>
        {format.money(money)}
      </TextLink>
    )
  return (
    <BillTabs tab="/invoices/ageing" actions={<DownloadList list="ageing" />}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconReceiptEuro} title={t('finance.nobodyOwes')} text={t('finance.nobodyOwesText')} />
          ) : (
            <Card padding={0}>
              <WideTable minWidth={narrow ? 300 : 860} label={t('finance.ageing')}>
                <Table aria-label={t('finance.ageing')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('finance.client')}</Table.Th>
                      <Table.Th ta="right">{t('finance.age.total')}</Table.Th>
                      {!narrow &&
                        parts.map(({ part }) => (
                          <Table.Th key={part} ta="right">
                            {t(`finance.age.${part}`)}
                          </Table.Th>
                        ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={`${one.client.id} ${one.currency}`}>
                        <Table.Td>
                          <TextLink to={statementOf(one) as '/'} inherit>
                            {one.client.name}
                          </TextLink>
                          {narrow &&
                            parts
                              .filter(({ part }) => one[part].amountMinor !== 0)
                              .map(({ part, age }) => (
                                <Group key={part} justify="space-between" gap="xs" fz="sm" maw={220}>
                                  <Text span c="dimmed" inherit>
                                    {t(`finance.age.${part}`)}
                                  </Text>
                                  <span className="num">{amount(one[part], open(one, age))}</span>
                                </Group>
                              ))}
                        </Table.Td>
                        <Table.Td ta="right" className="num" fw={650}>
                          {amount(one.total, statementOf(one))}
                        </Table.Td>
                        {!narrow &&
                          parts.map(({ part, age }) => (
                            <Table.Td key={part} ta="right" className="num">
                              {amount(one[part], open(one, age))}
                            </Table.Td>
                          ))}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
            </Card>
          )
        }
      </QueryState>
    </BillTabs>
  )
}
