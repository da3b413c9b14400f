import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formats } from '@/lib/format'
import type { OwnTimes } from '@/lib/pull-lists'
import { differs } from '../model/times'

/** Times in the zone of the event, as its people read the clock. */
export function useZoneFormat(timeZone: string | undefined) {
  const { i18n } = useTranslation()
  return formats(i18n.language, timeZone)
}

/** How times differ from those above, in a few words; undefined where they do not. */
export function useTimesText(timeZone: string | undefined) {
  const { t, i18n } = useTranslation()
  return useCallback(
    (times: OwnTimes): string | undefined => {
      if (!differs(times)) return undefined
      if (!times.from || !times.to) return t('pulllists.otherPreparation')
      const moment = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      })
      return moment.formatRange(new Date(times.from), new Date(times.to))
    },
    [t, i18n.language, timeZone],
  )
}
