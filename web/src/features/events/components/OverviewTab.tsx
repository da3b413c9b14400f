import { Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink, TextLink } from '@/components/Link'
import { useCan } from '@/lib/session'
import { wallOf } from '@/lib/wall'
import { type Block, type BlockKind, type Event, seriesQuery } from '../api/events'
import { partsOf } from '../model/occupancy'
import { isOver } from '../model/phases'
import classes from './Overview.module.css'
import { PhaseBadge } from './PhaseBadge'
import { ResolvedCard } from './Resolved'
import { ShortageCard } from './Shortages'
import { useDuration } from './useDuration'
import { useWhen } from './useWhen'

/** When things happen, for how long equipment is away and why, and what one should know. */
export function OverviewTab({ event }: { event: Event }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      {!event.template && !isOver(event.phase) && <ShortageCard event={event} />}
      {!event.template && !isOver(event.phase) && <ResolvedCard event={event} />}
      <Schedule event={event} />
      <Occupied event={event} />
      {event.notes && (
        <Card padding="lg" component="section" aria-label={t('events.notes')}>
          <Title order={2} size="h5" mb={6}>
            {t('events.notes')}
          </Title>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {event.notes}
          </Text>
        </Card>
      )}
      {event.seriesId && <SeriesCard event={event} seriesId={event.seriesId} />}
    </Stack>
  )
}

const tone: Record<BlockKind, string> = { SETUP: 'info', SHOW: 'brand', STRIKE: 'violet' }

/** Blocks day by day, as the clocks at the venue show them. */
function Schedule({ event }: { event: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const when = useWhen()(event.timeZone)
  const days = new Map<string, Block[]>()
  for (const block of event.blocks) {
    const day = wallOf(block.from, event.timeZone).slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), block])
  }
  const editable = can('EVENT_EDIT') && !isOver(event.phase)
  return (
    <Card padding="lg" component="section" aria-label={t('events.schedule')}>
      <Group justify="space-between" align="baseline" mb={days.size ? 'sm' : 0}>
        <Title order={2} size="h5">
          {t('events.schedule')}
        </Title>
        <Text size="sm" c="dimmed" className="num">
          {t('events.onSiteSpan', { span: when.span(event) })}
        </Text>
      </Group>
      {days.size === 0 ? (
        <EmptyState icon={IconCalendarTime} title={t('events.noBlocks')} text={t('events.noBlocksText')}>
          {editable && (
            <ButtonLink to={`/events/${event.id}/edit` as '/'} variant="default">
              {t('events.planBlocks')}
            </ButtonLink>
          )}
        </EmptyState>
      ) : (
        <div className={classes.days}>
          {[...days].map(([day, blocks]) => (
            <section key={day}>
              <Text size="sm" fw={600} component="h3" m={0} mb={6}>
                {when.date(blocks[0]!.from)}
              </Text>
              <ul className={classes.blocks}>
                {blocks.map((block) => (
                  <li key={block.id}>
                    <span className="num">{when.hours(block)}</span>
                    <span className={classes.what}>
                      <Badge color={tone[block.kind]} variant="light">
                        {t(`events.blockKinds.${block.kind}`)}
                      </Badge>
                      {block.stage}
                    </span>
                    {block.note && <span className={classes.note}>{block.note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

/** For how long equipment is away, part by part, with the sum. */
function Occupied({ event }: { event: Event }) {
  const { t } = useTranslation()
  const when = useWhen()(event.timeZone)
  const duration = useDuration()
  const parts = partsOf(event)
  const whole = { from: event.occupiedFrom, to: event.occupiedTo }
  const length = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 60_000
  return (
    <Card padding="lg" component="section" aria-label={t('events.occupancy')}>
      <Title order={2} size="h5">
        {t('events.occupancy')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('events.occupancyText')}
      </Text>
      <div className={classes.bar} aria-hidden>
        {parts.map((one) => (
          <span key={one.part} data-part={one.part} style={{ flexGrow: length(one) }} />
        ))}
      </div>
      <Table verticalSpacing={5} horizontalSpacing={4} className={classes.parts}>
        <Table.Tbody>
          {parts.map((one) => (
            <Table.Tr key={one.part}>
              <Table.Td>
                <span className={classes.key} data-part={one.part} aria-hidden />
                {t(`events.legs.${one.part}`)}
              </Table.Td>
              <Table.Td className="num">
                {when.moment(one.from)} – {when.moment(one.to)}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {duration(length(one))}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>{t('events.taken')}</Table.Td>
            <Table.Td className="num">
              {when.moment(whole.from)} – {when.moment(whole.to)}
            </Table.Td>
            <Table.Td ta="right" className="num">
              {duration(length(whole))}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        {t('events.linesMayDiffer')}
      </Text>
    </Card>
  )
}

const SHOWN = 12

/** The other dates it recurs on. */
function SeriesCard({ event, seriesId }: { event: Event; seriesId: string }) {
  const { t } = useTranslation()
  const when = useWhen()
  const { data } = useQuery(seriesQuery(seriesId))
  if (!data) return null
  // Those around this one; a long series does not fill the page.
  const at = data.items.findIndex((one) => one.id === event.id)
  const first = Math.max(0, Math.min(at - SHOWN / 2, data.items.length - SHOWN))
  const shown = data.items.slice(first, first + SHOWN)
  return (
    <Card padding="lg" component="section" aria-label={t('events.inSeries')}>
      <Title order={2} size="h5">
        {t('events.inSeries')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('events.seriesPlace', { number: at + 1, count: data.total })}
      </Text>
      <div className={classes.dates}>
        {shown.map((one) => (
          <Fragment key={one.id}>
            <span className="num">
              {one.id === event.id ? (
                <b aria-current="true">{when(one.timeZone).days(one)}</b>
              ) : (
                <TextLink to={`/events/${one.id}` as '/'} size="sm">
                  {when(one.timeZone).days(one)}
                </TextLink>
              )}
            </span>
            <Text span size="sm" c="dimmed" className="num">
              {one.number}
            </Text>
            <PhaseBadge phase={one.phase} own={one.ownPhaseName} />
          </Fragment>
        ))}
      </div>
    </Card>
  )
}
