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
  // Thousands of bars are passed, and most of them say the same.
  const said = new Map<string, string>()
  const once = (what: string, say: () => string) => {
    const known = said.get(what)
    if (known !== undefined) return known
    const words = say()
    said.set(what, words)
    return words
  }
  const moment = (instant: string) => once(instant, () => format.dateTime(instant))
  /** What is used up does not come back: it is taken from a moment on. */
  const span = ({ from, to }: Bar) =>
    from ? stretchText(t, { from, to }, moment) : `${t('timeline.always')} – ${to ? moment(to) : t('timeline.forGood')}`
  const reasonOf = ({ reason }: Bar) =>
    once(`reason ${reason}`, () => t(`timeline.reasons.${reason}`, { defaultValue: String(reason) }))
  const phaseOf = ({ ownPhaseName, phase }: EventFacts) =>
    ownPhaseName ?? once(`phase ${phase}`, () => t(`timeline.phases.${phase}`))
  const lacks = (number: number) => once(`lacks ${number}`, () => t('timeline.lacks', { number: format.number(number) }))
  return {
    reasonOf,
    phaseOf,
    span,
    title: (bar: Bar, event: EventFacts | undefined) => (bar.reason ? reasonOf(bar) : (event?.name ?? bar.label ?? '')),
    whole: (bar: Bar, event: EventFacts | undefined) =>
      [
        bar.reason ? reasonOf(bar) : event ? `${event.number} ${event.name}` : bar.label,
        event && phaseOf(event),
        bar.quantity !== null &&
          !bar.reason &&
          once(`pieces ${bar.quantity}`, () => t('timeline.pieces', { number: format.number(bar.quantity) })),
        span(bar),
        bar.late && t('timeline.late'),
        bar.lacking > 0 && lacks(bar.lacking),
      ]
        .filter(Boolean)
        .join(', '),
    lacks,
    /** What is left over of a row, in full. */
    leastFree: (free: number, stock: number) => once(`free ${free} ${stock}`, () => t('timeline.leastFreeOf', { free, stock })),
    /** That not all bars of a row are drawn. */
    hidden: (number: number, more: boolean) =>
      once(`hidden ${more || number}`, () => (more ? t('timeline.tooMany') : t('timeline.hidden', { number }))),
  }
}
export type BarText = ReturnType<typeof barText>
