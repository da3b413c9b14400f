import { useTranslation } from 'react-i18next'
import classes from './Timeline.module.css'
import type { Paint } from './useBarText'

const paints: readonly Paint[] = ['open', 'option', 'firm', 'away', 'site', 'over']

/** What the colours mean, and the keys. */
/** Without keys where nothing can be pressed. */
export function Legend({ counted, assets, phone }: { counted: boolean; assets: boolean; phone?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={classes.legend} aria-label={t('timeline.legend')}>
        {paints.map((paint) => (
          <li key={paint}>
            <span className={`${classes.bar} ${classes.key}`} data-paint={paint} aria-hidden />
            {t(`timeline.paints.${paint}`)}
          </li>
        ))}
        {assets && (
          <li>
            <span className={`${classes.bar} ${classes.key}`} data-paint="gap" aria-hidden />
            {t('timeline.paints.gap')}
          </li>
        )}
        <li>
          <span className={`${classes.bar} ${classes.key}`} data-short aria-hidden />
          {t('timeline.paints.short')}
        </li>
        {counted && (
          <li>
            <svg width={34} height={14} aria-hidden>
              <path className={classes.wanted} d="M0 14V8H11V14Z" />
              <path className={classes.optioned} d="M11 14V8H22V14Z" />
              <path className={classes.over} d="M22 14V1H33V14Z" />
              <path className={classes.stock} d="M0 4H34" />
            </svg>
            {t('timeline.paints.chart')}
          </li>
        )}
      </ul>
      {phone !== undefined && (
        <p id="timeline-keys" className={classes.legend}>
          {t(phone ? 'timeline.keysOfFingers' : 'timeline.keys')}
        </p>
      )}
    </>
  )
}
