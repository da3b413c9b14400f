import { Stack, Text } from '@mantine/core'
import {
  IconAlarm,
  IconBan,
  IconCalendarEvent,
  IconCalendarRepeat,
  IconCalendarShare,
  IconClockOff,
  IconCopy,
  IconFileTypePdf,
  IconListNumbers,
  IconPencil,
  IconTemplate,
  IconTrash,
  IconTruck,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ComponentType, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { type Action, DetailPage, FactCard } from '@/components/DetailPage'
import { namesOf, ownText } from '@/components/form/own-fields'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api, url } from '@/lib/api/client'
import { useThingChanged } from '@/lib/event-stream'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Event, eventQuery, touchedByEvents } from '../api/events'
import { endOption } from '../api/phase'
import { isOpen, isOver, successors } from '../model/phases'
import { OverviewTab } from './OverviewTab'
import { PhaseBadge } from './PhaseBadge'
import { PhaseBar } from './PhaseBar'
import { useEventFacts } from './useEventFacts'
import { useMove } from './useMove'
import { useWhen } from './useWhen'

const ChecklistsTab = later(() => import('./ChecklistsTab').then((file) => file.ChecklistsTab))
const PullListsTab = later(() => import('./PullListsTab').then((file) => file.PullListsTab))
const EventDialogs = later(() => import('./EventDialogs').then((file) => file.EventDialogs))
const CarnetDialog = later(() => import('@/components/carnet/CarnetDialog').then((file) => file.CarnetDialog))
const FeedDialog = later(() => import('@/components/feeds/FeedDialog').then((file) => file.FeedDialog))
export type EventDialog = 'copy' | 'template' | 'series' | 'option'

/** Power and rigging of an event; comes from the feature that knows. */
export type Technical = ComponentType<{ eventId: string }>

type Others = {
  technical: Technical
  /** What it earns and costs, for who may see it; another feature's, too. */
  money?: (id: string) => ReactNode
}

/** One event, with everything in one place. */
export function EventPage({ id, ...others }: { id: string } & Others) {
  const query = useQuery(eventQuery(id))
  useThingChanged('event', id, () => void query.refetch())
  return <QueryState query={query}>{(event) => <Loaded key={event.id} event={event} {...others} />}</QueryState>
}

