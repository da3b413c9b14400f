import { ActionIcon, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { wallOf } from '@/lib/wall'
import type { Day } from '../model/calendar'
import { isOpen } from '../model/phases'
import classes from './Calendar.module.css'
import type { Painted } from './CalendarPage'
import { EventLink } from './EventLink'
import { useDayNames } from './useCalendarState'
import { useWhen } from './useWhen'

/** Seven days beside each other, each with what is on and its blocks of that day. */
export function WeekGrid(props: { days: readonly Day[]; today: Day; painted: readonly Painted[]; create?: (day: Day) => void }) {
  const { t } = useTranslation()
  const names = useDayNames()
  const { create } = props
  return (
    <div className={classes.days}>
      {props.days.map((day, index) => (
        <section
          key={day}
          className={classes.column}
          aria-label={names.long(day)}
          data-weekend={index > 4 || undefined}
          data-creates={create ? true : undefined}
          onClick={() => create?.(day)}
        >
          <header className={classes.columnhead}>
            <span>
              {names.short(day)}{' '}
              <b className={classes.date} data-today={day === props.today || undefined}>
                {Number(day.slice(8))}
              </b>
            </span>
            {create && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('events.createOn', { day: names.long(day) })}
                onClick={(event) => {
                  event.stopPropagation()
                  create(day)
                }}
              >
                <IconPlus size={14} aria-hidden />
              </ActionIcon>
            )}
          </header>
          {props.painted
            .filter((one) => one.first <= day && day <= one.last)
            .map((one) => (
              <EventLink key={one.id} entry={one} className={classes.card} data-open={isOpen(one.phase) || undefined}>
                <b>{one.name}</b>
                <HoursOn entry={one} day={day} />
                {one.venueName && (
                  <Text span size="xs" c="dimmed" truncate>
                    {one.venueName}
                  </Text>
                )}
              </EventLink>
            ))}
        </section>
      ))}
    </div>
  )
}

/** What of it is on that day: its blocks, or from when or until when it is on site. */
export function HoursOn({ entry, day }: { entry: Painted; day: Day }) {
  const { t } = useTranslation()
  const when = useWhen()(entry.timeZone)
  const on = (instant: string) => wallOf(instant, entry.timeZone).slice(0, 10) === day
  const blocks = entry.blocks.filter((block) => on(block.from))
  const lines =
    blocks.length > 0
      ? blocks.map(
          (block) => `${when.clock(block.from)} ${t(`events.blockKinds.${block.kind}`)}${block.stage ? `, ${block.stage}` : ''}`,
        )
      : on(entry.from) && on(entry.to)
        ? [when.hours(entry)]
        : on(entry.from)
          ? [t('events.fromAt', { at: when.clock(entry.from) })]
          : on(entry.to)
            ? [t('events.untilAt', { at: when.clock(entry.to) })]
            : [t('events.allDay')]
  return (
    <>
      {lines.map((line) => (
        <Text span size="xs" key={line} className="num">
          {line}
        </Text>
      ))}
    </>
  )
}
