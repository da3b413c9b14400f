import { ActionIcon, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarShare, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChips, FilterMenu } from '@/components/grid/Filters'
import { useGridState } from '@/components/grid/useGridState'
import { later } from '@/components/later'
import { LoadProblem } from '@/components/QueryState'
import { useHotkey } from '@/lib/hotkeys'
import { useCan } from '@/lib/session'
import { dayAfter } from '@/lib/wall'
import { calendarQuery, type Entry } from '../api/calendar'
import { type Day, daysOn, monthsLater, weekOf, weeksOf } from '../model/calendar'
import { phaseColour, phases } from '../model/phases'
import { Agenda } from './Agenda'
import classes from './Calendar.module.css'
import { useEventFilters } from './EventGrid'
import { EventsTabs } from './EventsTabs'
import { MonthGrid } from './MonthGrid'
import { type CalendarView, useCalendarState, views } from './useCalendarState'
import { WeekGrid } from './WeekGrid'

const FeedDialog = later(() => import('@/components/feeds/FeedDialog').then((file) => file.FeedDialog))

export type Painted = ReturnType<typeof usePainted>[number]

/** Events on the days they are on site, by month, week or as a list. */
export function CalendarPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const calendar = useCalendarState()
  const [subscribing, setSubscribing] = useState(false)
  const view: CalendarView = phone ? 'agenda' : calendar.view
  const { day, today, setDay } = calendar
  const days = useMemo<Day[]>(() => {
    if (view === 'week') return weekOf(day)
    const weeks = weeksOf(day.slice(0, 7)).flat()
    return view === 'month' ? weeks : weeks.filter((one) => one.startsWith(day.slice(0, 7)))
  }, [view, day])
  const filters = useEventFilters(false)
  const [state, setState] = useGridState(
    filters.map((one) => one.id),
    '',
    true,
  )
  const query = useQuery(
    calendarQuery({
      ...state.filters,
      // What is cancelled is not on; who asks for it sees it.
      phase: state.filters.phase ?? phases.filter((one) => one !== 'CANCELLED'),
      // Wherever they are on Earth: their own clocks say on which days.
      from: `${dayAfter(days[0]!, -1)}T00:00:00Z`,
      to: `${dayAfter(days.at(-1)!, 2)}T00:00:00Z`,
    }),
  )
  const painted = usePainted(query.data?.entries, calendar.colours)
  const step = (direction: 1 | -1) => setDay(view === 'week' ? dayAfter(day, 7 * direction) : monthsLater(day, direction))
  useHotkey('PageUp', () => step(-1))
  useHotkey('PageDown', () => step(1))
  const create = can('EVENT_EDIT') ? (on: Day) => void navigate({ href: `/events/new?day=${on}` }) : undefined
  return (
    <EventsTabs tab="/events/calendar">
      <Group justify="space-between" gap="sm" mb="sm">
        <Group gap="xs" wrap="nowrap">
          <ActionIcon aria-label={t(view === 'week' ? 'events.weekBefore' : 'events.monthBefore')} onClick={() => step(-1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => setDay(today)}>
            {t('events.today')}
          </Button>
          <ActionIcon aria-label={t(view === 'week' ? 'events.weekAfter' : 'events.monthAfter')} onClick={() => step(1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Title order={2} size="h4" ml={6} aria-live="polite">
            {calendar.title(view, days)}
          </Title>
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconCalendarShare size={16} aria-hidden />}
            onClick={() => setSubscribing(true)}
          >
            {t('feeds.subscribe')}
          </Button>
          <FilterMenu filters={filters} state={state} onChange={setState} />
          <SegmentedControl
            aria-label={t('events.colourBy')}
            value={calendar.colours}
            onChange={(value) => calendar.setColours(value as 'type' | 'phase')}
            data={[
              { value: 'type', label: t('events.byType') },
              { value: 'phase', label: t('events.byPhase') },
            ]}
          />
          {!phone && (
            <SegmentedControl
              aria-label={t('events.view')}
              value={view}
              onChange={(value) => calendar.setView(value as CalendarView)}
              data={views.map((one) => ({ value: one, label: t(`events.views.${one}`) }))}
            />
          )}
        </Group>
      </Group>
      <FilterChips filters={filters} state={state} onChange={setState} />
      {query.data?.more && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('events.calendarMore')}
        </Text>
      )}
      {query.isError ? (
        <LoadProblem error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div className={classes.calendar} aria-busy={query.isPending}>
          {view === 'month' && (
            <MonthGrid
              month={day.slice(0, 7)}
              today={today}
              painted={painted}
              create={create}
              step={setDay}
              showWeek={(on) => calendar.show('week', on)}
            />
          )}
          {view === 'week' && <WeekGrid days={days} today={today} painted={painted} create={create} />}
          {view === 'agenda' && <Agenda days={days} today={today} painted={painted} pending={query.isPending} create={create} />}
        </div>
      )}
      {calendar.colours === 'phase' && <Legend />}
      {subscribing && <FeedDialog onClose={() => setSubscribing(false)} />}
    </EventsTabs>
  )
}

/** Entries with the days they are on and their colour. */
function usePainted(entries: readonly Entry[] | undefined, colours: 'type' | 'phase') {
  return useMemo(
    () =>
      (entries ?? []).map((entry) => ({
        ...entry,
        ...daysOn(entry),
        paint: colours === 'phase' ? phaseColour[entry.phase] : (entry.colour ?? 'var(--mantine-color-brand-6)'),
      })),
    [entries, colours],
  )
}

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend}>
      {phases
        .filter((one) => one !== 'CANCELLED')
        .map((phase) => (
          <li key={phase}>
            <span style={{ background: phaseColour[phase] }} aria-hidden />
            {t(`events.phases.${phase}`)}
          </li>
        ))}
    </ul>
  )
}
