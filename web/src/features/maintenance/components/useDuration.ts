import { useTranslation } from 'react-i18next'

/** How long something was away, in the largest unit that says it: 40 min, 5 h, 12 days. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation()
  return (minutes) => {
    if (minutes < 60) return t('maintenance.minutes', { count: minutes })
    const hours = Math.round(minutes / 60)
    return hours < 48 ? t('maintenance.hoursLong', { count: hours }) : t('maintenance.days', { count: Math.round(hours / 24) })
  }
}
