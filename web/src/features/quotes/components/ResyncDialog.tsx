import { Button, Checkbox, Group, Modal, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Quote, resyncQuery, touched } from '../api/quotes'

/** What lines cost and what they would cost at today's prices, side by side; those that are ticked are priced anew. */
export function ResyncDialog({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const query = useQuery(resyncQuery(quote))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const take = async (ids: string[]) => {
    setBusy(true)
    try {
      await api.post(`/quotes/${quote.id}/resync`, { lines: ids }, { version: quote.version })
      await refresh()
      onClose()
    } catch (error) {
      showProblem(text(error))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={<Text fw={650}>{t('quotes.resync')}</Text>}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('quotes.resyncNone')}</Text>
          ) : (
            <>
              <WideTable minWidth={480} label={t('quotes.resync')}>
                <Table fz="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('quotes.line')}</Table.Th>
                      <Table.Th ta="end">{t('quotes.before')}</Table.Th>
                      <Table.Th ta="end">{t('quotes.now')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.lineId}>
                        <Table.Td>
                          <Checkbox
                            label={one.name}
                            checked={!left.has(one.lineId)}
                            onChange={(event) => {
                              const next = new Set(left)
                              if (event.currentTarget.checked) next.delete(one.lineId)
                              else next.add(one.lineId)
                              setLeft(next)
                            }}
                          />
                        </Table.Td>
                        <Table.Td ta="end">{format.money(one.before.amount)}</Table.Td>
                        <Table.Td ta="end">{format.money(one.now.amount)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
              <Group justify="flex-end" mt="md">
                <Button variant="default" onClick={onClose}>
                  {t('common.cancel')}
                </Button>
                <Button
                  loading={busy}
                  disabled={items.every((one) => left.has(one.lineId))}
                  onClick={() => void take(items.map((one) => one.lineId).filter((id) => !left.has(id)))}
                >
                  {t('quotes.resyncTake')}
                </Button>
              </Group>
            </>
          )
        }
      </QueryState>
    </Modal>
  )
}