function Loaded({ event, technical: TechnicalTab, money }: { event: Event } & Others) {
  const { t } = useTranslation()
  const when = useWhen()(event.timeZone)
  const text = useProblemText()
  const format = useFormat()
  const own = namesOf(event.custom)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const refresh = useRefresh(touchedByEvents)
  const mover = useMove()
  const [dialog, setDialog] = useState<EventDialog>()
  const [subscribing, setSubscribing] = useState(false)
  const [carnet, setCarnet] = useState(false)
  const path = `/events/${event.id}`
  const { template, phase } = event
  const endIt = async () => {
    try {
      await endOption(event.id)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = () =>
    confirm({
      title: t('events.removeTitle', { name: event.name }),
      text: t('events.removeText'),
      action: t(template ? 'events.removeTemplate' : 'events.remove'),
      danger: true,
      run: async () => {
        await api.delete(path, { version: event.version })
        await navigate({ href: template ? '/events/templates' : '/events' })
        queryClient.removeQueries({ queryKey: ['events', event.id] })
        await refresh()
      },
    })
  const actions: (Action | false)[] = [
    !template && {
      label: t('events.sheet'),
      icon: IconFileTypePdf,
      run: () => void window.open(url(`${path}/print`), '_blank'),
      needs: 'EVENT_READ',
    },
    !template && { label: t('carnet.open'), icon: IconListNumbers, run: () => setCarnet(true), needs: 'EVENT_READ' },
    !template && {
      label: t('feeds.subscribe'),
      icon: IconCalendarShare,
      run: () => setSubscribing(true),
      needs: 'EVENT_READ',
    },
    !template && {
      label: t('events.loads'),
      icon: IconTruck,
      run: () => void navigate({ href: `${path}/loads` }),
      needs: 'EVENT_READ',
    },
    { label: t('events.copy'), icon: IconCopy, run: () => setDialog('copy') },
    !template && { label: t('events.series'), icon: IconCalendarRepeat, run: () => setDialog('series') },
    !template && { label: t('events.makeTemplate'), icon: IconTemplate, run: () => setDialog('template') },
    !template &&
      isOpen(phase) && {
        label: t(event.optionedUntil ? 'events.prolongOption' : 'events.setOption'),
        icon: IconAlarm,
        run: () => setDialog('option'),
      },
    event.optionedUntil !== null && { label: t('events.endOption'), icon: IconClockOff, run: () => void endIt() },
    !template &&
      successors[phase].includes('CANCELLED') && {
        label: t('events.cancelEvent'),
        icon: IconBan,
        run: () => void mover.move(event, 'CANCELLED'),
        danger: true,
      },
    (template || phase === 'ENQUIRY') && {
      label: t(template ? 'events.removeTemplate' : 'events.remove'),
      icon: IconTrash,
      run: remove,
      danger: true,
    },
  ]
  return (
    <>
      <DetailPage
        parent={
          template ? { to: '/events/templates', label: t('events.templates') } : { to: '/events', label: t('events.events') }
        }
        title={event.name}
        subtitle={[event.number, event.clientName, event.venueName, when.span(event)].filter(Boolean).join(' · ')}
        picture={<IconCalendarEvent size={44} stroke={1.3} color={event.colour ?? undefined} aria-hidden />}
        badges={
          <>
            {template ? (
              <StatusBadge tone="info">{t('events.template')}</StatusBadge>
            ) : (
              <PhaseBadge phase={phase} own={event.ownPhaseName} />
            )}
            {event.optionedUntil && (
              <StatusBadge tone="warn">{t('events.optionUntil', { moment: when.moment(event.optionedUntil) })}</StatusBadge>
            )}
          </>
        }
        primary={
          template
            ? {
                label: t('events.useTemplate'),
                icon: IconCalendarEvent,
                run: () => void navigate({ href: `/events/new?template=${event.id}` }),
                needs: 'EVENT_EDIT',
              }
            : {
                label: t('events.edit'),
                icon: IconPencil,
                run: () => void navigate({ href: `${path}/edit` }),
                needs: 'EVENT_EDIT',
                disabled: isOver(phase),
              }
        }
        actions={[
          ...(template
            ? [{ label: t('events.edit'), icon: IconPencil, run: () => void navigate({ href: `${path}/edit` }) }]
            : []),
          ...actions.filter((one) => one !== false),
        ].map((one) => ({ needs: 'EVENT_EDIT', ...one }))}
        notice={template ? undefined : <PhaseBar event={event} mover={mover} />}
        fold={t('events.details')}
        facts={useEventFacts(event)}
        aside={
          own.length > 0 && (
            <FactCard
              title={
                <Text fw={600} size="sm" mb="xs">
                  {t('form.own.title')}
                </Text>
              }
              facts={own.map((name) => ({ label: name, value: ownText(event.custom[name]!, format.locale, t) }))}
            />
          )
        }
        tabs={[
          { id: 'overview', label: t('events.tabs.overview'), content: <OverviewTab event={event} /> },
          { id: 'lists', label: t('events.tabs.lists'), content: <PullListsTab event={event} /> },
          { id: 'technical', label: t('events.tabs.technical'), content: <TechnicalTab eventId={event.id} /> },
          ...(money && !template ? [{ id: 'money', label: t('events.tabs.money'), content: money(event.id) }] : []),
          { id: 'checklists', label: t('events.tabs.checklists'), content: <ChecklistsTab event={event} /> },
          {
            id: 'files',
            label: t('events.tabs.files'),
            content: <SubjectFiles kind="event" id={event.id} firstRole="DOCUMENT" />,
          },
          {
            id: 'history',
            label: t('events.tabs.history'),
            content: (
              <Stack>
                <HistoryList path={`${path}/history`} />
              </Stack>
            ),
          },
        ]}
      />
      {mover.dialogs}
      {carnet && <CarnetDialog eventId={event.id} onClose={() => setCarnet(false)} />}
      {subscribing && (
        <FeedDialog subject={{ scope: 'EVENT', id: event.id, name: event.name }} onClose={() => setSubscribing(false)} />
      )}
      {dialog && <EventDialogs event={event} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  )
}
