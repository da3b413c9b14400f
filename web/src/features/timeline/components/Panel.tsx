import { Alert, Button, CloseButton, Group, Loader, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Holders } from '@/components/Holders'
import { ButtonLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import type { Formats } from '@/lib/format'
import { stretchText } from '@/lib/stretch'
import type { Shortage } from '../api/move'
import type { Bar, EventFacts } from '../api/timeline'
import classes from './Timeline.module.css'
import type { BarText } from './useBarText'
import { isFirm, type Moving } from './useMoving'

const SHOWN = 12

/** What becomes short, how much of it, and who has it. */
function Lacking({ lacking, format }: { lacking: readonly Shortage[]; format: Formats }) {
  const { t } = useTranslation()
  return (
    // However many they are, what can be answered stays in sight below.
    <div role="group" tabIndex={0} aria-label={t('timeline.lackingList')} className={classes.lackingbox}>
      <ul className={classes.lacking}>
        {lacking.slice(0, SHOWN).map((one) => (
          <li key={`${one.item} ${one.warehouse} ${one.period.from}`}>
            <b className="num">{t('timeline.times', { number: format.number(one.quantity), item: one.item })}</b>
            <span className={classes.who}>
              {one.warehouse}, {stretchText(t, one.period, format.dateTime)}
            </span>
            {one.holders.length > 0 && (
              <span className={classes.who}>
                <Holders holders={one.holders} moment={format.dateTime} />
              </span>
            )}
          </li>
        ))}
        {lacking.length > SHOWN && <li>{t('timeline.andMore', { number: format.number(lacking.length - SHOWN) })}</li>}
      </ul>
    </div>
  )
}

function Frame({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className={classes.panel} aria-label={title}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text fw={650} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Numbered>{title}</Numbered>
        </Text>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={onClose} />
      </Group>
      {children}
    </section>
  )
}

/** Beside an event on its way to other dates: when, and what becomes short there. */
export function MovePanel({ moving, format, step }: { moving: Moving; format: Formats; step: number }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { move, lacking } = moving
  if (!move) return null
  const { event } = move
  const asking = move.state === 'asking'
  const firm = isFirm(event.phase)
  const barred = asking && firm && !moving.mayOverbook
  const moved = move.millis !== 0
  return (
    <Frame title={`${event.number} ${event.name}`} onClose={moving.cancel}>
      <dl className={classes.facts}>
        <dt>{t('timeline.before')}</dt>
        <dd className="num">
          {format.dateTime(event.from)} – {format.dateTime(event.to)}
        </dd>
        <dt>{t('timeline.then')}</dt>
        <dd className="num" role="status">
          <b>
            {format.dateTime(move.to.from)} – {format.dateTime(move.to.to)}
          </b>
        </dd>
      </dl>
      {moved && !lacking && <Loader size="xs" aria-label={t('timeline.checking')} />}
      {moved && lacking && lacking.length === 0 && (
        <Alert color="ok" p="xs" icon={<IconCircleCheck aria-hidden />} role="status">
          {t('timeline.allFree')}
        </Alert>
      )}
      {moved && lacking && lacking.length > 0 && (
        <Alert
          color="bad"
          p="xs"
          icon={<IconAlertTriangle aria-hidden />}
          role="status"
          title={t(firm ? 'timeline.short' : 'timeline.shortIfConfirmed')}
        >
          <Lacking lacking={lacking} format={format} />
        </Alert>
      )}
      {asking && firm && moving.mayOverbook && (
        <TextInput
          mt="sm"
          size="sm"
          label={t('timeline.why')}
          description={t('timeline.whyHint')}
          value={reason}
          maxLength={500}
          data-autofocus
          onChange={(change) => setReason(change.currentTarget.value)}
        />
      )}
      {barred && (
        <Text size="sm" mt="sm">
          {t('timeline.mayNot')}
        </Text>
      )}
      <Group mt="sm" gap="xs" justify="space-between">
        <Group gap={4}>
          <Button
            size="xs"
            variant="default"
            px={8}
            aria-label={t('timeline.earlier')}
            onClick={() => moving.by(move.millis - step)}
            disabled={move.state === 'saving'}
          >
            <IconArrowLeft size={16} aria-hidden />
          </Button>
          <Button
            size="xs"
            variant="default"
            px={8}
            aria-label={t('timeline.later')}
            onClick={() => moving.by(move.millis + step)}
            disabled={move.state === 'saving'}
          >
            <IconArrowRight size={16} aria-hidden />
          </Button>
        </Group>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={moving.cancel}>
            {t('timeline.putBack')}
          </Button>
          {asking ? (
            <Button
              size="xs"
              color="bad"
              disabled={barred || (firm && reason.trim() === '')}
              onClick={() => void moving.saveAllTheSame(firm ? reason.trim() : undefined)}
            >
              {t('timeline.moveAllTheSame')}
            </Button>
          ) : (
            <Button size="xs" disabled={!moved} loading={move.state === 'saving'} onClick={() => void moving.drop()}>
              {t('timeline.moveHere')}
            </Button>
          )}
        </Group>
      </Group>
    </Frame>
  )
}

/** What the chosen bar is. */
export function BarPanel(props: {
  bar: Bar
  event: EventFacts | undefined
  text: BarText
  format: Formats
  editable: boolean
  onMove: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { bar, event, text, format } = props
  const fact = (label: string, value: string | null | undefined) =>
    value ? (
      <>
        <dt>{t(label)}</dt>
        <dd className="num">{value}</dd>
      </>
    ) : null
  return (
    <Frame title={event ? `${event.number} ${event.name}` : text.title(bar, event)} onClose={props.onClose}>
      <dl className={classes.facts}>
        {event && fact('timeline.phase', text.phaseOf(event))}
        {fact('timeline.client', event?.clientName)}
        {fact('timeline.venue', event?.venueName)}
        {event && fact('timeline.onSite', `${format.dateTime(event.from)} – ${format.dateTime(event.to)}`)}
        {fact('timeline.taken', text.span(bar))}
        {!bar.reason && bar.quantity !== null && fact('timeline.quantity', format.number(bar.quantity))}
        {event?.optionedUntil && fact('timeline.optionUntil', format.dateTime(event.optionedUntil))}
      </dl>
      {bar.late && (
        <Text size="sm" c="bad" mb="xs">
          {t('timeline.late')}
        </Text>
      )}
      {bar.lacking > 0 && (
        <Text size="sm" c="bad" mb="xs">
          {t('timeline.lacks', { number: format.number(bar.lacking) })}
        </Text>
      )}
      {event && (
        <Group gap="xs">
          <ButtonLink size="xs" variant="default" to={`/events/${event.id}` as '/'}>
            {t('timeline.open')}
          </ButtonLink>
          {props.editable && (
            <Button size="xs" variant="default" onClick={props.onMove}>
              {t('timeline.move')}
            </Button>
          )}
        </Group>
      )}
    </Frame>
  )
}
