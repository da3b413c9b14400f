import { useTranslation } from 'react-i18next'
import type { Free } from '../api/availability'
import classes from './Availability.module.css'
import { Figure } from './Figure'

/** The three numbers side by side. */
export function Figures({ free }: { free: Free }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.figures} style={{ margin: 0 }}>
      {(['firm', 'worst', 'expected'] as const).map((number) => (
        <div key={number}>
          <dt>{t(`availability.${number}`)}</dt>
          <dd>
            <Figure value={free[number]} words />
          </dd>
        </div>
      ))}
    </dl>
  )
}
