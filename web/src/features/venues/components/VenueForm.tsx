import { SimpleGrid, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, TagsField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { countries } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { timeZones } from '@/lib/zones'
import { type NewVenueInput, newVenueInput, type Venue, type VenueInput, venueInput, venueTagsQuery } from '../api/venues'

type Common = 'version' | 'onSaved' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
type Props = Pick<ResourceFormProps<VenueInput, Venue>, Common | 'values' | 'save' | 'reload'>
const fieldNames = { addressLines: 'addressText' }

function Where() {
  const { t } = useTranslation()
  const { locale } = useFormat()
  return (
    <>
      <TextField name="name" label={t('venues.name')} required autoFocus maxLength={200} />
      <TextAreaField name="addressText" label={t('venues.address')} description={t('venues.addressHint')} rows={2} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="city" label={t('venues.city')} maxLength={100} />
        <SelectField name="country" label={t('venues.country')} data={countries(locale)} searchable />
      </SimpleGrid>
      <SelectField
        name="timeZone"
        label={t('venues.timeZone')}
        description={t('venues.timeZoneHint')}
        data={timeZones()}
        searchable
        required
      />
    </>
  )
}

function Tags() {
  const { t } = useTranslation()
  const tags = useQuery(venueTagsQuery)
  return <TagsField name="tags" label={t('venues.tags')} suggestions={tags.data?.items} />
}

/** The facts of a venue itself; rooms, power and contacts have tabs of their own. */
export function VenueForm(props: Props) {
  const { t } = useTranslation()
  return (
    <ResourceForm<VenueInput, Venue> schema={venueInput} fieldNames={fieldNames} {...props}>
      <Where />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <NumberField name="latitude" label={t('venues.latitude')} unit="°" decimals={6} min={-90} max={90} />
        <NumberField name="longitude" label={t('venues.longitude')} unit="°" decimals={6} min={-180} max={180} />
        <TextField name="web" label={t('venues.web')} type="url" placeholder="https://" maxLength={2000} />
      </SimpleGrid>
      <Tags />
      <Title order={2} size="h5" mt="sm">
        {t('venues.gettingIn')}
      </Title>
      <TextAreaField name="loading" label={t('venues.loading')} description={t('venues.loadingHint')} rows={2} maxLength={5000} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextAreaField name="dock" label={t('venues.dock')} rows={2} maxLength={5000} />
        <TextAreaField name="parking" label={t('venues.parking')} rows={2} maxLength={5000} />
        <NumberField name="doorWidthMillimetres" label={t('venues.doorWidth')} unit="m" scale={1000} min={0} />
        <NumberField name="doorHeightMillimetres" label={t('venues.doorHeight')} unit="m" scale={1000} min={0} />
      </SimpleGrid>
      <TextAreaField name="notes" label={t('venues.notes')} rows={3} maxLength={10_000} />
    </ResourceForm>
  )
}

type NewProps = Pick<ResourceFormProps<NewVenueInput, Venue>, Common | 'values' | 'save'>

/** A new venue: where it is. How one gets in and what it carries follows on its page. */
export function NewVenueForm(props: NewProps) {
  return (
    <ResourceForm<NewVenueInput, Venue> schema={newVenueInput} fieldNames={fieldNames} {...props}>
      <Where />
      <Tags />
    </ResourceForm>
  )
}
