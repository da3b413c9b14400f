import { Button, Text, Textarea } from '@mantine/core'
import {
  IconArrowsExchange,
  IconBuildingWarehouse,
  IconCalendarEvent,
  IconClockHour4,
  IconClockShare,
  IconMinus,
  IconShoppingCart,
  IconSortAscending,
  IconTruckDelivery,
  IconTruckLoading,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { Numbered } from '@/components/Numbered'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Answers, LineChange, Offer, Remedy } from '../api/resolutions'
import classes from './Resolve.module.css'
import { useRemedyWords } from './useRemedies'
import type { When } from './useWhen'

export const remedyIcons = {
  SUBSTITUTE: IconArrowsExchange,
  OTHER_WAREHOUSE: IconBuildingWarehouse,
  TRANSFER: IconTruckLoading,
  MOVE_EVENT: IconCalendarEvent,
  MOVE_LINES: IconClockShare,
  SHORTEN_TURNAROUND: IconClockHour4,
  SUB_HIRE: IconTruckDelivery,
  BUY: IconShoppingCart,
  REDUCE: IconMinus,
  PRIORITISE: IconSortAscending,
} satisfies Record<Remedy, unknown>
const tones = { LOW: 'ok', MEDIUM: 'warn', HIGH: 'bad' } as const

type Props = {
  offer: Offer
  lacking: number
  when: When
  busy: boolean
  onTake: (answers: Answers) => void
}

/** One thing that can be done, or several together: how much it gets, what it costs, what may go wrong. */
export function OfferCard({ offer, lacking, when, busy, onTake }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const words = useRemedyWords(when)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [partner, setPartner] = useState<string | null>(null)
  const heading = useId()
  const lines = offer.parts.flatMap((part) => part.lines)
  const sources = offer.parts.some((part) => part.remedy === 'SUB_HIRE' || part.remedy === 'BUY')
  const brings = offer.parts.some((part) => part.remedy === 'TRANSFER')
  const allowed =
    can('EVENT_EDIT') && (!offer.needsReason || can('OVERBOOK')) && (!sources || can('SOURCE_EDIT')) && (!brings || can('MOVE'))
  const asks = offer.needsReason || offer.needsPartner
  const answered = (!offer.needsReason || reason.trim()) && (!offer.needsPartner || partner)
  const estimated = offer.parts.some((part) => part.costBasis === 'HIRE_PRICE' || part.costBasis === 'REPLACEMENT_VALUE')
  const unknown = offer.parts.some((part) => part.costBasis === 'UNKNOWN')
  const take = () =>
    asks && !asking
      ? setAsking(true)
      : onTake({
          ...(offer.needsReason ? { reason: reason.trim() } : {}),
          ...(offer.needsPartner && partner ? { partnerId: partner } : {}),
        })
  return (
    <li className={classes.offer} aria-labelledby={heading}>
      <div className={classes.parts} id={heading}>
        {offer.parts.map((part) => {
          const Icon = remedyIcons[part.remedy]
          return (
            <span key={`${part.remedy} ${part.otherId} ${part.days}`} className={classes.part}>
              <Icon size={18} aria-hidden />
              <span>
                <Numbered>{words.sentence(part)}</Numbered>
              </span>
            </span>
          )
        })}
      </div>
      <div className={classes.facts}>
        <StatusBadge tone={offer.covers >= lacking ? 'ok' : 'gray'}>
          {offer.covers >= lacking
            ? t('events.resolve.coversAll')
            : t('events.resolve.covers', { covers: format.number(offer.covers), lacking: format.number(lacking) })}
        </StatusBadge>
        <StatusBadge tone={tones[offer.risk.level]}>{t(`events.resolve.levels.${offer.risk.level}`)}</StatusBadge>
        <Text size="sm" c="dimmed">
          {offer.parts.map((part) => words.because(part.risk)).join(' · ')}
        </Text>
      </div>
      <Text size="sm" className="num">
        {unknown
          ? t('events.resolve.costUnknown')
          : offer.cost && offer.cost.amountMinor > 0
            ? t(estimated ? 'events.resolve.costsAbout' : 'events.resolve.costs', { money: format.money(offer.cost) })
            : t('events.resolve.costsNothing')}
        {offer.margin && offer.margin.amountMinor !== 0 && (
          <> · {t('events.resolve.margin', { money: format.money(offer.margin) })}</>
        )}
      </Text>
      {lines.length > 0 && <Lines lines={lines} when={when} />}
      {asking && offer.needsPartner && (
        <RemotePicker
          label={t('events.resolve.partner')}
          endpoint="/clients"
          value={partner}
          onChange={setPartner}
          required
          withinPortal
        />
      )}
      {asking && offer.needsReason && (
        <Textarea
          label={t('events.shortages.reason')}
          required
          autosize
          maxLength={1_000}
          data-autofocus
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {allowed && (
        <Button
          className={classes.take}
          size="sm"
          variant={offer.rank === 1 ? 'filled' : 'default'}
          loading={busy}
          disabled={asking && !answered}
          onClick={take}
          aria-describedby={heading}
        >
          {asks && !asking ? t('events.resolve.doReason') : t('events.resolve.do')}
        </Button>
      )}
      {!allowed && (
        <Text size="sm" c="dimmed">
          {t('events.resolve.notYours')}
        </Text>
      )}
    </li>
  )
}

function Lines({ lines, when }: { lines: LineChange[]; when: When }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <details className={classes.lines}>
      <summary>{t('events.resolve.changes', { count: lines.length, number: format.number(lines.length) })}</summary>
      <ul>
        {lines.map((line) => (
          <li key={`${line.event} ${line.list} ${line.lineId} ${line.name} ${line.from}`}>
            <b>{line.name}</b>{' '}
            <span className="num">
              {line.before === line.after
                ? format.number(line.after)
                : `${format.number(line.before)} → ${format.number(line.after)}`}
            </span>{' '}
            <span className={classes.dim}>
              <Numbered>{`${line.event} · ${line.list}`}</Numbered>
              {line.from && line.to ? ` · ${when.span({ from: line.from, to: line.to })}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
