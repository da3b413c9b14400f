import { Card, Table } from '@mantine/core'
import { IconReceiptEuro } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { ageingQuery } from '../api/finance'
import { DownloadList } from './DownloadList'
import { BillTabs } from './FinanceTabs'

const parts = ['total', 'notDue', 'upTo30', 'upTo60', 'upTo90', 'older', 'unallocated'] as const

/** What it is made of: what the client was billed and has not paid, or all that it paid. */
const open = (part: (typeof parts)[number], client: string) =>
  part === 'unallocated'
    ? `/invoices/payments?client=${client}`
    : `/invoices?open=true&client=${client}${part === 'total' || part === 'notDue' ? '' : '&overdue=true'}`

/** What each client owes, by how long it should have been paid. */
export function AgeingPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(ageingQuery)
  return (
    <BillTabs tab="/invoices/ageing" actions={<DownloadList list="ageing" />}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconReceiptEuro} title={t('finance.nobodyOwes')} text={t('finance.nobodyOwesText')} />
          ) : (
            <Card padding={0}>
              <WideTable minWidth={860} label={t('finance.ageing')}>
                <Table aria-label={t('finance.ageing')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('finance.client')}</Table.Th>
                      {parts.map((part) => (
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
                          <TextLink to={`/clients/${one.client.id}?tab=money` as '/'} inherit>
                            {one.client.name}
                          </TextLink>
                        </Table.Td>
                        {parts.map((part) => (
                          <Table.Td key={part} ta="right" className="num" fw={part === 'total' ? 650 : undefined}>
                            {one[part].amountMinor === 0 ? (
                              '–'
                            ) : (
                              <TextLink to={open(part, one.client.id) as '/'} inherit>
                                {format.money(one[part])}
                              </TextLink>
                            )}
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
