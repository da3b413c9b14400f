import { Card, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { QuoteVersion } from '../api/quotes'
import classes from './Quote.module.css'
import { useRateName } from './useRateName'

/** What a version comes to, with VAT by rate, and what is earned with it. */
export function Sums({ version }: { version: QuoteVersion }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rateName = useRateName()
  const { totals } = version
  const off = version.list.amountMinor - totals.net.amountMinor
  const lines: [string, string, boolean?][] = [
    ...(off === 0
      ? []
      : ([
          [t('quotes.listTotal'), format.money(version.list)],
          [
            t('quotes.discountTotal', { percent: format.percent(version.listDiscountPercent) }),
            format.money({ ...version.list, amountMinor: -off }),
          ],
        ] as [string, string][])),
    [t('quotes.net'), format.money(totals.net), true],
    ...totals.sums.map(({ rate, tax }): [string, string] => [rateName(rate), format.money(tax)]),
    [t('quotes.gross'), format.money(totals.gross), true],
    ...(version.deposit.amountMinor === 0 ? [] : ([[t('quotes.deposit'), format.money(version.deposit)]] as [string, string][])),
    ...(version.margin && version.cost
      ? ([
          [t('quotes.cost'), format.money(version.cost)],
          [
            t('quotes.margin'),
            `${format.money(version.margin)} · ${format.percent(
              totals.net.amountMinor === 0 ? null : Math.round((version.margin.amountMinor / totals.net.amountMinor) * 1000) / 10,
            )}`,
          ],
        ] as [string, string][])
      : []),
  ]
  return (
    <Card padding="md" component="section" aria-label={t('quotes.totals')}>
      <dl className={classes.sums}>
        {lines.map(([label, value, strong]) => (
          <div key={label} style={{ display: 'contents' }}>
            <Text component="dt" size="sm" className={strong ? classes.strong : undefined}>
              {label}
            </Text>
            <Text component="dd" size="sm" className={strong ? classes.strong : undefined}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
    </Card>
  )
}
