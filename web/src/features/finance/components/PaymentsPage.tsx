import { Button, Group } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { useCan } from '@/lib/session'
import { ABOVE, BillTabs } from './FinanceTabs'
import { PaymentGrid } from './PaymentGrid'

const PaymentDialog = later(() => import('./PaymentDialog').then((file) => file.PaymentDialog))
const BankFileDialog = later(() => import('./BankFileDialog').then((file) => file.BankFileDialog))

export function PaymentsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [dialog, setDialog] = useState<'new' | 'file'>()
  const close = () => setDialog(undefined)
  return (
    <BillTabs
      tab="/invoices/payments"
      actions={
        can('INVOICE_EDIT') && (
          <Group gap="xs">
            <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setDialog('file')}>
              {t('finance.bankFile')}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('new')}>
              {t('finance.newPayment')}
            </Button>
          </Group>
        )
      }
    >
      <PaymentGrid above={ABOVE} />
      {dialog === 'new' && <PaymentDialog onClose={close} />}
      {dialog === 'file' && <BankFileDialog onClose={close} />}
    </BillTabs>
  )
}
