import { ActionIcon } from '@mantine/core'
import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import type { Day } from '../model/calendar'
import { isOpen } from '../model/phases'
import classes from './Calendar.module.css'
import type { Painted } from './CalendarPage'
import { EventLink } from './EventLink'
import { NewEventButton } from './EventsTabs'
import { PhaseBadge } from './PhaseBadge'
import { useDayNames } from './useCalendarState'
import { HoursOn } from './WeekGrid'

/** Day after day, those on which something is; this month begins on the screen with today, not with what is over. */
export function Agenda(props: {
  days: readonly Day[]
  today: Day
  painted: readonly Painted[]
  pending: boolean
  create?: (day: Day) => void
}) {
  const { t } = useTranslation()
  const names = useDayNames()
  const { create } = props
  const days = props.days
    .map((day) => ({ day, on: props.painted.filter((one) => one.first <= day && day <= one.last) }))
    .filter(({ on }) => on.length > 0)
  const next = props.days.includes(props.today) ? days.findIndex(({ day }) => day >= props.today) : 0
  const begins = next > 0 ? days[next]!.day : undefined
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    if (begins) shown.current?.scrollIntoView({ block: 'start' })
  }, [begins])
  if (days.length === 0 && !props.pending)
    return (
      <EmptyState icon={IconCalendarOff} title={t('events.nothingOn')} text={t('events.nothingOnText')}>
        <NewEventButton search={props.days[0] ? { day: props.days[0] } : undefined} />
      </EmptyState>
    )
  return (
    <div className={classes.agenda}>
      {days.map(({ day, on }) => (
        <section key={day} ref={day === begins ? shown : undefined} aria-label={names.long(day)}>
          <header className={classes.head}>
            <b className={classes.daily} data-today={day === props.today || undefined}>
              {names.long(day)}
            </b>
            {create && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('events.createOn', { day: names.long(day) })}
                onClick={() => create(day)}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            )}
          </header>
          {on.map((one) => (
            <EventLink key={one.id} entry={one} className={classes.line} data-open={isOpen(one.phase) || undefined}>
              <span className={classes.hours}>
                <HoursOn entry={one} day={day} />
              </span>
              <span className={classes.what}>
                <b>{one.name}</b>
                <span>{[one.clientName, one.venueName].filter(Boolean).join(' · ')}</span>
              </span>
              <PhaseBadge phase={one.phase} own={one.ownPhaseName} />
            </EventLink>
          ))}
        </section>
      ))}
    </div>
  )
}
