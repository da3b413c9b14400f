import { useTranslation } from 'react-i18next'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Part, type Resolution, type Risk, touchedByResolutions, undoResolution } from '../api/resolutions'
import { useDuration } from './useDuration'
import type { When } from './useWhen'

/** What can be done, in a sentence each. */
export function useRemedyWords(when: When) {
  const { t } = useTranslation()
  const format = useFormat()
  const duration = useDuration()
  const times = (hurt: Risk['hurts'][number]) => t('events.times', { number: format.number(hurt.quantity), item: hurt.item })
  return {
    sentence: (part: Part): string => {
      const number = format.number(part.covers)
      const name = part.name ?? ''
      const span = part.from && part.to ? when.span({ from: part.from, to: part.to }) : ''
      if (part.remedy === 'SHORTEN_TURNAROUND')
        return part.otherId ? t('events.resolve.does.shortenOther', { name }) : t('events.resolve.does.shortenOwn')
      if (part.remedy === 'SUB_HIRE')
        return name ? t('events.resolve.does.hireFrom', { number, name }) : t('events.resolve.does.hire', { number })
      if (part.remedy === 'TRANSFER')
        return t('events.resolve.does.transfer', { number, name, moment: part.to ? when.moment(part.to) : '' })
      if (part.remedy === 'BUY') return t('events.resolve.does.buy', { number, day: part.from ? when.date(part.from) : '' })
      if (part.remedy === 'MOVE_EVENT') {
        const days = part.days ?? 0
        const count = Math.abs(days)
        return days < 0
          ? t('events.resolve.does.earlier', { count, number: format.number(count), span })
          : t('events.resolve.does.later', { count, number: format.number(count), span })
      }
      return t(`events.resolve.does.${part.remedy}`, { number, name, span })
    },
    because: (risk: Risk): string =>
      t(`events.resolve.because.${risk.because}`, {
        duration: duration(risk.minutes ?? 0),
        names: [...new Set(risk.hurts.map((hurt) => hurt.eventId))]
          .map((event) => risk.hurts.filter((hurt) => hurt.eventId === event))
          .map((hurts) => `${hurts[0]!.label} (${hurts.map(times).join(', ')})`)
          .join(', '),
      }),
  }
}

/** Takes back what was done, and says why not where that can not be. */
export function useUndoResolution() {
  const { t } = useTranslation()
  const text = useProblemText()
  const refresh = useRefresh(touchedByResolutions)
  return async (one: Resolution) => {
    try {
      await undoResolution(one)
      showDone(t('events.resolve.undone'))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
}
