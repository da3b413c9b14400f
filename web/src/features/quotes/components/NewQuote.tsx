import { Modal, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Quote, touched } from '../api/quotes'

const input = z.object({
  name: z.string().max(200).nullable(),
  clientId: z.string().nullable(),
  dealId: z.string().nullable(),
  copyOf: z.string().nullable(),
  template: z.boolean(),
})
type Input = z.infer<typeof input>

/** For whom, or from which deal; with the lines of a template or of another quote. */
export function NewQuote(props: { template: boolean; clientId?: string; dealId?: string; copyOf?: string; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{t('quotes.new')}</Text>}>
      <ResourceForm<Input, Quote>
        schema={input}
        values={{
          name: null,
          clientId: props.clientId ?? null,
          dealId: props.dealId ?? null,
          copyOf: props.copyOf ?? null,
          template: props.template,
        }}
        inDialog
        submitLabel={t('quotes.create')}
        onCancel={props.onClose}
        save={(values) => api.post<Quote>('/quotes', values)}
        onSaved={async (quote) => {
          await refresh()
          props.onClose()
          await navigate({ href: `/quotes/${quote.id}` })
        }}
      >
        <TextField name="name" label={t('quotes.name')} description={t('quotes.nameHint')} autoFocus maxLength={200} />
        <RemoteSelect name="clientId" label={t('quotes.client')} endpoint="/clients" query={{ archived: false }} />
        {can('DEAL_READ') && (
          <RemoteSelect name="dealId" label={t('quotes.deal')} description={t('quotes.dealHint')} endpoint="/deals" />
        )}
        <RemoteSelect
          name="copyOf"
          label={t('quotes.fromTemplate')}
          description={t('quotes.fromTemplateHint')}
          endpoint="/quotes"
          query={{ template: true }}
        />
        <SwitchField name="template" label={t('quotes.asTemplate')} description={t('quotes.asTemplateHint')} />
      </ResourceForm>
    </Modal>
  )
}
