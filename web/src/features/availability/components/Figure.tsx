import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import classes from './Availability.module.css'

/** A number of free pieces: short in the colour and the word of what is wrong, none at all dimmed. */
export function Figure({ value, words }: { value: number /** With the word beside it. */; words?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const number = format.number(Math.abs(value))
  if (value < 0)
    return (
      <span className={`${classes.number} ${classes.short}`}>
        −{number}
        {words ? (
          <span style={{ fontSize: '0.85em', marginLeft: 6 }}>{t('availability.short')}</span>
        ) : (
          <VisuallyHidden> {t('availability.short')}</VisuallyHidden>
        )}
      </span>
    )
  return <span className={`${classes.number} ${value === 0 ? classes.none : ''}`}>{number}</span>
}
