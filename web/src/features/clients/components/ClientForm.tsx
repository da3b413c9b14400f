import { SimpleGrid, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, TagsField, TextAreaField, TextField } from '@/components/form/fields'
import { OwnFields } from '@/components/form/OwnFields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { countries, languages } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { currencies } from '@/lib/zones'
import { type Client, type ClientInput, clientBrandsQuery, clientInput, clientTagsQuery } from '../api/clients'
import { SimilarClients } from './SimilarClients'

type Props = Pick<
  ResourceFormProps<ClientInput, Client>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
>

/** What is known of a client: for a new one and for its details. */
export function ClientForm({ except, ...props }: Props & { except?: string }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const tags = useQuery(clientTagsQuery)
  const brands = useQuery(clientBrandsQuery)
  return (
    <ResourceForm<ClientInput, Client> schema={clientInput} fieldNames={{ addressLines: 'addressText' }} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('clients.name')} required autoFocus maxLength={200} />
        <TextField name="code" label={t('clients.code')} description={t('clients.codeHint')} maxLength={20} />
      </SimpleGrid>
      <TextAreaField name="addressText" label={t('clients.address')} description={t('clients.addressHint')} rows={3} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <SelectField name="country" label={t('clients.country')} data={countries(locale)} searchable />
        <TextField name="vatNumber" label={t('clients.vatNumber')} maxLength={50} />
        <TextField name="email" label={t('clients.email')} type="email" maxLength={254} />
        <TextField name="phone" label={t('clients.phone')} type="tel" maxLength={50} />
        <TextField name="web" label={t('clients.web')} type="url" placeholder="https://" maxLength={2000} />
        <SelectField
          name="language"
          label={t('clients.language')}
          description={t('clients.languageHint')}
          data={languages(locale)}
          searchable
        />
      </SimpleGrid>
      <TagsField name="tags" label={t('clients.tags')} suggestions={tags.data?.items} />
      <SimilarClients except={except} />
      <Title order={2} size="h6" mt="sm">
        {t('clients.billing')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField
          name="billingName"
          label={t('clients.billingName')}
          description={t('clients.billingNameHint')}
          maxLength={200}
        />
        <TextField
          name="buyerReference"
          label={t('clients.buyerReference')}
          description={t('clients.buyerReferenceHint')}
          maxLength={100}
        />
        <TextField name="billingEmail" label={t('clients.billingEmail')} type="email" maxLength={254} />
        <NumberField name="paymentDays" label={t('clients.paymentDays')} min={0} max={365} />
        <SelectField name="currency" label={t('clients.currency')} data={currencies} searchable />
      </SimpleGrid>
      <Title order={2} size="h6" mt="sm">
        {t('clients.brands')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TagsField name="preferredBrands" label={t('clients.preferredBrands')} suggestions={brands.data?.items} />
        <TagsField name="avoidedBrands" label={t('clients.avoidedBrands')} suggestions={brands.data?.items} />
      </SimpleGrid>
      <OwnFields disabled={props.disabled} />
    </ResourceForm>
  )
}
