import { useLocalStorage } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { wallOf } from '@/lib/wall'
import type { Day } from '../model/calendar'

export const views = ['month', 'week', 'agenda'] as const
export type CalendarView = (typeof views)[number]

/** What the calendar shows: its day and view are in the address, the colours are a matter of taste. */
export function useCalendarState() {
  const { i18n } = useTranslation()
  const { timeZone } = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { day?: unknown; view?: unknown }
  const [today] = useState<Day>(() => wallOf(new Date().toISOString(), timeZone ?? 'UTC').slice(0, 10))
  const [colours, setColours] = useLocalStorage<'type' | 'phase'>({
    key: 'events.colours',
    defaultValue: 'type',
    getInitialValueInEffect: false,
  })
  const asked = String(search.day ?? '')
  const day: Day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today
  const view = views.find((one) => one === search.view) ?? 'month'
  const set = (changed: { day?: Day; view?: CalendarView }) =>
    void navigate({ to: '.', search: ((old: object) => ({ ...old, ...changed })) as never, replace: true, resetScroll: false })
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  return {
    today,
    day,
    view,
    colours,
    setColours,
    setDay: (next: Day) => set({ day: next }),
    setView: (next: CalendarView) => set({ view: next }),
    show: (nextView: CalendarView, nextDay: Day) => set({ view: nextView, day: nextDay }),
    /** June 2027, or 31 May – 6 June 2027. */
    title: (shown: CalendarView, days: readonly Day[]) =>
      shown === 'week'
        ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
            new Date(days[0]!),
            new Date(days.at(-1)!),
          )
        : new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day)),
  }
}

/** Days as a calendar names them. */
export function useDayNames() {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const [short, long] = [make({ weekday: 'short' }), make({ weekday: 'long', day: 'numeric', month: 'long' })]
  return { short: (day: Day) => short.format(new Date(day)), long: (day: Day) => long.format(new Date(day)) }
}
