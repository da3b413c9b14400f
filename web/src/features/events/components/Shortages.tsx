import { Alert, Button, Card, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Holders } from '@/components/Holders'
import { later } from '@/components/later'
import { useFormat } from '@/lib/format'
import { stretchText } from '@/lib/stretch'
import type { Event } from '../api/events'
import { type Shortage, shortagesQuery } from '../api/stock'
import { isOpen } from '../model/phases'
import { MoreShortages } from './MoreShortages'
import classes from './Overview.module.css'
import { useWhen } from './useWhen'

const ResolveDrawer = later(() => import('./ResolveDrawer').then((file) => file.ResolveDrawer))

/** Where links to what an event lacks lead. */
const LACKING = 'lacking'
/** As many as fit above what else there is to see. */
const FIRST = 8

/** What of it is lacking, when, and who has it. */
export function ShortageList(props: {
  shortages: readonly Shortage[]
  timeZone: string
  onResolve?: (shortage: Shortage) => void
}) {
  const { shortages, timeZone, onResolve } = props
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()(timeZone)
  const [all, setAll] = useState(false)
  const shown = all ? shortages : shortages.slice(0, FIRST)
  return (
    <ul className={classes.lacking}>
      {shown.map((one) => (
        <li key={`${one.item} ${one.warehouse} ${one.period.from}`}>
          <b className="num">{t('events.times', { number: format.number(one.quantity), item: one.item })}</b>
          <span>
            {one.warehouse}, {stretchText(t, one.period, when.moment)}
          </span>
          <span>
            {one.holders.length > 0 ? <Holders holders={one.holders} moment={when.moment} /> : t('events.shortages.noHolder')}
          </span>
          {onResolve && (
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => onResolve(one)}
              aria-label={t('events.resolve.openOne', { item: one.item })}
            >
              {t('events.resolve.open')}
            </Button>
          )}
        </li>
      ))}
      {shown.length < shortages.length && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('events.showAll', { number: format.number(shortages.length) })}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** On the overview of an event, where it lacks something. */
export function ShortageCard({ event }: { event: Event }) {
  const { t } = useTranslation()
  const { data } = useQuery(shortagesQuery(event.id))
  const [solved, setSolved] = useState<Shortage>()
  const card = useRef<HTMLElement>(null)
  const found = Boolean(data?.items.length)
  const { hash } = useLocation()
  // Whoever comes by a link to it may be there before it is.
  useEffect(() => {
    if (found && hash === LACKING) card.current?.scrollIntoView({ block: 'start' })
  }, [found, hash])
  if (!data || !found) return null
  return (
    <Card
      padding="lg"
      component="section"
      id={LACKING}
      ref={card}
      className={classes.lackingcard}
      aria-label={t('events.lacking')}
    >
      <Title order={2} size="h5" className={classes.lackinghead}>
        <IconAlertTriangle size={20} aria-hidden />
        {t('events.lacking')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(isOpen(event.phase) ? 'events.wouldLack' : 'events.doesLack')}
      </Text>
      <ShortageList shortages={data.items.map((one) => one.shortage)} timeZone={event.timeZone} onResolve={setSolved} />
      <MoreShortages more={data.more} timeZone={event.timeZone} />
      {solved && (
        <ResolveDrawer
          lacking={{ eventId: event.id, stock: solved.stock }}
          item={solved.item}
          event={`${event.number ?? ''} ${event.name}`}
          timeZone={event.timeZone}
          onClose={() => setSolved(undefined)}
        />
      )}
    </Card>
  )
}

/** Before an event is moved: what it would lack then. */
export function ShortagePreview(props: { eventId: string; from: string; to: string; timeZone: string }) {
  const { t } = useTranslation()
  const [at] = useDebouncedValue({ from: props.from, to: props.to }, 400)
  const { data, isFetching } = useQuery(shortagesQuery(props.eventId, at))
  if (!data) return null
  return data.items.length === 0 ? (
    <Alert color="ok" icon={<IconCircleCheck aria-hidden />} role="status" aria-busy={isFetching}>
      {t('events.allFreeThen')}
    </Alert>
  ) : (
    <Alert
      color="warn"
      icon={<IconAlertTriangle aria-hidden />}
      role="status"
      aria-busy={isFetching}
      title={t('events.wouldLackThen')}
    >
      <ShortageList shortages={data.items.map((one) => one.shortage)} timeZone={props.timeZone} />
      <MoreShortages more={data.more} timeZone={props.timeZone} />
    </Alert>
  )
}
