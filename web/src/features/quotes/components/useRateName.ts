import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { VatRate } from '../api/quotes'

/** What people call a rate. */
export function useRateName() {
  const { t } = useTranslation()
  const format = useFormat()
  return (rate: VatRate) =>
    rate.category === 'STANDARD'
      ? t('quotes.vatAt', { percent: format.percent(rate.percent) })
      : t(`quotes.vatCategories.${rate.category}`)
}
