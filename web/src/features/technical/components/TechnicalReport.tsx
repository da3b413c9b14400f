import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconBolt, IconListDetails, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { type PullList, pullListsQuery } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import { type EventOf, eventQuery, type Report, reportQuery, roomsQuery } from '../api/technical'
import { fullest, isEmpty, type Level, levelOfPhase, levelOfPoint, worstOf } from '../model/load'
import { FeedCard } from './FeedCard'
import { Gaps } from './Gaps'
import { LevelBadge } from './Load'
import { RiggingCard } from './RiggingCard'
import { SignalsCard } from './SignalsCard'
import { SocketsCard } from './SocketsCard'
import { AllSums } from './Sum'
import classes from './Technical.module.css'

/** Power, connectors and rigging of one event. */
export function TechnicalReport({
  eventId,
  page,
}: {
  eventId: string /** On a page of its own, which can be printed. */
  page?: boolean
}) {
  const event = useQuery(eventQuery(eventId))
  return <QueryState query={event}>{(found) => <OfLists event={found} page={page} />}</QueryState>
}

function OfLists({ event, page }: { event: EventOf; page?: boolean }) {
  const { t } = useTranslation()
  const lists = useQuery(pullListsQuery(event.id))
  const [list, setList] = useState<string>()
  const [all, setAll] = useState(false)
  const report = useQuery({ ...reportQuery(event.id, list), placeholderData: keepPreviousData })
  const items = lists.data?.items ?? []
  const print = () => {
    flushSync(() => setAll(true))
    window.print()
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm" className={classes.screen}>
        {items.length > 1 ? (
          <Select
            aria-label={t('technical.list')}
            w={{ base: '100%', xs: 240 }}
            data={[{ value: '', label: t('technical.allLists') }, ...items.map((one) => ({ value: one.id, label: one.name }))]}
            value={list ?? ''}
            onChange={(id) => setList(id || undefined)}
          />
        ) : (
          <span />
        )}
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconListDetails size={16} aria-hidden />}
            aria-pressed={all}
            onClick={() => setAll(!all)}
          >
            {t(all ? 'technical.hideSums' : 'technical.showSums')}
          </Button>
          {page ? (
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
              {t('technical.print')}
            </Button>
          ) : (
            <ButtonLink
              to={`/events/${event.id}/technical` as '/'}
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('technical.sheet')}
            </ButtonLink>
          )}
        </Group>
      </Group>
      <AllSums.Provider value={all}>
        <QueryState query={report} lines={8}>
          {(found) =>
            isEmpty(found) && !items.some((one) => one.groups.length > 0) ? (
              <Nothing event={event} list={items[0]?.id} />
            ) : (
              <Found report={found} event={event} lists={items.filter((one) => !list || one.id === list)} />
            )
          }
        </QueryState>
      </AllSums.Provider>
    </Stack>
  )
}

function Nothing({ event, list }: { event: EventOf; list: string | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState icon={IconBolt} title={t('technical.nothing')} text={t('technical.nothingText')}>
      <Group gap="sm" justify="center">
        {list && (
          <ButtonLink to={`/events/${event.id}/lists/${list}` as '/'} variant="default">
            {t('technical.toList')}
          </ButtonLink>
        )}
        <ButtonLink to={'/products' as '/'} variant="default">
          {t('technical.toProducts')}
        </ButtonLink>
      </Group>
    </EmptyState>
  )
}

const over = new Set(['CLOSED', 'CANCELLED'])

