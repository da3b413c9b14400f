import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import { type Lead, type LeadInput, leadInput, leadSources } from '../api/leads'

type Props = Pick<
  ResourceFormProps<LeadInput, Lead>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
> & { lead?: Lead }

/** Who asked, how to answer, and for what. */
export function LeadForm({ lead, ...props }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const sources = leadSources.filter((one) => (lead?.source === 'FORM') === (one === 'FORM'))
  return (
    <ResourceForm<LeadInput, Lead> schema={leadInput} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('leads.name')} required maxLength={200} />
        <TextField name="company" label={t('leads.company')} maxLength={200} />
        <TextField name="email" type="email" label={t('leads.email')} maxLength={254} />
        <TextField name="phone" type="tel" label={t('leads.phone')} maxLength={50} />
        <DateField name="eventFrom" label={t('leads.eventFrom')} />
        <DateField name="eventTo" label={t('leads.eventTo')} />
        <TextField name="venue" label={t('leads.venue')} maxLength={300} />
        <SelectField
          name="source"
          label={t('leads.source')}
          required
          data={sources.map((one) => ({ value: one, label: t(`leads.sources.${one}`) }))}
        />
        <SelectField
          name="language"
          label={t('leads.language')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
        />
        {can('USER_READ') && (
          <RemoteSelect name="ownerId" label={t('leads.owner')} endpoint="/users" chosenLabel={lead?.owner?.name} />
        )}
      </SimpleGrid>
      <TextAreaField name="message" label={t('leads.message')} rows={4} maxLength={10_000} />
    </ResourceForm>
  )
}
