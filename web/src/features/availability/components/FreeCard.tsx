import { Card, Table, Text, Title } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { midnight, wallOf } from '@/lib/wall'
import { timelineQuery, warehousesQuery } from '../api/availability'
import { lowest } from '../model/ledger'
import { AskLink } from './AskLink'
import { Figure } from './Figure'
import { useCompanyFormat } from './useQuestion'

const WAREHOUSES_MAX = 12

/** On a product's page: how many are free now and over the next days in each warehouse that has or owes any. */
export function FreeCard({ productId }: { productId: string }) {
  const { t } = useTranslation()
  const { zone } = useCompanyFormat()
  const [span] = useState(() => {
    const from = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
    return { from, to: midnight(wallOf(from, zone), 7, zone) }
  })
  const warehouses = useQuery(warehousesQuery)
  const list = (warehouses.data?.items ?? []).slice(0, WAREHOUSES_MAX)
  const found = useQueries({
    queries: list.map((one) => timelineQuery({ kind: 'PRODUCT', id: productId }, { warehouse: one.id, ...span })),
  })
  const rows = list.flatMap((warehouse, i) => {
    const steps = found[i]?.data
    const least = steps?.[lowest(steps)]
    return steps?.[0] && least && (steps.length > 1 || least.firm !== 0 || least.worst !== 0)
      ? [{ warehouse, now: steps[0].firm, week: least.firm }]
      : []
  })
  if (!warehouses.data || found.some((one) => one.isPending)) return null
  return (
    <Card padding="md">
      <Title order={2} size="h5" mb={4}>
        {t('availability.cardTitle')}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {warehouses.data.total > list.length ? t('availability.cardNoneOf', { n: list.length }) : t('availability.cardNone')}
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={4} horizontalSpacing={0}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('availability.warehouse')}</Table.Th>
              <Table.Th ta="right">{t('availability.cardNow')}</Table.Th>
              <Table.Th ta="right">{t('availability.cardWeek')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ warehouse, now, week }) => (
              <Table.Tr key={warehouse.id}>
                <Table.Td>
                  <AskLink question={{ warehouse: warehouse.id }} productId={productId}>
                    {warehouse.name}
                  </AskLink>
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={now} />
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={week} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <div style={{ marginTop: 8 }}>
        <AskLink productId={productId}>{t('availability.cardMore')}</AskLink>
      </div>
    </Card>
  )
}
