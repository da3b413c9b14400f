import { useTranslation } from 'react-i18next'
import { wallOf } from '@/lib/wall'

type Ends = { from: string; to: string }

function whenIn(language: string, timeZone: string) {
  const locale = language === 'en' ? 'en-GB' : language
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const day = { day: 'numeric', month: 'short' } as const
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const days = make({ ...day, year: 'numeric' })
  const moments = make({ ...day, ...clock, weekday: 'short', year: 'numeric' })
  const moment = make({ ...day, ...clock, weekday: 'short' })
  const clocks = make(clock)
  const date = make({ ...day, weekday: 'long' })
  // What ends at midnight is not there on the day that begins.
  const lastOf = ({ from, to }: Ends) => Math.max(Date.parse(from), Date.parse(to) - 1)
  return {
    timeZone,
    /** 1–3 Jun 2027 */
    days: (ends: Ends) => days.formatRange(Date.parse(ends.from), lastOf(ends)),
    /** Tue, 1 Jun 2027, 08:00 – 23:00 */
    span: ({ from, to }: Ends) => moments.formatRange(Date.parse(from), Date.parse(to)),
    /** 08:00 – 23:00 on one day; what goes on says which day it ends. */
    hours: ({ from, to }: Ends) =>
      wallOf(from, timeZone).slice(0, 10) === wallOf(to, timeZone).slice(0, 10)
        ? `${clocks.format(Date.parse(from))} – ${clocks.format(Date.parse(to))}`
        : `${clocks.format(Date.parse(from))} – ${moment.format(Date.parse(to))}`,
    /** Tue, 1 Jun, 08:00 */
    moment: (instant: string) => moment.format(Date.parse(instant)),
    /** Tuesday, 1 June */
    date: (instant: string) => date.format(Date.parse(instant)),
    clock: (instant: string) => clocks.format(Date.parse(instant)),
  }
}
export type When = ReturnType<typeof whenIn>

const made = new Map<string, When>()

/** Times as the clocks at an event's venue show them: `when(event.timeZone).days(event)`. */
export function useWhen(): (timeZone: string) => When {
  const { i18n } = useTranslation()
  return (timeZone) => {
    const key = `${i18n.language} ${timeZone}`
    const when = made.get(key) ?? whenIn(i18n.language, timeZone)
    made.set(key, when)
    return when
  }
}
