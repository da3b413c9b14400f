import { Anchor, Card, Group, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import type { Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Profit, type ProfitGroup, type ProfitLine, profitQuery } from '../api/finance'

const REVENUE = 'accountClass=REVENUE'
const COST = 'accountClass=COST&accountClass=EXCHANGE'

/** What the event that came of a deal earns and costs. */
export function ProfitOfEvent({ eventId }: { eventId: string }) {
  const profit = useQuery(profitQuery(eventId))
  return <QueryState query={profit}>{(data) => <ProfitCard profit={data} eventId={eventId} />}</QueryState>
}

type Props = {
  profit: Profit
  eventId: string
  /** Shows what planned costs are made of, where that stands beside; else the event's page does. */
  onPlanned?: (group: ProfitGroup | null) => void
}

/** Planned against actual, by group and in all; every number opens what it is made of. */
export function ProfitCard({ profit, eventId, onPlanned }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const opens = (money: Money, to: string, text: ReactNode = format.money(money)) =>
    can('LEDGER_READ') && money.amountMinor !== 0 ? (
      <TextLink to={`/ledger?event=${eventId}&${to}` as '/'} inherit>
        {text}
      </TextLink>
    ) : (
      text
    )
  const planned = (line: ProfitLine) => {
    const sum = format.money(line.plannedCost)
    if (line.plannedCost.amountMinor === 0) return sum
    return onPlanned ? (
      <Anchor component="button" type="button" inherit onClick={() => onPlanned(line.profitGroup)}>
        {sum}
      </Anchor>
    ) : (
      <TextLink to={`/events/${eventId}?tab=money` as '/'} inherit>
        {sum}
      </TextLink>
    )
  }
  const row = (line: ProfitLine) => {
    const group = line.profitGroup
    const of = group ? `&group=${group}` : ''
    return (
      <Table.Tr key={group ?? 'all'} fw={group ? undefined : 650}>
        <Table.Td>{group ? t(`finance.groups.${group}`) : t('finance.total')}</Table.Td>
        <Table.Td ta="right" className="num">
          {opens(line.revenue, REVENUE + of)}
        </Table.Td>
        <Table.Td ta="right" className="num" visibleFrom="sm">
          {planned(line)}
        </Table.Td>
        <Table.Td ta="right" className="num">
          <div>{opens(line.cost, COST + of)}</div>
          {line.plannedCost.amountMinor !== 0 && (
            <Text size="xs" mt={8} hiddenFrom="sm" fw={400}>
              {t('finance.planned')}
              <br />
              {planned(line)}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="right" className="num" c={line.profit.amountMinor < 0 ? 'var(--mantine-color-error)' : undefined}>
          {opens(line.profit, `${REVENUE}&${COST}${of}`)}
        </Table.Td>
      </Table.Tr>
    )
  }
  const { plannedRevenue } = profit.total
  const expected = plannedRevenue && t('finance.plannedRevenue', { sum: format.money(plannedRevenue) })
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.profit')}
        </Title>
        <Group gap="md">
          {expected && (
            <Text size="sm" c="dimmed">
              {can('DEAL_READ') ? (
                <TextLink to={`/deals?event=${eventId}&state=WON` as '/'} inherit>
                  {expected}
                </TextLink>
              ) : (
                expected
              )}
            </Text>
          )}
          {profit.marginPercent !== null && (
            <Text size="sm" c="dimmed">
              {opens(
                profit.total.profit,
                `${REVENUE}&${COST}`,
                t('finance.margin', { percent: format.percent(profit.marginPercent) }),
              )}
            </Text>
          )}
          {profit.deposits.amountMinor !== 0 && (
            <Text size="sm" c="dimmed">
              {opens(profit.deposits, 'accountClass=DEPOSIT', t('finance.depositsHeld', { sum: format.money(profit.deposits) }))}
            </Text>
          )}
        </Group>
      </Group>
      <WideTable minWidth={300} label={t('finance.profit')}>
        <Table aria-label={t('finance.profit')} fz={{ base: 'xs', sm: 'sm' }} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('finance.group')}</Table.Th>
              <Table.Th ta="right">{t('finance.revenue')}</Table.Th>
              <Table.Th ta="right" visibleFrom="sm">
                {t('finance.plannedCost')}
              </Table.Th>
              <Table.Th ta="right">{t('finance.cost')}</Table.Th>
              <Table.Th ta="right">{t('finance.profit')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {profit.lines.map(row)}
            {row(profit.total)}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Card>
  )
}
