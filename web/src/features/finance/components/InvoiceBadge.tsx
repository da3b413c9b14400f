import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import { type Invoice, tones } from '../api/finance'

/** Where an invoice stands; overdue is told by the date. */
export function InvoiceBadge({ invoice }: { invoice: Pick<Invoice, 'state' | 'overdue' | 'paid'> }) {
  const { t } = useTranslation()
  if (invoice.overdue) return <StatusBadge tone="bad">{t('finance.overdue')}</StatusBadge>
  // What is left of it to pay is less, though nobody has paid.
  const credited = invoice.state === 'PART_PAID' && invoice.paid.amountMinor === 0
  return (
    <StatusBadge tone={tones[invoice.state]}>
      {credited ? t('finance.partCredited') : t(`finance.states.${invoice.state}`)}
    </StatusBadge>
  )
}
