import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A day that has passed says so in words and in colour. */
export function Late({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <span style={{ color: 'var(--mantine-color-error)', display: 'inline-flex', gap: 4, alignItems: 'center', fontWeight: 550 }}>
      <IconAlertTriangle size={14} role="img" aria-label={t('maintenance.overdue')} />
      {text}
    </span>
  )
}
