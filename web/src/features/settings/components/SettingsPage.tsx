import { Box, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { logoUrl } from '@/components/CompanyMark'
import { NumberField, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { useCan } from '@/lib/session'
import { currencies, timeZones } from '@/lib/zones'
import { type Company, type CompanyInput, changeCompany, companyInput, companyInputOf, companyQuery } from '../api/company'
import { AvailabilityCheck } from './AvailabilityCheck'
import { CaseNumbers } from './CaseNumbers'
import { LateReturns } from './LateReturns'
import { Logo } from './Logo'
import { Section } from './Section'
import classes from './SettingsPage.module.css'

export function SettingsPage() {
  const { t } = useTranslation()
  const query = useQuery(companyQuery)
  return (
    <Box maw={860}>
      <PageHeader title={t('settings.title')} text={t('settings.text')} />
      <QueryState query={query} lines={10}>
        {(company) => (
          <Stack gap="md">
            <Logo company={company} />
            <CompanyForm company={company} />
            <CaseNumbers />
            <LateReturns />
            <AvailabilityCheck />
            <Section title={t('settings.mail')} text={t('settings.mailText')}>
              <ButtonLink to={'/settings/mail' as '/'} variant="default" style={{ alignSelf: 'flex-start' }}>
                {t('settings.openMail')}
              </ButtonLink>
            </Section>
            <Section title={t('settings.planning')} text={t('settings.planningText')}>
              <ButtonLink to={'/settings/planning' as '/'} variant="default" style={{ alignSelf: 'flex-start' }}>
                {t('settings.openPlanning')}
              </ButtonLink>
            </Section>
            <Section title={t('settings.papers')} text={t('settings.papersText')}>
              <ButtonLink to={'/settings/papers' as '/'} variant="default" style={{ alignSelf: 'flex-start' }}>
                {t('settings.openPapers')}
              </ButtonLink>
            </Section>
            <Section title={t('settings.conditions')} text={t('settings.conditionsText')}>
              <ButtonLink to={'/settings/conditions' as '/'} variant="default" style={{ alignSelf: 'flex-start' }}>
                {t('settings.openConditions')}
              </ButtonLink>
            </Section>
          </Stack>
        )}
      </QueryState>
    </Box>
  )
}

function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  return (
    <ResourceForm<CompanyInput, Company>
      schema={companyInput}
      values={companyInputOf(company)}
      version={company.version}
      disabled={!can('COMPANY_EDIT')}
      fieldNames={{ addressLines: 'addressText' }}
      save={(_, { changed, version }) => changeCompany(changed, version)}
      reload={async () => {
        const fresh = await queryClient.fetchQuery({ ...companyQuery, staleTime: 0 })
        return { values: companyInputOf(fresh), version: fresh.version }
      }}
      onSaved={async (saved) => {
        queryClient.setQueryData(companyQuery.queryKey, saved)
        await queryClient.invalidateQueries({ queryKey: ['me'] })
        showDone(t('settings.saved'))
      }}
    >
      <Section title={t('settings.company')} text={t('settings.companyText')}>
        <TextField name="name" label={t('settings.name')} required />
        <TextAreaField name="addressText" label={t('settings.address')} description={t('settings.addressHint')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField name="phone" type="tel" label={t('settings.phone')} />
          <TextField name="email" type="email" label={t('settings.email')} />
          <TextField name="web" label={t('settings.web')} />
        </SimpleGrid>
      </Section>
      <Section title={t('settings.region')} text={t('settings.regionText')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <SelectField
            name="currency"
            label={t('settings.currency')}
            data={withCurrent(currencies, company.currency)}
            searchable
            required
          />
          <SelectField
            name="timeZone"
            label={t('settings.timeZone')}
            data={withCurrent(timeZones(), company.timeZone)}
            searchable
            required
          />
          <SelectField
            name="locale"
            label={t('settings.locale')}
            required
            data={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('settings.labels')} text={t('settings.labelsText')}>
        <TextField
          name="baseUrl"
          type="url"
          label={t('settings.baseUrl')}
          description={t('settings.baseUrlHint')}
          placeholder={window.location.origin}
        />
        {company.formerBaseUrls.length > 0 && (
          <div>
            <Text size="sm" fw={500}>
              {t('settings.formerBaseUrls')}
            </Text>
            {company.formerBaseUrls.map((url) => (
              <Text key={url} size="sm" c="dimmed">
                {url}
              </Text>
            ))}
          </div>
        )}
        <TextAreaField
          name="propertyNotice"
          label={t('settings.notice')}
          description={t('settings.noticeHint')}
          maxLength={2000}
        />
        <NoticePreview company={company} />
      </Section>
      <Section title={t('settings.numbers')} text={t('settings.numbersText')}>
        <Group align="flex-end">
          <NumberField name="assetNumberWidth" label={t('settings.width')} min={1} max={10} required />
          <NumberPreview />
        </Group>
        <Text size="sm" c="dimmed">
          {t('settings.prefixText')}
        </Text>
      </Section>
    </ResourceForm>
  )
}

const withCurrent = (list: string[], current: string) => (list.includes(current) ? list : [current, ...list])

/** The page a finder sees, as the form stands. */
function NoticePreview({ company }: { company: Company }) {
  const { t } = useTranslation()
  const [name, phone, email, notice] = useWatch<CompanyInput>({ name: ['name', 'phone', 'email', 'propertyNotice'] }) as (
    | string
    | null
  )[]
  // As the server says it while there is no notice of one's own.
  const own = company.locale === 'de' ? 'de' : 'en'
  const reach = phone && email ? 'both' : phone ? 'phone' : email ? 'email' : 'none'
  const words = notice?.trim() || t(`settings.noticeOwn.${reach}`, { lng: own, name, phone, email })
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('settings.preview')}
      </Text>
      <div className={classes.phone}>
        {company.logoFileId && <img src={logoUrl(company.logoFileId, 256)} alt="" />}
        <Text fw={650} size="xl" mt={company.logoFileId ? 'sm' : 0} mb="xs">
          {name}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {words}
        </Text>
      </div>
      {reach === 'none' && !notice && (
        <Text size="sm" c="dimmed">
          {t('settings.noContact')}
        </Text>
      )}
    </Stack>
  )
}

function NumberPreview() {
  const { t } = useTranslation()
  const width = useWatch<CompanyInput>({ name: 'assetNumberWidth' }) as number | null
  return (
    <Text size="sm" c="dimmed" pb={8} className="num">
      {t('settings.example', { number: `SM58-${'1'.padStart(Math.min(10, Math.max(1, width ?? 3)), '0')}` })}
    </Text>
  )
}
