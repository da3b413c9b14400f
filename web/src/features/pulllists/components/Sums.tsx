import { Tooltip } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import type { Totals } from '@/lib/pull-lists'
import classes from './PullList.module.css'

type Sum = { id: string; label: string; value: string; unknown?: string; missing: number; inGroup?: boolean }

/** The totals in words. Where something is not known of some pieces, the sum is at least that, and it says of how many. */
export function useSums(totals: Totals | undefined): Sum[] {
  const { t } = useTranslation()
  const format = useFormat()
  if (!totals) return []
  const money = (sums: Money[]) =>
    sums.length === 0 ? format.money({ amountMinor: 0, currency: format.currency }) : sums.map(format.money).join(' + ')
  const sum = (id: string, value: string, known: boolean, missing = 0, inGroup = false): Sum => ({
    id,
    label: t(`pulllists.sums.${id}`),
    // Of nothing known there is no sum.
    value: missing === 0 ? value : known ? `≥ ${value}` : '–',
    missing,
    inGroup,
    unknown: missing > 0 ? t(`pulllists.unknown.${id}`, { count: missing, number: format.number(missing) }) : undefined,
  })
  const cubicMetres = totals.volumeCubicMillimetres / 1e9
  const volume = cubicMetres >= 100 ? Math.round(cubicMetres) : Number(cubicMetres.toPrecision(3))
  return [
    sum('pieces', format.number(totals.pieces), true),
    sum('weight', format.weight(totals.weightGrams), totals.weightGrams > 0, totals.weightsUnknown, true),
    sum('volume', `${format.number(volume)} m³`, volume > 0, totals.volumesUnknown),
    sum('power', format.power(Number(totals.powerWatts)), Number(totals.powerWatts) > 0, totals.powersUnknown, true),
    sum('value', money(totals.values), totals.values.length > 0, totals.valuesUnknown),
    sum('price', money(totals.prices), true, 0, true),
  ]
}

/** What the whole list comes to. */
export function Sums({ totals }: { totals: Totals | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sums = useSums(totals)
  return (
    // On a phone it scrolls sideways.
    <div role="group" tabIndex={0} aria-label={t('pulllists.totals')} className={classes.sideways}>
      <dl className={classes.totals}>
        {sums.map((one) => (
          <div key={one.id}>
            <dt>{one.label}</dt>
            <dd>
              {one.value}
              {one.unknown && (
                <Tooltip label={one.unknown} multiline maw={260}>
                  <span className={classes.unknown} role="img" aria-label={one.unknown}>
                    <IconAlertCircle size={14} aria-hidden />
                    {format.number(one.missing)}
                  </span>
                </Tooltip>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
