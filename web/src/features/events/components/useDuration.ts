import { useTranslation } from 'react-i18next'

/** Minutes as people say them: 45 min, 12 h, 2 d 3 h. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation()
  return (minutes) => {
    const whole = Math.round(minutes)
    const parts = [
      [Math.floor(whole / 1440), t('events.units.day')],
      [Math.floor((whole % 1440) / 60), t('events.units.hour')],
      [whole % 60, t('events.units.minute')],
    ] as const
    const said = parts.filter(([number]) => number > 0).map(([number, unit]) => `${number} ${unit}`)
    return said.slice(0, 2).join(' ') || `0 ${t('events.units.minute')}`
  }
}
