import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import { type Invoice, tones } from '../api/finance'

/** Where an invoice stands; overdue is told by the date. */
export function InvoiceBadge({ invoice }: { invoice: Pick<Invoice, 'state' | 'overdue'> }) {
  const { t } = useTranslation()
  if (invoice.overdue) return <StatusBadge tone="bad">{t('finance.overdue')}</StatusBadge>
  return <StatusBadge tone={tones[invoice.state]}>{t(`finance.states.${invoice.state}`)}</StatusBadge>
}
