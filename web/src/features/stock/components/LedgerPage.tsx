import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { LedgerGrid } from './LedgerGrid'

export function LedgerPage() {
  const { t } = useTranslation()
  return (
    <>
      <TextLink to={'/stock' as '/'} size="sm">
        {t('stock.stock')}
      </TextLink>
      <PageHeader title={t('stock.ledger')} text={t('stock.ledgerText')} />
      <LedgerGrid />
    </>
  )
}
