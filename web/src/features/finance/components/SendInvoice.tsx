import { useTranslation } from 'react-i18next'
import { SendDialog } from '@/components/SendDialog'
import { useRefresh } from '@/components/useRefresh'
import { api, url } from '@/lib/api/client'
import { type Invoice, touched } from '../api/finance'

/** An issued invoice by e-mail, or a reminder of it with the invoice enclosed once more. */
export function SendInvoice({
  invoice,
  paper,
  onClose,
}: {
  invoice: Invoice
  paper: 'INVOICE' | 'REMINDER'
  onClose: () => void
}) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  const path = `/invoices/${invoice.id}`
  const own = { name: `${invoice.number}.pdf`, href: url(`${path}/pdf`) }
  return (
    <SendDialog
      title={t(paper === 'REMINDER' ? 'finance.sendReminderOf' : 'finance.sendOf', { number: invoice.number })}
      clientId={invoice.client.id}
      draft={`${path}/email-draft`}
      query={{ paper }}
      paper={paper === 'REMINDER' ? [{ name: t('finance.reminder'), href: url(`${path}/reminder-pdf`) }, own] : [own]}
      send={(letter) => api.post(`${path}/emails`, { ...letter, paper, data: paper === 'INVOICE' })}
      onSent={async () => {
        onClose()
        await refresh()
      }}
      onClose={onClose}
    />
  )
}

/** What is open, by e-mail. */
export function SendStatement({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const path = `/clients/${clientId}`
  return (
    <SendDialog
      title={t('finance.sendStatement')}
      clientId={clientId}
      draft={`${path}/statement-email-draft`}
      paper={[{ name: t('finance.statement'), href: url(`${path}/statement-pdf`) }]}
      send={(letter) => api.post(`${path}/statement-emails`, letter)}
      onSent={onClose}
      onClose={onClose}
    />
  )
}
