import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@/lib/api/client'
import { meQuery } from '@/lib/session'

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

export const minorToNumber = (money: Money) => money.amountMinor / 10 ** currencyDigits(money.currency)
/** As a number that keeps its zeros: 12.50, 1200 for JPY, 1.500 for KWD. */
export const minorToText = (money: Money) => minorToNumber(money).toFixed(currencyDigits(money.currency))
export const numberToMinor = (amount: number, currency: string): Money => ({
  amountMinor: Math.round(Number((amount * 10 ** currencyDigits(currency)).toFixed(3))),
  currency,
})

const dash = '–'
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** The instant at which a day (2027-06-01) begins in a zone, or ends (the next day's beginning). */
export function dayEdge(day: string, edge: 'start' | 'end', timeZone?: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + (edge === 'end' ? 86_400_000 : 0)
  if (Number.isNaN(wall)) return day
  const offsetAt = (instant: number) => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(instant)
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant
  }
  const guess = wall - offsetAt(wall)
  return new Date(wall - offsetAt(guess)).toISOString()
}

export type Formats = ReturnType<typeof formats>

/** Everything people read as a number, an amount or a time, in their language and zone. `null` reads "–". */
export function formats(language: string, timeZone?: string, currency = 'EUR') {
  const locale = language === 'en' ? 'en-GB' : language
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const exactlyTwo = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
  const plainDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const monies = new Map<string, Intl.NumberFormat>()
  const moneyFormat = (code: string) => {
    const format = monies.get(code) ?? new Intl.NumberFormat(locale, { style: 'currency', currency: code })
    monies.set(code, format)
    return format
  }
  type Maybe<T> = T | null | undefined
  const or = <T>(value: Maybe<T>, write: (value: T) => string) =>
    value === null || value === undefined || value === '' ? dash : write(value)
  const date = (value: Maybe<string>) =>
    or(value, (text) => (text.length === 10 ? plainDay.format(new Date(`${text}T00:00:00Z`)) : day.format(new Date(text))))
  return {
    locale,
    timeZone,
    currency,
    number: (value: Maybe<number>) => or(value, (n) => number.format(n)),
    percent: (value: Maybe<number>) => or(value, (n) => `${two.format(n)} %`),
    money: (value: Maybe<Money>) => or(value, (m) => moneyFormat(m.currency).format(minorToNumber(m))),
    /** From grams: 850 g, 12.4 kg, 1.25 t. */
    weight: (grams: Maybe<number>) =>
      or(grams, (g) =>
        Math.abs(g) < 1_000
          ? `${number.format(g)} g`
          : Math.abs(g) < 1_000_000
            ? `${two.format(g / 1_000)} kg`
            : `${two.format(g / 1_000_000)} t`,
      ),
    /** From millimetres: 450 mm, 1.2 m. */
    length: (millimetres: Maybe<number>) =>
      or(millimetres, (mm) => (Math.abs(mm) < 1_000 ? `${number.format(mm)} mm` : `${number.format(mm / 1_000)} m`)),
    /** From watts: 150 W, 1.50 kW, as on paper; kilowatts with two decimals, so that figures beside each other look alike. */
    power: (watts: Maybe<number>) =>
      or(watts, (w) => (Math.abs(w) < 1_000 ? `${number.format(w)} W` : `${exactlyTwo.format(w / 1_000)} kW`)),
    bytes: (size: Maybe<number>) =>
      or(size, (b) =>
        b < 1_000
          ? `${b} B`
          : b < 1_000_000
            ? `${two.format(b / 1_000)} kB`
            : b < 1_000_000_000
              ? `${two.format(b / 1_000_000)} MB`
              : `${two.format(b / 1_000_000_000)} GB`,
      ),
    /** A day: from a date (2027-06-01, no zone) or an instant (in the person's zone). */
    date,
    /** The days from an instant to another, in the person's zone: what both have in common is said once. */
    dates: (from: string, to: string) => day.formatRange(new Date(from), new Date(to)),
    /** From a day to another without a zone (2027-06-01), both included: what they have in common is said once. */
    days: (from: Maybe<string>, to: Maybe<string>) =>
      or(from, (first) => plainDay.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${to || first}T00:00:00Z`))),
    dateTime: (value: Maybe<string>) => or(value, (text) => moment.format(new Date(text))),
    time: (value: Maybe<string>) => or(value, (text) => clock.format(new Date(text))),
    weekday: (value: Date) => weekday.format(value),
    /** "2 minutes ago", "in 3 days"; older than a year: the date. */
    relative: (value: Maybe<string>, now = Date.now()) =>
      or(value, (text) => {
        const seconds = (new Date(text).getTime() - now) / 1_000
        if (Math.abs(seconds) > 31_536_000) return date(text)
        for (const [unit, size] of units) if (Math.abs(seconds) >= size) return ago.format(Math.round(seconds / size), unit)
        return ago.format(0, 'minute').replace(/^in 0 .*/, ago.format(0, 'second'))
      }),
  }
}

/** Formats for the signed-in person; before sign-in, for the browser's zone. */
export function useFormat(): Formats {
  const { i18n } = useTranslation()
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  const zone = me?.timeZone
  const currency = me?.company.currency
  return useMemo(() => formats(i18n.language, zone || undefined, currency), [i18n.language, zone, currency])
}
