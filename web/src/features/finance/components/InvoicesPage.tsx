import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { ABOVE, BillTabs } from './FinanceTabs'
import { InvoiceGrid } from './InvoiceGrid'

export function InvoicesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  return (
    <BillTabs
      tab="/invoices"
      actions={
        can('INVOICE_EDIT') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void navigate({ href: '/invoices/new' })}>
            {t('finance.newInvoice')}
          </Button>
        )
      }
    >
      <InvoiceGrid above={ABOVE} />
    </BillTabs>
  )
}
