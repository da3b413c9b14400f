import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAfter } from '@/lib/wall'
import { barsOf, type Day, monthOf, monthsLater, weeksOf } from '../model/calendar'
import { isOpen } from '../model/phases'
import classes from './Calendar.module.css'
import type { Painted } from './CalendarPage'
import { EventLink } from './EventLink'
import { useDayNames } from './useCalendarState'

const LANES = 5

/** Weeks of a month; what goes on for days is one bar. Arrow keys go from day to day, Enter begins an event on it. */
export function MonthGrid(props: {
  month: string
  today: Day
  painted: readonly Painted[]
  create?: (day: Day) => void
  step: (day: Day) => void
  showWeek: (day: Day) => void
}) {
  const { t } = useTranslation()
  const names = useDayNames()
  const { month, today, create } = props
  const weeks = weeksOf(month)
  const root = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Day>(monthOf(today) === month ? today : `${month}-01`)
  const wanted = useRef<Day>(undefined)
  useEffect(() => {
    if (wanted.current) root.current?.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`)?.focus()
    else setActive(monthOf(today) === month ? today : `${month}-01`)
    wanted.current = undefined
  }, [month, today])
  const go = (day: Day) => {
    setActive(day)
    if (weeks.some((week) => week.includes(day))) root.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
    else {
      wanted.current = day
      props.step(day)
    }
  }
  const onKey = (event: KeyboardEvent, day: Day) => {
    const to = {
      ArrowLeft: () => dayAfter(day, -1),
      ArrowRight: () => dayAfter(day, 1),
      ArrowUp: () => dayAfter(day, -7),
      ArrowDown: () => dayAfter(day, 7),
      PageUp: () => monthsLater(day, -1),
      PageDown: () => monthsLater(day, 1),
    }[event.key]
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    go(to())
  }
  return (
    <div ref={root} className={classes.month}>
      <div className={classes.names} aria-hidden>
        {weeks[0]!.map((day) => (
          <span key={day}>{names.short(day)}</span>
        ))}
      </div>
      {weeks.map((week) => {
        const bars = barsOf(week, props.painted)
        const lanes = Math.min(LANES, Math.max(0, ...bars.map((bar) => bar.lane + 1)))
        const hidden = (index: number) =>
          bars.filter((bar) => bar.lane >= LANES && bar.start <= index && index < bar.start + bar.span).length
        return (
          <div
            key={week[0]}
            className={classes.week}
            style={{
              gridTemplateRows: `32px repeat(${lanes}, 26px) minmax(${bars.some((bar) => bar.lane >= LANES) ? 28 : 10}px, 1fr)`,
            }}
          >
            {week.map((day, index) => (
              <div
                key={day}
                className={classes.cell}
                style={{ gridColumn: index + 1 }}
                data-out={monthOf(day) !== month || undefined}
                data-weekend={index > 4 || undefined}
                data-creates={create ? true : undefined}
                onClick={() => create?.(day)}
              >
                <button
                  type="button"
                  className={classes.day}
                  data-day={day}
                  data-today={day === today || undefined}
                  tabIndex={day === active ? 0 : -1}
                  aria-label={create ? t('events.createOn', { day: names.long(day) }) : names.long(day)}
                  aria-current={day === today ? 'date' : undefined}
                  onKeyDown={(event) => onKey(event, day)}
                  onFocus={() => setActive(day)}
                >
                  {Number(day.slice(8))}
                </button>
                {hidden(index) > 0 && (
                  <Button
                    className={classes.more}
                    variant="subtle"
                    size="compact-xs"
                    onClick={(event) => {
                      event.stopPropagation()
                      props.showWeek(day)
                    }}
                  >
                    {t('events.moreOn', { count: hidden(index) })}
                  </Button>
                )}
              </div>
            ))}
            {bars
              .filter((bar) => bar.lane < LANES)
              .map(({ thing, start, span, lane, before, after }) => (
                <EventLink
                  key={thing.id}
                  entry={thing}
                  className={classes.bar}
                  style={{ gridColumn: `${start + 1} / span ${span}`, gridRow: lane + 2 }}
                  data-before={before || undefined}
                  data-after={after || undefined}
                  data-open={isOpen(thing.phase) || undefined}
                >
                  {thing.name}
                </EventLink>
              ))}
          </div>
        )
      })}
    </div>
  )
}
