import { Button, Card, Table, Text, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Month, monthsQuery, touched } from '../api/finance'
import { BookTabs } from './FinanceTabs'

/** Months of the books: in a closed one nothing is posted. */
export function MonthsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const refresh = useRefresh(touched)
  const query = useQuery(monthsQuery)
  const name = new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const titled = (month: string) => name.format(new Date(`${month}T00:00:00Z`))
  const now = new Date().toISOString().slice(0, 7)
  const ask = ({ month, closedAt }: Month) =>
    confirm({
      title: t(closedAt ? 'finance.openMonthTitle' : 'finance.closeMonthTitle', { month: titled(month) }),
      text: t(closedAt ? 'finance.openMonthText' : 'finance.closeMonthText'),
      action: t(closedAt ? 'finance.openMonth' : 'finance.closeMonth'),
      run: async () => {
        await api.post(closedAt ? '/ledger-months/opening' : '/ledger-months/closing', { month })
        await refresh()
      },
    })
  return (
    <BookTabs tab="/ledger/months">
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('finance.noLinesPosted')}</Text>
          ) : (
            <Card padding={0}>
              <WideTable minWidth={300} label={t('finance.months')}>
                <Table aria-label={t('finance.months')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('finance.month')}</Table.Th>
                      <Table.Th ta="right" visibleFrom="sm">
                        {t('finance.entries')}
                      </Table.Th>
                      <Table.Th>{t('finance.state')}</Table.Th>
                      <Table.Th>
                        <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.month}>
                        <Table.Td>
                          {titled(one.month)}
                          <Text size="xs" c="dimmed" className="num" hiddenFrom="sm">
                            {t('finance.entries')} {format.number(one.entries)}
                          </Text>
                        </Table.Td>
                        <Table.Td ta="right" className="num" visibleFrom="sm">
                          {format.number(one.entries)}
                        </Table.Td>
                        <Table.Td>
                          {one.closedAt ? (
                            <StatusBadge tone="gray">{t('finance.closedBy', { name: one.closedByName ?? '' })}</StatusBadge>
                          ) : (
                            <StatusBadge tone="ok">{t('finance.openState')}</StatusBadge>
                          )}
                        </Table.Td>
                        <Table.Td ta="right">
                          {can('LEDGER_EDIT') && (one.closedAt || one.month.slice(0, 7) < now) && (
                            <Button size="compact-sm" variant="default" onClick={() => ask(one)}>
                              {t(one.closedAt ? 'finance.openMonth' : 'finance.closeMonth')}
                            </Button>
                          )}
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
