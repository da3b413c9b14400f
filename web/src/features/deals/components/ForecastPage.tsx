import { Card, Group, Table, Text } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ExportButton } from '@/components/grid/ExportButton'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { minorToNumber, useFormat } from '@/lib/format'
import { forecastQuery, type Month } from '../api/deals'
import classes from './Board.module.css'
import { DealsTabs } from './DealsTabs'

/** What each month may bring, each deal by its chance, and what was won in it. */
export function ForecastPage() {
  const { t } = useTranslation()
  const query = useQuery(forecastQuery({}))
  return (
    <DealsTabs tab="/deals/forecast">
      <Group justify="space-between" wrap="nowrap" mb="md">
        <Text size="sm" c="dimmed">
          {t('deals.forecastText')}
        </Text>
        <ExportButton endpoint="/deals/forecast" />
      </Group>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconTargetArrow} title={t('deals.noForecast')} text={t('deals.noForecastText')} />
          ) : (
            <Card padding={0}>
              <Months months={items} />
            </Card>
          )
        }
      </QueryState>
    </DealsTabs>
  )
}

/** The last day of the month that begins on this one. */
function lastOf(month: string): string {
  const [year, nth] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, nth!, 0)).toISOString().slice(0, 10)
}

function Months({ months }: { months: Month[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const name = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // Bars compare within a currency; amounts of two are not held against each other.
  const most = (currency: string) =>
    Math.max(
      1,
      ...months
        .filter((one) => one.value.currency === currency)
        .map((one) => minorToNumber(one.weighted) + minorToNumber(one.won)),
    )
  // Nought says nothing; a dash lets the others be seen.
  const opens = (nothing: boolean, text: string, to: string | null) =>
    nothing ? (
      '–'
    ) : to ? (
      <TextLink to={to as '/'} inherit>
        {text}
      </TextLink>
    ) : (
      text
    )
  const amount = (money: Month['value'], to: string | null) => opens(money.amountMinor === 0, format.money(money), to)
  return (
    <WideTable minWidth={340} label={t('deals.forecast')}>
      <Table aria-label={t('deals.forecast')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deals.month')}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('deals.open')}
            </Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('deals.value')}
            </Table.Th>
            <Table.Th ta="right">{t('deals.weighted')}</Table.Th>
            <Table.Th ta="right">{t('deals.won')}</Table.Th>
            <Table.Th aria-hidden className={classes.barHead} visibleFrom="sm" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map((one) => {
            const whole = most(one.value.currency)
            const last = one.month && lastOf(one.month)
            // What nobody said a day of is in no list of its own.
            const open = last && `/deals?state=OPEN&closeFrom=${one.month}&closeTo=${last}`
            const won = last && `/deals?state=WON&closedFrom=${one.month}&closedTo=${last}`
            return (
              <Table.Tr key={`${one.month} ${one.value.currency}`}>
                <Table.Td>{one.month ? name.format(new Date(`${one.month}T00:00:00Z`)) : t('deals.undated')}</Table.Td>
                <Table.Td ta="right" className="num" visibleFrom="sm">
                  {opens(one.open === 0, format.number(one.open), open)}
                </Table.Td>
                <Table.Td ta="right" className="num" visibleFrom="sm">
                  {amount(one.value, open)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {amount(one.weighted, open)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {amount(one.won, won)}
                </Table.Td>
                <Table.Td aria-hidden visibleFrom="sm">
                  <div className={classes.bar}>
                    <span data-won style={{ width: `${(100 * minorToNumber(one.won)) / whole}%` }} />
                    <span style={{ width: `${(100 * minorToNumber(one.weighted)) / whole}%` }} />
                  </div>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  )
}
