import { IconCalendarEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn } from '@/components/grid/usualColumns'
import { StatusBadge } from '@/components/StatusBadge'
import { Tags } from '@/components/Tags'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Event, eventTypesQuery } from '../api/events'
import { phases } from '../model/phases'
import { NewEventButton } from './EventsTabs'
import { Dot, PhaseBadge } from './PhaseBadge'
import { useWhen } from './useWhen'

const monthsIn = (language: string) => {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2024, month, 1)))
}

/** What events are filtered by, wherever many are shown. `times`: also by when they are. */
export function useEventFilters(times = true): FilterDef[] {
  const { t, i18n } = useTranslation()
  const can = useCan()
  const types = useQuery(eventTypesQuery)
  const [clients, venues, users] = [can('CLIENT_READ'), can('VENUE_READ'), can('USER_READ')]
  const places = can('LOCATION_READ')
  return useMemo<FilterDef[]>(
    () => [
      {
        id: 'phase',
        label: t('events.phase'),
        kind: 'options',
        options: phases.map((one) => ({ value: one, label: t(`events.phases.${one}`) })),
      },
      ...(clients ? [{ id: 'client', label: t('events.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
      ...(venues ? [{ id: 'venue', label: t('events.venue'), kind: 'remote', endpoint: '/venues' } as const] : []),
      ...(users ? [{ id: 'planner', label: t('events.planner'), kind: 'remote', endpoint: '/users' } as const] : []),
      {
        id: 'type',
        label: t('events.type'),
        kind: 'options',
        options: (types.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
      },
      { id: 'project', label: t('events.project'), kind: 'remote', endpoint: '/projects' },
      { id: 'tag', label: t('events.tag'), kind: 'text' },
      ...(times
        ? ([
            { id: 'from', label: t('events.fromDay'), kind: 'date', instant: 'start' },
            { id: 'to', label: t('events.toDay'), kind: 'date', instant: 'end' },
            { id: 'beginsFrom', label: t('events.beginsFrom'), kind: 'date' },
            { id: 'beginsTo', label: t('events.beginsTo'), kind: 'date' },
            {
              id: 'beginsIn',
              label: t('events.beginsIn'),
              kind: 'options',
              single: true,
              options: monthsIn(i18n.language).map((label, index) => ({ value: `${index + 1}`, label })),
            },
            ...(places
              ? [
                  {
                    id: 'warehouse',
                    label: t('events.warehouse'),
                    kind: 'remote',
                    endpoint: '/locations',
                    query: { kind: 'WAREHOUSE' },
                  } as const,
                ]
              : []),
            { id: 'optioned', label: t('events.optioned'), kind: 'boolean' },
          ] satisfies FilterDef[])
        : []),
    ],
    [t, i18n.language, types.data, clients, venues, users, places, times],
  )
}

/** A new event begins with the client or project that the list is of. */
const begun = (fixed: Query = {}): Record<string, string> =>
  Object.fromEntries(['client', 'project'].flatMap((one) => (typeof fixed[one] === 'string' ? [[one, fixed[one]]] : [])))

/** Events as a list: all of them, or those of one project, client or venue. */
export function EventGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  sort?: string
  /** What stands in the list's own filters twice is left out of them. */
  without?: readonly string[]
  empty?: ReactNode
  /** Off where saved views of all events would mislead. */
  views?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()
  const all = useEventFilters()
  const without = props.without?.join(' ') ?? ''
  const filters = useMemo(() => all.filter((one) => !without.split(' ').includes(one.id)), [all, without])
  const columns = useMemo<Column<Event>[]>(
    () =>
      (
        [
          { id: 'number', header: t('events.number'), cell: (one) => one.number, sort: 'number', width: 94, card: 'subtitle' },
          {
            id: 'name',
            header: t('events.name'),
            cell: (one) => (
              <b style={{ fontWeight: 550 }}>
                <Dot colour={one.colour} />
                {one.name}
              </b>
            ),
            sort: 'name',
            width: 240,
            grow: true,
            card: 'title',
          },
          {
            id: 'from',
            header: t('events.when'),
            cell: (one) => <span className="num">{when(one.timeZone).days(one)}</span>,
            sort: 'from',
            width: 170,
          },
          {
            id: 'phase',
            header: t('events.phase'),
            cell: (one) => <PhaseBadge phase={one.phase} own={one.ownPhaseName} />,
            sort: 'phase',
            width: 130,
            card: 'badge',
          },
          { id: 'client', header: t('events.client'), cell: (one) => one.clientName ?? '–', width: 180 },
          {
            id: 'venue',
            header: t('events.venue'),
            cell: (one) => [one.venueName, one.roomName].filter(Boolean).join(', ') || '–',
            width: 180,
          },
          { id: 'planner', header: t('events.planner'), cell: (one) => one.plannerName ?? '–', width: 130, card: 'none' },
          {
            id: 'project',
            header: t('events.project'),
            cell: (one) => one.projectName ?? '–',
            width: 150,
            hidden: true,
            card: 'none',
          },
          {
            id: 'type',
            header: t('events.type'),
            cell: (one) => one.typeName,
            width: 130,
            hidden: true,
            card: 'none',
          },
          {
            id: 'option',
            header: t('events.option'),
            cell: (one) =>
              one.optionedUntil && (
                <StatusBadge tone="warn">{t('events.until', { moment: format.date(one.optionedUntil) })}</StatusBadge>
              ),
            width: 150,
            hidden: true,
            card: 'none',
          },
          {
            id: 'value',
            header: t('events.value'),
            cell: (one) => format.money(one.value),
            align: 'end',
            width: 120,
            hidden: true,
            card: 'none',
          },
          {
            id: 'tags',
            header: t('events.tags'),
            cell: (one) => <Tags tags={one.tags} inCell />,
            width: 150,
            hidden: true,
            card: 'none',
          },
          changedColumn(t('events.changed'), format),
        ] satisfies Column<Event>[]
      ).filter((one) => !without.split(' ').includes(one.id)),
    [t, format, without],
  )
  return (
    <DataGrid<Event>
      list="events"
      label={t('events.events')}
      columns={columns}
      filters={filters}
      fixed={props.fixed}
      inAddress={props.inAddress}
      height={props.height}
      above={props.above}
      views={props.views}
      defaultSort={props.sort ?? 'from'}
      rowHref={(one) => `/events/${one.id}`}
      rowLabel={(one) => [one.number, one.name].filter(Boolean).join(' ')}
      empty={
        props.empty ?? (
          <EmptyState icon={IconCalendarEvent} title={t('events.none')} text={t('events.noneText')}>
            <NewEventButton search={begun(props.fixed)} />
          </EmptyState>
        )
      }
    >
      {props.children}
    </DataGrid>
  )
}