function Found({ report, event, lists }: { report: Report; event: EventOf; lists: PullList[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { power, sockets, signals, points } = report
  const rooms = useQuery({ ...roomsQuery(event.venueId ?? ''), enabled: event.venueId !== null && can('VENUE_READ') })
  const editable = can('EVENT_EDIT') && !over.has(event.phase)
  const amounts = { volts: format.number(power.volts), between: format.number(power.voltsBetweenPhases) }
  return (
    <Stack gap="xl">
      <Tiles report={report} />
      <Gaps missing={report.missing} lists={lists} event={event} />
      <Section
        title={t('technical.power')}
        text={t(power.fromVenue ? 'technical.voltsOfVenue' : 'technical.voltsUsual', amounts)}
      >
        <FeedCard feed={power.supply} title={t('technical.supply')} text={t('technical.supplyText')} volts={power.volts} />
        {power.feeds.map((feed) => (
          <FeedCard
            key={feed.groupId ?? ''}
            feed={feed}
            title={feed.groupName ? t('technical.distrosOf', { group: feed.groupName }) : t('technical.distros')}
            text={t(feed.groupName ? 'technical.distrosOfText' : 'technical.distrosText')}
            volts={power.volts}
          />
        ))}
      </Section>
      <Section title={t('technical.connectors')} text={t('technical.connectorsText')}>
        <SocketsCard sockets={sockets} lists={editable ? lists.filter((one) => !one.locked) : []} />
      </Section>
      <Section title={t('technical.signals')} text={t('technical.signalsText')}>
        <SignalsCard signals={signals} lists={editable ? lists.filter((one) => !one.locked) : []} />
      </Section>
      <Section title={t('technical.rigging')} text={t('technical.riggingText')}>
        <RiggingCard
          points={points}
          lists={lists}
          rooms={[...(rooms.data?.rooms ?? [])].sort((a, b) => Number(b.id === event.roomId) - Number(a.id === event.roomId))}
          venue={event.venueId && event.venueName ? { id: event.venueId, name: event.venueName } : null}
          editable={editable}
        />
      </Section>
      <Text size="sm" c="dimmed">
        {t('technical.notACertificate')}
      </Text>
    </Stack>
  )
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <div>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      {children}
    </Stack>
  )
}

/** The answers that one looks for first. */
function Tiles({ report }: { report: Report }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { power, sockets, signals, points } = report
  const worst = fullest([power.supply, ...power.feeds])
  const missing = sockets.reduce((sum, one) => sum + one.missing, 0)
  const noCable = signals.reduce((sum, one) => sum + one.cables.missing, 0)
  const heaviest = [...points].sort((a, b) => b.loadKilograms / b.limitKilograms - a.loadKilograms / a.limitKilograms)[0]
  return (
    <dl className={classes.tiles}>
      <Tile label={t('technical.tiles.power')} figure={format.power(power.watts)} text={t('technical.tiles.atOnce')} />
      <Tile
        label={t('technical.tiles.phase')}
        figure={worst ? `L${worst.phase.phase} ${format.number(worst.phase.amps)} A` : '–'}
        text={
          worst?.phase.limitAmps != null
            ? `${t('technical.tiles.of', { limit: `${format.number(worst.phase.limitAmps)} A` })}, ${
                worst.feed === power.supply ? t('technical.supply') : (worst.feed.groupName ?? t('technical.distros'))
              }`
            : undefined
        }
        level={worst && levelOfPhase(worst.phase)}
      />
      <Tile
        label={t('technical.tiles.sockets')}
        figure={missing > 0 ? format.number(missing) : t('technical.tiles.none')}
        text={<Counts of={sockets.map((one) => ({ type: one.type, count: one.missing }))} />}
        level={missing > 0 ? 'over' : undefined}
        word={missing > 0 ? t('technical.missing') : undefined}
      />
      <Tile
        label={t('technical.tiles.cables')}
        figure={noCable > 0 ? format.number(noCable) : t('technical.tiles.none')}
        text={<Counts of={signals.map((one) => ({ type: one.type, count: one.cables.missing }))} />}
        level={noCable > 0 ? 'over' : undefined}
        word={noCable > 0 ? t('technical.missing') : undefined}
      />
      <Tile
        label={t('technical.tiles.point')}
        figure={heaviest ? `${heaviest.name} ${format.number(heaviest.loadKilograms)} kg` : '–'}
        text={
          heaviest
            ? t('technical.tiles.of', { limit: `${format.number(heaviest.limitKilograms)} kg` })
            : t('technical.hangsNothing')
        }
        level={points.length > 0 ? worstOf(points.map(levelOfPoint)) : undefined}
      />
    </dl>
  )
}

/** How many of what, each in one piece. */
function Counts({ of }: { of: { type: string; count: number }[] }) {
  const format = useFormat()
  const some = of.filter((one) => one.count > 0)
  return some.map((one, index) => (
    <span key={one.type} style={{ display: 'inline-block' }}>
      {format.number(one.count)} × {one.type}
      {index < some.length - 1 && ',\u00a0'}
    </span>
  ))
}

function Tile(props: { label: string; figure: string; text?: ReactNode; level?: Level; word?: string }) {
  return (
    <div className={classes.tile}>
      <dt>{props.label}</dt>
      <dd className={`${classes.figure} num`}>{props.figure}</dd>
      <dd>
        <Group gap={6}>
          {props.level && <LevelBadge level={props.level} word={props.word} />}
          {props.text && (
            <Text size="xs" c="dimmed" span>
              {props.text}
            </Text>
          )}
        </Group>
      </dd>
    </div>
  )
}
