import { Button, Card, Checkbox, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { remindersQuery, touched } from '../api/finance'
import { BillTabs } from './FinanceTabs'

/** Invoices of which it is time to remind. */
export function RemindersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const query = useQuery(remindersQuery)
  const [chosen, setChosen] = useState<string[]>([])
  const remind = async () => {
    try {
      await api.post('/reminders', { ids: chosen })
      showDone(t('finance.reminded', { n: chosen.length }))
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
        can('INVOICE_EDIT') && (
          <Button disabled={chosen.length === 0} onClick={() => void remind()}>
            {t('finance.remindN', { n: chosen.length })}
          </Button>
        )
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('finance.noReminders')}</Text>
          ) : (
            <Card padding={0}>
              <WideTable minWidth={680} label={t('finance.reminders')}>
                <Table aria-label={t('finance.reminders')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th />
                      <Table.Th>{t('finance.number')}</Table.Th>
                      <Table.Th>{t('finance.client')}</Table.Th>
                      <Table.Th>{t('finance.dueOn')}</Table.Th>
                      <Table.Th ta="right">{t('finance.daysLate')}</Table.Th>
                      <Table.Th ta="right">{t('finance.open')}</Table.Th>
                      <Table.Th>{t('finance.nextStep')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.invoiceId}>
                        <Table.Td>
                          <Checkbox
                            aria-label={one.number}
                            checked={chosen.includes(one.invoiceId)}
                            onChange={(event) =>
                              setChosen(
                                event.currentTarget.checked
                                  ? [...chosen, one.invoiceId]
                                  : chosen.filter((id) => id !== one.invoiceId),
                              )
                            }
                          />
                        </Table.Td>
                        <Table.Td>
                          <TextLink to={`/invoices/${one.invoiceId}` as '/'}>{one.number}</TextLink>
                        </Table.Td>
                        <Table.Td>{one.client.name}</Table.Td>
                        <Table.Td>{format.date(one.dueOn)}</Table.Td>
                        <Table.Td ta="right" className="num">
                          {format.number(one.daysLate)}
                        </Table.Td>
                        <Table.Td ta="right" className="num">
                          {format.money(one.open)}
                        </Table.Td>
                        <Table.Td>{one.title}</Table.Td>
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
