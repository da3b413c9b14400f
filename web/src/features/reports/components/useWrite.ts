import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDigits, useFormat } from '@/lib/format'
import type { Cell, Column, ColumnType, Report, Series } from '../api/reports'

/** How what a report tells is written in the person's language. */
export function useWrite(currency: string) {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const month = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(format.locale, { ...options, timeZone: 'UTC' })
    const monthOfYear = month({ month: 'short', year: 'numeric' })
    const monthAlone = month({ month: 'long' })
    const monthShort = month({ month: 'short' })
    const tenth = new Intl.NumberFormat(format.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    const compact = new Intl.NumberFormat(format.locale, { notation: 'compact', maximumFractionDigits: 1 })
    const compactMoney = new Intl.NumberFormat(format.locale, {
      notation: 'compact',
      maximumFractionDigits: 1,
      style: 'currency',
      currency,
    })
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    const text = (type: ColumnType, value: string, short = false): string => {
      if (!value) return '–'
      switch (type) {
        case 'DAY':
          return format.date(value)
        case 'WEEK':
          return short
            ? new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day(value))
            : format.date(value)
        case 'MONTH':
          return monthOfYear.format(day(value))
        case 'QUARTER':
          return t('reports.quarterOf', { n: Math.floor(day(value).getUTCMonth() / 3) + 1, year: value.slice(0, 4) })
        case 'MONTH_NUMBER':
          return (short ? monthShort : monthAlone).format(Date.UTC(2026, Number(value) - 1, 1))
        case 'QUARTER_NUMBER':
          return t('reports.quarter', { n: value })
        default:
          return value
      }
    }
    const minus = (written: string) => written.replace('-', '−')
    return {
      text,
      column: (column: Column | Series) => column.label ?? t(`reports.columns.${column.key}`),
      cell: (column: Column, cell: Cell): string => {
        if (cell.money) return minus(format.money(cell.money))
        if (cell.number !== null)
          return minus(column.type === 'PERCENT' ? `${tenth.format(cell.number)} %` : format.number(cell.number))
        return cell.text === null ? '–' : text(column.type, cell.text)
      },
      /** At a line of the picture. */
      tick: (unit: ColumnType, value: number): string =>
        minus(
          unit === 'MONEY'
            ? compactMoney.format(value / 10 ** currencyDigits(currency))
            : unit === 'PERCENT'
              ? `${compact.format(value)} %`
              : compact.format(value),
        ),
      value: (unit: ColumnType, value: number | null): string =>
        value === null
          ? '–'
          : minus(
              unit === 'MONEY'
                ? format.money({ amountMinor: value, currency })
                : unit === 'PERCENT'
                  ? format.percent(value)
                  : format.number(value),
            ),
      period: (report: Report): string =>
        report.from && report.to ? `${format.date(report.from)} – ${format.date(report.to)}` : t('reports.always'),
    }
  }, [t, format, currency])
}
export type Write = ReturnType<typeof useWrite>

export const numeric = (type: ColumnType) => ['COUNT', 'NUMBER', 'PERCENT', 'MONEY'].includes(type)
