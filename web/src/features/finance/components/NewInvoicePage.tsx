import { Card } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { emptyInvoice, type Invoice, touched } from '../api/finance'
import { InvoiceForm } from './InvoiceForm'

/** A draft; its client and event may come with the address. */
export function NewInvoicePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  const search = useSearch({ strict: false }) as { client?: string; event?: string; title?: string }
  return (
    <>
      <PageHeader title={t('finance.newInvoice')} />
      <Card padding="lg">
        <InvoiceForm
          values={emptyInvoice({ clientId: search.client ?? null, eventId: search.event ?? null, title: search.title ?? '' })}
          submitLabel={t('finance.createDraft')}
          save={(values) => api.post<Invoice>('/invoices', values)}
          onSaved={async (made) => {
            await refresh()
            await navigate({ href: `/invoices/${made.id}` })
          }}
        />
      </Card>
    </>
  )
}
