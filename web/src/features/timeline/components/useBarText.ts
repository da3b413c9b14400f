import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Formats } from '@/lib/format'
import { stretchText } from '@/lib/stretch'
import type { Bar, EventFacts } from '../api/timeline'

/** How a bar is painted: what is not sure, what is promised, and where the event is. */
export type Paint = 'open' | 'option' | 'firm' | 'away' | 'site' | 'over' | 'gap'
export function paintOf(bar: Bar, event: EventFacts | undefined): Paint {
  if (bar.reason) return 'gap'
  if (!event) return 'firm'
  switch (event.phase) {
    case 'ENQUIRY':
    case 'QUOTED':
      return event.optionedUntil || bar.standing === 'OPTION' ? 'option' : 'open'
    case 'CONFIRMED':
      return 'firm'
    case 'ON_SITE':
      return 'site'
    case 'CLOSED':
      return 'over'
    default:
      return 'away'
  }
}

/** A bar in words: what it is, how far, how many, when, and what it lacks. */
export function useBarText(format: Formats): BarText {
  const { t } = useTranslation()
  return useMemo(() => barText(t, format), [t, format])
}
function barText(t: TFunction, format: Formats) {
  /** What is used up does not come back: it is taken from a moment on. */
  const span = ({ from, to }: Bar) =>
    from
      ? stretchText(t, { from, to }, format.dateTime)
      : `${t('timeline.always')} – ${to ? format.dateTime(to) : t('timeline.forGood')}`
  const reasonOf = (bar: Bar) => t(`timeline.reasons.${bar.reason}`, { defaultValue: String(bar.reason) })
  const phaseOf = (event: EventFacts) => event.ownPhaseName ?? t(`timeline.phases.${event.phase}`)
  return {
    reasonOf,
    phaseOf,
    span,
    title: (bar: Bar, event: EventFacts | undefined) => (bar.reason ? reasonOf(bar) : (event?.name ?? bar.label ?? '')),
    whole: (bar: Bar, event: EventFacts | undefined) =>
      [
        bar.reason ? reasonOf(bar) : event ? `${event.number} ${event.name}` : bar.label,
        event && phaseOf(event),
        bar.quantity !== null && !bar.reason && t('timeline.pieces', { number: format.number(bar.quantity) }),
        span(bar),
        bar.late && t('timeline.late'),
        bar.lacking > 0 && t('timeline.lacks', { number: format.number(bar.lacking) }),
      ]
        .filter(Boolean)
        .join(', '),
  }
}
export type BarText = ReturnType<typeof barText>
